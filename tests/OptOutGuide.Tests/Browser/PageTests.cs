using Microsoft.Extensions.Time.Testing;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace OptOutGuide.Tests.Browser;

[Collection("looks")]
public sealed class PageTests(Chromium chromium)
{
    /// <summary>Ten seconds to ten on 25 May 2025 in Paris: the countdown shows 1 day, 14 hours and 0 minutes.</summary>
    private static readonly DateTime Opened = new(2025, 5, 25, 7, 59, 50, DateTimeKind.Utc);

    [TheoryWith(Tool.Chromium)]
    [InlineData("facebook")]
    [FullData("instagram")]
    [InlineData("whatsapp")]
    [InlineData("sans-compte")]
    [Trait("Suite", "Sample")]
    public async Task Guide_ReachedFromHome_LeadsThroughItsStepsToTheForm(string slug)
    {
        await using var visitor = await chromium.VisitorAsync();
        var page = await visitor.NewPageAsync();
        var messages = new List<string>();
        page.Console += (_, message) => messages.Add(message.Text);
        page.PageError += (_, error) => messages.Add(error);
        await page.GotoAsync("/");

        await page.GetByRole(AriaRole.Main).Locator($"a[href='/fr/guides/{slug}']").ClickAsync();

        var guide = RealContent.Content.Guides.First(guide => guide.Language == "fr" && RealContent.Content.SiteMap.Find(PageKind.Guide, guide.Id, "fr")!.Path.EndsWith(slug, StringComparison.Ordinal));
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync(guide.Title);
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "Ouvrir le formulaire" }).First).ToHaveAttributeAsync("href", guide.Forms[0].Url.AbsoluteUri);
        foreach (var step in guide.Steps)
        {
            await page.GotoAsync($"/fr/guides/{slug}#{step.Id}");
            await Expect(page.Locator($"#{step.Id}")).ToBeInViewportAsync();
            await Expect(page.Locator($"#{step.Id}").GetByRole(AriaRole.Heading, new() { Level = 3 })).ToContainTextAsync(step.Title);
            // An address of a step opens it.
            await Expect(page.Locator($"#{step.Id}").GetByRole(AriaRole.Link, new() { Name = "Ouvrir cette étape" })).ToBeVisibleAsync();
        }

        Assert.Empty(messages);
    }

    [FactWith(Tool.Chromium)]
    public async Task Countdown_WhileAhead_IsRefreshedByTheScriptForTheEye()
    {
        await using var visitor = await chromium.VisitorAsync();
        var page = await CountdownAsync(visitor);

        await visitor.Browser.Clock.FastForwardAsync(61_000);

        await Expect(page.Locator("[data-deadline]")).ToContainTextAsync("1 j, 13 h et 59 min");
    }

    /// <summary>During sleep the device's date goes on, its timers and <c>performance.now()</c> do not.</summary>
    [FactWith(Tool.Chromium)]
    public async Task Countdown_AfterTheDeviceSlept_ShowsTheTimeLeft()
    {
        await using var visitor = await chromium.VisitorAsync();
        var page = await CountdownAsync(visitor);

        await visitor.Browser.Clock.SetSystemTimeAsync(Opened + new TimeSpan(4, 59, 30));
        await page.EvaluateAsync("document.dispatchEvent(new Event('visibilitychange'))");

        await Expect(page.Locator("[data-deadline]")).ToContainTextAsync("1 j, 9 h et 0 min");
    }

    [FactWith(Tool.Chromium)]
    public async Task Share_Guide_OffersEveryWayWithNothingOfTheVisitor()
    {
        await using var visitor = await chromium.VisitorAsync();
        var page = await visitor.NewPageAsync();
        // The browser's own clipboard is one for all tests, and those of copying read it meanwhile.
        await page.AddInitScriptAsync("Object.defineProperty(navigator, 'clipboard', { value: { writeText: async text => { window.copied = text; } } })");
        await page.AddInitScriptAsync("navigator.share = data => { window.shared = data; return Promise.resolve(); }");
        await page.GotoAsync("/fr/guides/facebook");
        await page.GetByRole(AriaRole.Link, new() { Name = "Envoyer ce guide à un proche" }).ClickAsync();
        var address = new Uri(chromium.Site.Address, "/fr/guides/facebook").AbsoluteUri;

        await page.GetByRole(AriaRole.Button, new() { Name = "Copier l’adresse" }).ClickAsync();
        await Expect(page.GetByText("Adresse copiée")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Envoyer avec mon téléphone" }).ClickAsync();

        Assert.Equal(address, await page.EvaluateAsync<string>("window.copied"));
        Assert.Equal(address, await page.EvaluateAsync<string>("window.shared.url"));
        foreach (var (name, scheme) in new[] { ("Par WhatsApp", "whatsapp:"), ("Par SMS", "sms:"), ("Par e-mail", "mailto:") })
        {
            var target = await page.GetByRole(AriaRole.Link, new() { Name = name }).GetAttributeAsync("href");
            Assert.StartsWith(scheme, target, StringComparison.Ordinal);
            Assert.Contains(address, Uri.UnescapeDataString(target!), StringComparison.Ordinal);
        }

        await Expect(page.GetByRole(AriaRole.Img, new() { Name = $"Code QR de l’adresse {address}" })).ToBeVisibleAsync();
    }

    [FactWith(Tool.Chromium)]
    public async Task Share_List_SendsAnEmptyOne()
    {
        await using var visitor = await chromium.VisitorAsync(hasJavaScript: false);
        var list = await ListPageObject.OpenAsync(visitor, "?l=1.Lfs250522");

        await list.More.ClickAsync();
        await list.FollowAsync("Envoyer une liste vide à un proche");

        await Expect(list.Page.GetByLabel("L’adresse à envoyer")).ToHaveValueAsync(new Uri(chromium.Site.Address, "/fr/ma-liste").AbsoluteUri);
        Assert.DoesNotContain("250522", await list.Page.ContentAsync(), StringComparison.Ordinal);
    }

    /// <summary>The home page of <see cref="Opened"/>, in a browser whose clock is paused then.</summary>
    private static async Task<IPage> CountdownAsync(Visitor visitor)
    {
        await using var site = new InProcessSite { Time = new FakeTimeProvider(Opened) };
        using var client = site.Visitor();
        var html = await client.GetStringAsync("/fr/");
        var script = RealContent.ParseHtml(html).QuerySelector("script[src*=TimeNotice]")!.GetAttribute("src")!;
        var source = await client.GetStringAsync(script);
        var page = await visitor.NewPageAsync();
        await visitor.Browser.Clock.InstallAsync(new() { TimeDate = Opened.AddMinutes(-1) });
        await visitor.Browser.Clock.PauseAtAsync(Opened);
        await page.RouteAsync("**/preview/**", route => route.FulfillAsync(new() { Body = html, ContentType = "text/html; charset=utf-8" }));
        await page.RouteAsync("**" + script, route => route.FulfillAsync(new() { Body = source, ContentType = "text/javascript" }));
        await page.GotoAsync("/preview/");
        await Expect(page.Locator("[data-deadline]")).ToContainTextAsync("1 j, 14 h et 0 min");
        return page;
    }
}
