using AngleSharp.Dom;

namespace OptOutGuide.Tests.Site;

/// <summary>What a guide says before its steps.</summary>
[Collection("site")]
public sealed class GuideHeadTests(RunningSite site)
{
    public static TheoryData<string> Guides => [.. RealContent.Content.SiteMap.Pages.Where(page => page.Kind is PageKind.Guide).Select(page => page.Path)];

    [Theory, MemberData(nameof(Guides))]
    public async Task Guide_Opened_OffersItsEasyVersionFirst(string path)
    {
        using var client = new HttpClient { BaseAddress = site.Address };
        var guide = RealContent.Content.SiteMap.Find(path)!;
        var easy = RealContent.Content.SiteMap.Find(PageKind.GuideEasy, guide.Id, guide.Language)!;

        var article = RealContent.ParseHtml(await client.GetStringAsync(path)).QuerySelector("main article")!;

        var first = article.QuerySelector("a")!;
        Assert.Equal(easy.Path, first.GetAttribute("href"));
        Assert.Equal(RealContent.Content.FindLanguage(guide.Language)!.Texts<GuideTexts>().EasyGuide, first.TextContent);
        Assert.Equal("H1", first.ParentElement!.PreviousElementSibling!.TagName);
        Assert.Single(article.QuerySelectorAll($"a[href='{easy.Path}']"));
    }

    [Theory]
    [InlineData("/fr/guides/whatsapp", "Ouvrir le formulaire général de WhatsApp")]
    [InlineData("/fr/guides/facebook", "Ouvrir le formulaire de Meta")]
    [InlineData("/en/guides/whatsapp", "Open WhatsApp’s general form")]
    [InlineData("/en/guides/instagram", "Open Meta’s form")]
    public async Task Button_OfAGuide_NamesTheFormThatItOpens(string path, string expected)
    {
        using var client = new HttpClient { BaseAddress = site.Address };

        var page = RealContent.ParseHtml(await client.GetStringAsync(path));

        Assert.Equal(expected, page.GetElementById("page-form")!.TextContent);
    }
}
