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
    [InlineData("/fr/guides/whatsapp", "Commencer", "Ouvrir le formulaire général de WhatsApp")]
    [InlineData("/fr/guides/facebook", "Commencer", "Ouvrir le formulaire sur facebook.com")]
    [InlineData("/en/guides/whatsapp", "Start the steps", "Open WhatsApp’s general form")]
    [InlineData("/en/guides/instagram", "Start the steps", "Open the form on help.instagram.com")]
    public async Task Buttons_OfAGuide_LeadToItsStepsAndNameTheFormThatTheyOpen(string path, params string[] expected)
    {
        using var client = new HttpClient { BaseAddress = site.Address };

        var page = RealContent.ParseHtml(await client.GetStringAsync(path));

        var buttons = page.QuerySelectorAll("main a.button");
        Assert.Equal(expected, buttons.Select(button => button.TextContent));
        var guide = RealContent.Content.Guide(RealContent.Content.SiteMap.Find(path)!);
        Assert.Equal([$"{path}/1", guide.Forms[0].Url.AbsoluteUri], buttons.Select(button => button.GetAttribute("href")!));
        Assert.Single(page.QuerySelectorAll("main a.button:not(.secondary)"));
    }

    /// <summary>Honest, and not frightening at the moment of trust.</summary>
    [Theory]
    [InlineData("/fr/guides/facebook", "Lien publié par une autorité, le 29 avril 2025", "Garante per la protezione dei dati personali")]
    [InlineData("/en/guides/whatsapp", "Link seen in one of Meta’s texts, on 2 July 2026", "Open Terms Archive")]
    public async Task Evidence_OfTheForm_IsOneLineWithTheRestBehindIt(string path, string line, string publisher)
    {
        using var client = new HttpClient { BaseAddress = site.Address };
        var texts = RealContent.Content.FindLanguage(path[1..3])!.Texts<GuideTexts>();

        var page = RealContent.ParseHtml(await client.GetStringAsync(path));

        var evidence = page.QuerySelector("main details.evidence")!;
        Assert.False(evidence.HasAttribute("open"));
        Assert.Equal(line, evidence.QuerySelector("summary")!.TextContent);
        Assert.Contains(texts.NotFollowed, evidence.TextContent, StringComparison.Ordinal);
        Assert.Contains(publisher, evidence.TextContent, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Guides))]
    public async Task Guide_Opened_HasItsStepsAndWhatTheyRestOnFolded(string path)
    {
        using var client = new HttpClient { BaseAddress = site.Address };
        var guide = RealContent.Content.Guide(RealContent.Content.SiteMap.Find(path)!);

        var page = RealContent.ParseHtml(await client.GetStringAsync(path));

        Assert.Equal(guide.Steps.Select(step => (step.Id, step.Title)), page.QuerySelectorAll(".path > li").Select(step => (step.Id!, step.QuerySelector("details:not([open]) > summary > h3")!.TextContent)));
        Assert.All(["page-limits", "page-links", "page-sources"], id => Assert.NotNull(page.QuerySelector($"details:not([open]) > summary > #{id}")));
    }
}
