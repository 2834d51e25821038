using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging.Abstractions;
using OptOutGuide.Commands;
using OptOutGuide.LiveContent;

namespace OptOutGuide.Tests.LiveContent;

/// <summary>
/// A site whose content was checked before starts with the languages that come first. Visitors do not notice, except that they
/// wait less.
/// </summary>
public sealed partial class CheckedStartTests : IDisposable
{
    private readonly ContentCopy _content = new("fr", "en", "de");
    private readonly string _folder = Directory.CreateTempSubdirectory("check-").FullName;

    private string Record => Path.Combine(_folder, CheckedContent.File);

    private ContentLayers Layers => ContentLayers.Of("", _content.Root);

    public void Dispose()
    {
        _content.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public void Check_ContentWithoutProblems_RecordsWhatComesFirst()
    {
        Check();

        var record = Found(ContentLoader.LatestToday)!;
        Assert.Equal(["fr", "en"], record.First);
        Assert.Equal(["Français", "English", "Deutsch"], record.Languages.Select(language => language.Name));
        Assert.Equal(RealContent.Content.SiteMap.Pages.Where(page => page.Language is "fr" or "en" or "de"), record.Pages);
    }

    [Fact]
    public void Check_ContentWithAWarning_RecordsNothing()
    {
        File.WriteAllText(Path.Combine(_content.Root, "fr/pages/notes.txt"), "Not a page.");

        Assert.Equal(1, Check());

        Assert.False(File.Exists(Record));
    }

    [Fact]
    public void Record_OnTheDayAfterAReviewFallsDue_SaysNothing()
    {
        Check();
        var until = Found(ContentLoader.LatestToday)!.Until;

        Assert.NotNull(Found(until));
        Assert.Null(Found(until.AddDays(1)));
    }

    [Fact]
    public async Task FirstPages_BeforeTheOtherLanguagesAreRead_AreTheSameAsAfterwards()
    {
        Check();
        await using var site = Site(isWatching: false);
        using var visitor = site.Visitor();
        var library = site.Services.GetRequiredService<ContentLibrary>();
        string[] pages = [.. library.Current.SiteMap.Pages.Where(page => page.Language is "fr" && library.Current.CanRender(page)).Select(RealContent.Address)];
        var before = new List<string>();
        foreach (var page in pages)
        {
            before.Add(await HtmlAsync(visitor, page));
        }

        Assert.False(library.Current.IsWhole);
        Assert.True(pages.Length > 75, $"{pages.Length} pages");

        await visitor.GetStringAsync("/sitemap.xml");

        Assert.True(library.Current.IsWhole);
        foreach (var (page, html) in pages.Zip(before))
        {
            Assert.Equal(html, await HtmlAsync(visitor, page));
        }
    }

    [Theory]
    [InlineData("/de/", HttpStatusCode.OK)]
    [FullData("/de/nirgends", HttpStatusCode.NotFound)]
    [InlineData("/api/guides.json", HttpStatusCode.OK)]
    [Trait("Suite", "Sample")]
    public async Task AnythingElse_AskedForFirst_IsAnsweredFromAllLanguages(string path, HttpStatusCode status)
    {
        Check();
        await using var site = Site(isWatching: false);
        using var visitor = site.Visitor();

        using var answer = await visitor.GetAsync(path);

        Assert.Equal(status, answer.StatusCode);
        Assert.True(site.Services.GetRequiredService<ContentLibrary>().Current.IsWhole);
    }

    [Fact]
    public async Task OtherLanguages_WhenNobodyAsksForThem_AreReadSoonAfterTheStart()
    {
        Check();
        await using var site = Site(isWatching: true);
        using var visitor = site.Visitor();
        var library = site.Services.GetRequiredService<ContentLibrary>();

        await Eventually.TrueAsync(() => Task.FromResult(library.Current.IsWhole));

        Assert.Contains("\"status\":\"Healthy\"", await visitor.GetStringAsync("/health/ready"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("{\"Version\":\"")]
    [InlineData("{\"Version\":\"0\"}")]
    public void Record_ThatCannotBeRead_DoesNotKeepTheSiteFromStarting(string text)
    {
        File.WriteAllText(Record, text);
        var library = Library();

        Assert.True(library.Start());

        Assert.True(library.Current.IsWhole);
    }

    [Fact]
    public void Content_EditedSinceItWasChecked_IsReadAndCheckedAsAWhole()
    {
        Check();
        _content.Replace("de/guides/facebook.md", "minutes: 5", "minutes: bald");
        var library = Library();

        Assert.False(library.Start());

        Assert.Contains(library.Problems, problem => problem.File == "content/de/guides/facebook.md");
    }

    [Fact]
    public async Task Content_BrokenBeforeTheOtherLanguagesAreRead_AsksTheirVisitorsToComeBack()
    {
        Check();
        await using var site = Site(isWatching: false);
        using var visitor = site.Visitor();
        await visitor.GetStringAsync("/fr/");
        _content.Replace("de/guides/facebook.md", "minutes: 5", "minutes: bald");

        using var refused = await visitor.GetAsync("/de/");

        Assert.Equal(HttpStatusCode.ServiceUnavailable, refused.StatusCode);
        Assert.NotNull(refused.Headers.RetryAfter);
        Assert.Contains("<h1", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.True((await visitor.GetAsync("/fr/guides/facebook")).IsSuccessStatusCode);
    }

    /// <summary>A page without the protected description of its circuit, which differs at each rendering.</summary>
    private static async Task<string> HtmlAsync(HttpClient visitor, string page) => Circuit().Replace(await visitor.GetStringAsync(page), "");

    private int Check() => CheckCommand.Run(Layers, record: Record);

    private CheckedContent? Found(DateOnly today) => CheckedContent.Find(Record, ContentVersion.Of(Layers), today, TextCatalog.All);

    private ContentLibrary Library() => new(Layers, TextCatalog.All, NullLogger<ContentLibrary>.Instance) { CheckFile = Record };

    /// <param name="isWatching">Whether the other languages are read a second after the start.</param>
    private InProcessSite Site(bool isWatching) => new(
        services =>
        {
            if (!isWatching)
            {
                services.RemoveAll<IHostedService>();
            }
        },
        ("Site:ContentFolder", _content.Root),
        ("Site:CheckFile", Record),
        ("Site:RenderMillisecondsPerMinute", "1000000"));

    [GeneratedRegex("<!--Blazor:.*?-->")]
    private static partial Regex Circuit();
}
