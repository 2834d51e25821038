namespace OptOutGuide.Tests.Browser;

/// <summary>The sheet for a wall, with strips to tear off.</summary>
[Collection("looks")]
public sealed class PosterTests(Chromium chromium)
{
    public static TheoryData<string> Posters => PrintTests.Of(PageKind.Poster);

    [TheoryWith(Tool.Chromium, Tool.Poppler)]
    [InlineData("/fr/affiche", "Vous avez Facebook ou Instagram")]
    [InlineData("/en/poster", "Are you on Facebook or Instagram")]
    public async Task Poster_IsReadFromAStepAway(string path, string heading)
    {
        var poster = await PrintedPage.PrintAsync(chromium, path);

        Assert.Single(poster.Pages);
        Assert.Contains(heading, poster.Text, StringComparison.Ordinal);
        Assert.True(poster.FontSizes[0].First(run => run.Words.Length > 3).Size >= 40);
        Assert.Equal(1 + 8, poster.Letters.Split(chromium.Site.Address.Authority).Length - 1);
    }

    [TheoryWith(Tool.Chromium, Tool.Poppler)]
    [MemberData(nameof(Posters))]
    [Trait("Suite", "Sample")]
    public async Task Poster_EachStrip_SaysWhatItIsFor(string path)
    {
        var poster = await PrintedPage.PrintAsync(chromium, path);

        var texts = RealContent.Content.FindLanguage(RealContent.Content.SiteMap.Find(path)!.Language)!.Texts<PosterTexts>();
        Assert.Single(poster.Pages);
        Assert.Equal(8, poster.Letters.Split(texts.Strip.Replace(" ", "", StringComparison.Ordinal)).Length - 1);
        Assert.Equal(1 + 8, poster.Letters.Split(chromium.Site.Address.Authority).Length - 1);
    }
}
