using AngleSharp.Dom;

namespace OptOutGuide.Tests.GuidePages;

/// <summary>What a page says about the labels of Meta's screens.</summary>
[Collection("site")]
public sealed class LabelEvidenceTests(RunningSite running)
{
    [Theory]
    [InlineData("/fr/guides/facebook", "Envoyer", "LeBigData.fr", "2025; association ou presse")]
    [InlineData("/en/guides/instagram", "Submit an objection request", "mgillion.be", "8 May 2025; blog or forum")]
    public async Task Guide_Opened_SaysWhereEachLabelWasSeen(string path, string label, string publisher, string evidence)
    {
        using var client = new HttpClient { BaseAddress = running.Address };

        var page = RealContent.ParseHtml(await client.GetStringAsync(path));

        var entry = page.QuerySelectorAll("details:has(#page-labels) li").Single(entry => entry.QuerySelector("b")!.TextContent == label);
        Assert.Contains(publisher, entry.TextContent, StringComparison.Ordinal);
        Assert.Contains(evidence, entry.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain(RealContent.Content.FindLanguage(path[1..3])!.Texts<LabelTexts>().Unseen.Split('{')[0], page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pages_WithALabelNotSeenInTheirLanguage_SayItOnceAndMarkTheLanguage()
    {
        using var folder = new ContentFixture();
        folder.Replace(ContentFixture.Guide, "Touchez **Envoyer**.", "Touchez [](label:submit).\n\n```screen\ndevice: phone\ntitle: Compte\nbutton: label:submit\n```");
        folder.Write("fr/meta-labels.yml", "submit: { wording: Envoyer, source: cnil }\n");
        folder.AddGerman();
        folder.Write("de/meta-labels.yml", "submit: { look-for: der Knopf }\n");
        await using var site = new InProcessSite(null, ("Site:ContentFolder", folder.Root));
        using var client = site.Visitor();

        var (guide, first, second) = (await GetAsync("/de/guides/facebook"), await GetAsync("/de/guides/facebook/1"), await GetAsync("/de/guides/facebook/2"));

        Assert.Equal([1, 0, 1], new[] { guide, first, second }.Select(page => page.QuerySelectorAll("p.quiet").Count(line => line.TextContent.Contains("We have not seen", StringComparison.Ordinal))));
        Assert.Equal("Envoyer", second.QuerySelector("main strong[lang=fr]")!.TextContent);
        Assert.Equal("Envoyer", second.QuerySelector("svg tspan[lang=fr]")!.TextContent);
        Assert.Equal("fr", guide.QuerySelector("details:has(#page-labels) li b")!.GetAttribute("lang"));

        async Task<IDocument> GetAsync(string path) => RealContent.ParseHtml(await client.GetStringAsync(path));
    }
}
