using AngleSharp.Dom;

namespace OptOutGuide.Tests.GuidePages;

/// <summary>A translated page says at its end who has read it.</summary>
public sealed class TranslationNoticeTests : IDisposable
{
    private const string Unread = "no named person has read it";

    private readonly ContentFixture _folder = new();

    public TranslationNoticeTests() => _folder.AddGerman();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("/de/guides/facebook")]
    [InlineData("/de/guides/facebook/1")]
    [InlineData("/de/comprendre")]
    public async Task Translation_ThatNobodyHasRead_SaysSoAndHowToReport(string path)
    {
        Translate("machine");

        var line = Assert.Single(await LinesAsync(path), line => line.TextContent.Contains(Unread, StringComparison.Ordinal));

        Assert.StartsWith("https://tracker.example/new?title=", line.QuerySelector("a")!.GetAttribute("href"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Translation_ReadByAPerson_NamesThem()
    {
        Translate("Maria Muster");

        var lines = await LinesAsync("/de/guides/facebook");

        Assert.Contains(lines, line => line.TextContent.Contains("read by Maria Muster", StringComparison.Ordinal) && line.QuerySelector("a") is null);
        Assert.DoesNotContain(lines, line => line.TextContent.Contains(Unread, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Original_SaysNothing()
    {
        Assert.DoesNotContain(await LinesAsync("/de/guides/facebook"), line => line.TextContent.Contains("Translated", StringComparison.Ordinal));
    }

    private void Translate(string translation)
    {
        foreach (var file in new[] { "de/guides/facebook.md", "de/pages/comprendre.md" })
        {
            _folder.Replace(file, "reviewed: 2026-11-22", $"reviewed: 2026-11-22\ntranslation: {translation}");
        }
    }

    private async Task<IReadOnlyList<IElement>> LinesAsync(string path)
    {
        await using var site = new InProcessSite(null, ("Site:ContentFolder", _folder.Root), ("Site:ReportIssues", "https://tracker.example/new"));
        using var client = site.Visitor();
        return [.. RealContent.ParseHtml(await client.GetStringAsync(path)).QuerySelectorAll("main article > p.quiet")];
    }
}
