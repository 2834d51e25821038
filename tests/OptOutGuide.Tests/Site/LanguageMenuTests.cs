using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Microsoft.AspNetCore.WebUtilities;

namespace OptOutGuide.Tests.Site;

/// <summary>Another language, chosen without a script: the same page, with all that the address says.</summary>
[Collection("site")]
public sealed class LanguageMenuTests(RunningSite site) : IDisposable
{
    private readonly HttpClient _visitor = new(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = site.Address };

    public void Dispose() => _visitor.Dispose();

    public static TheoryData<string> Addresses =>
    [
        "/fr/guides/facebook/3",
        "/fr/guides/facebook/3?l=1.Ufs250522-Rw",
        "/fr/guides/facebook/3?l=1.Uf.Ui&who=1",
        "/fr/questions?where=FR&have=facebook&have=instagram",
        "/fr/questions?where=FR&have=facebook&have=instagram&l=1.Uf.Ui&who=1",
        "/fr/verifier-espace-comptes?where=FR&have=facebook&have=instagram",
        "/fr/plan?where=FR&have=facebook&have=instagram&linked=unsure&login=no&for=several",
        "/fr/ma-liste?l=1.CBE-Lfs250522c250523i-Rw",
        "/fr/ma-liste?l=1.Uf.Ui&who=1",
        "/fr/ma-liste/termine?l=1.Lfs250522c250523",
        "/fr/ma-liste/imprimer?l=1.Lfs250522",
        "/fr/ma-liste/partager?l=1.Lfs250522",
        "/fr/guides/facebook/partager",
        "/fr/guides/facebook/imprimer",
        "/fr/guides/facebook/facile/imprimer",
        "/fr/affiche",
        "/fr/atelier/imprimer?n=12&date=2026-12-10&place=Lyon",
        // Too long to be repeated in each link.
        $"/fr/ma-liste?l={FullestList.Even()}&who=1",
        $"/fr/questions?where=FR&have=facebook&have=instagram&l={FullestList.Even()}&who=1",
        $"/fr/atelier?n=12&place={new string('é', 80)}&contact={new string('à', 80)}",
    ];

    [Theory, MemberData(nameof(Addresses))]
    public async Task Language_Chosen_KeepsPageStepAnswersAndList(string address)
    {
        var start = Page(address);
        var menu = await OpenAsync(address);

        foreach (var code in new[] { "de", "pl", "el" })
        {
            var there = Choice(menu, code);

            Assert.Equal((start.Kind, start.Id, code), (Page(there).Kind, Page(there).Id, Page(there).Language));
            Assert.Equal(Query(address), Query(there));
            Assert.Equal(code, (await OpenAsync(there)).DocumentElement.GetAttribute("lang"));
        }
    }

    [Theory]
    [InlineData("de")]
    [InlineData("pl")]
    [InlineData("el")]
    public async Task Language_ChosenOnTheList_ShowsWhatIsTicked(string code)
    {
        var language = RealContent.Content.FindLanguage(code)!;

        var list = await OpenAsync(Choice(await OpenAsync("/fr/ma-liste?l=1.Lfs250522i-Uf"), code));

        Assert.Contains(language.Format(language.Texts<ListTexts>().Progress, 1, 2), list.QuerySelector("[role=status]")!.TextContent, StringComparison.Ordinal);
        Assert.Contains(language.Date(new DateOnly(2025, 5, 22)), list.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Language_OnAnyPage_LeadsToTheSamePageAndBack()
    {
        foreach (var page in RealContent.FrenchPages.Where(page => !page.IsEmbed && page.Kind is not (PageKind.ListDone or PageKind.Plan)))
        {
            var there = (await OpenAsync(page.Path)).QuerySelectorAll("a[data-language]").Select(link => link.GetAttribute("href")!).ToArray();
            var back = (await OpenAsync(there[0])).QuerySelectorAll("a[data-language]").Select(link => link.GetAttribute("href"));

            Assert.Equal(RealContent.Content.Languages.Count - 1, there.Length);
            Assert.Contains(page.Path, back);
        }
    }

    /// <summary>A screen reader says each name in its own language, and which language a link leads to.</summary>
    [Theory]
    [InlineData("/fr/guides/facebook/3")]
    [InlineData("/el/guides/nowhere")]
    [InlineData("/el/")]
    public async Task Language_InTheMenu_IsNamedAndMarkedInItself(string path)
    {
        var own = path.Split('/')[1];

        var links = (await OpenAsync(path)).QuerySelectorAll("nav.languages a");

        Assert.Equal(
            RealContent.Content.Languages.Where(language => language.Code != own).Select(language => (language.Name, language.Code, language.Code, language.Code, (string?)null)),
            links.Select(link => (link.TextContent, link.GetAttribute("lang")!, link.GetAttribute("hreflang")!, link.GetAttribute("href")!.Split('/')[1], link.GetAttribute("aria-current"))));
    }

    private static SitePage Page(string address) => RealContent.Content.SiteMap.Find(address.Split('?')[0])!;

    private static string Query(string address) => Uri.UnescapeDataString(address.Split('?') is [_, var query] ? query : "");

    /// <summary>Where a browser goes when the language is chosen: a link's address, or a form's with its fields.</summary>
    private static string Choice(IHtmlDocument page, string code)
    {
        var choice = Assert.Single(page.QuerySelectorAll($"nav.languages :is(a, button)[lang={code}]"));
        return choice.GetAttribute("href")
            ?? QueryHelpers.AddQueryString(
                choice.GetAttribute("formaction")!,
                choice.Closest("form")!.QuerySelectorAll("input").Select(field => KeyValuePair.Create(field.GetAttribute("name")!, field.GetAttribute("value"))));
    }

    private async Task<IHtmlDocument> OpenAsync(string address)
    {
        using var response = await _visitor.GetAsync(address);
        Assert.True(response.StatusCode is HttpStatusCode.OK or HttpStatusCode.NotFound, $"{address}: {response.StatusCode}");
        return RealContent.ParseHtml(await response.Content.ReadAsStringAsync());
    }
}
