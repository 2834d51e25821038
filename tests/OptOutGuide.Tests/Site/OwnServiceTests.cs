using AngleSharp.Dom;
using Microsoft.Playwright;
using OptOutGuide.Tests.Browser;

namespace OptOutGuide.Tests.Site;

/// <summary>A service that a host adds to its content works everywhere without code.</summary>
[Collection("list")]
public sealed class OwnServiceTests(Chromium chromium, OwnServiceTests.SiteWithOwnService site) : IClassFixture<OwnServiceTests.SiteWithOwnService>
{
    [Fact]
    public async Task Questions_WithAnOwnService_OfferItAndKeepTheOldAnswers()
    {
        var page = await OpenAsync("/fr/questions?where=FR");

        Assert.Equal(
            ["facebook", "instagram", "threads", "whatsapp", "linkedin", "several", "page", "none"],
            page.QuerySelectorAll("input[name=have]").Select(choice => choice.GetAttribute("value")));
        Assert.Equal("LinkedIn", page.QuerySelector("input[value=linkedin]")!.ParentElement!.TextContent.Trim());
    }

    [Fact]
    public async Task Plan_ForAnOwnService_LeadsToItsGuideAndForm()
    {
        var page = await OpenAsync("/fr/plan?where=FR&have=facebook&have=linkedin&login=yes&for=me");

        Assert.Contains("2\u00a0demandes", page.QuerySelector(".lead")!.TextContent, StringComparison.Ordinal);
        Assert.Contains(page.QuerySelectorAll(".path a"), link => link.GetAttribute("href") == "/fr/guides/linkedin/1?l=1.CFR-Uf-Rl");
        Assert.Contains("LinkedIn", page.QuerySelector("[aria-labelledby=page-answers]")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task GuideStep_OfAnOwnService_MarksItInTheList()
    {
        var page = await OpenAsync("/en/guides/linkedin/2");

        Assert.Contains(page.QuerySelectorAll(".sent a"), link => link.GetAttribute("href") == "/en/my-list?here=sent.0.l");
    }

    [Fact]
    public async Task List_WithAnOwnService_CountsItAndShowsItsIcon()
    {
        var list = await OpenAsync("/fr/ma-liste?l=1.Lf-Rlw");

        Assert.Contains("0\u00a0sur\u00a02", list.QuerySelector("[role=status]")!.TextContent, StringComparison.Ordinal);
        Assert.Contains(list.QuerySelectorAll(".objection h4"), title => title.TextContent.Contains("LinkedIn", StringComparison.Ordinal));
        Assert.NotEmpty((await OpenAsync("/fr/")).QuerySelectorAll("svg.glyph circle"));
    }

    [FactWith(Tool.Chromium)]
    public async Task List_OwnServiceTicked_IsStoredAndPrinted()
    {
        await using var visitor = await chromium.VisitorAsync();
        var list = new ListPageObject(await visitor.NewPageAsync());
        await list.Page.GotoAsync(new Uri(site.Address, "/fr/ma-liste").AbsoluteUri);
        await list.WaitForCircuitAsync();

        await list.StartAsync("LinkedIn");
        await list.PressAsync(ListPageObject.Send);

        await list.ExpectProgressAsync("Oppositions envoyées : 1 sur 1");
        var stored = await list.Page.EvaluateAsync<string>("localStorage['optoutguide.list']");
        Assert.Matches(@"""list"":""1\.Rls\d{6}""", stored);
        await list.Page.GotoAsync(new Uri(site.Address, "/fr/ma-liste").AbsoluteUri);
        await list.ExpectProgressAsync("Oppositions envoyées : 1 sur 1");
        var sheet = await OpenAsync("/fr/ma-liste/imprimer?l=1.Rls261122");
        Assert.Equal(["LinkedIn"], sheet.QuerySelectorAll("tbody th").Select(name => name.TextContent));
    }

    /// <summary>A site that no longer has the service, or a site that never had it.</summary>
    [TheoryWith(Tool.Chromium)]
    [InlineData(true)]
    [InlineData(false)]
    public async Task StoredList_WithAServiceThatIsGone_IsKeptAndSaidToBeNewer(bool hasCircuit)
    {
        const string Stored = """{"version":1,"list":"1.Rls261122"}""";
        await using var visitor = await chromium.VisitorAsync();
        await visitor.Browser.AddInitScriptAsync($"localStorage['optoutguide.list'] ??= '{Stored}'");

        var list = hasCircuit ? await ListPageObject.OpenReadyAsync(visitor, "", hasJavaScript: true) : await ListPageObject.OpenWithoutACircuitAsync(visitor);

        await Assertions.Expect(list.Page.Locator("[data-notice=newer]")).ToBeVisibleAsync();
        await Assertions.Expect(list.Page.Locator("[data-notice=unreadable]")).ToBeHiddenAsync();
        await list.StartAsync();
        await Assertions.Expect(list.Page.GetByText("Cochez au moins une réponse")).ToBeVisibleAsync();
        await list.ExpectProgressAsync("Votre liste est vide.");
        Assert.Equal(Stored, await list.Page.EvaluateAsync<string>("localStorage['optoutguide.list']"));
        Assert.Equal(1, await list.Page.EvaluateAsync<int>("localStorage.length"));
        await list.StartAsync("Facebook");
        await list.ExpectProgressAsync("Oppositions envoyées : 0 sur 1");
        Assert.Equal(Stored, await list.Page.EvaluateAsync<string>("Object.entries(localStorage).find(([name]) => name.startsWith('optoutguide.list.aside.'))?.[1]"));
    }

    private async Task<IDocument> OpenAsync(string path)
    {
        using var client = new HttpClient { BaseAddress = site.Address };
        return RealContent.ParseHtml(await client.GetStringAsync(path));
    }

    public sealed class SiteWithOwnService : IAsyncLifetime, IDisposable
    {
        private readonly ContentWithOwnService _content = new();
        private RunningSite? _site;

        public Uri Address => _site!.Address;

        public async Task InitializeAsync() => _site = await RunningSite.StartAsync($"--Site:ContentFolder={_content.Root}");

        public Task DisposeAsync() => _site!.DisposeAsync();

        public void Dispose() => _content.Dispose();
    }
}
