using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace OptOutGuide.Tests.Support;

/// <summary>The content of the repository, read once, to know which pages there are.</summary>
internal static class RealContent
{
    private static readonly Lazy<SiteContent> Loaded = new(() =>
    {
        var (content, problems) = ContentLoader.Load(ContentLayers.Of("", Repository.Content), ContentLoader.LatestToday, TextCatalog.All);
        return content ?? throw new InvalidOperationException(string.Join('\n', problems));
    });

    public static SiteContent Content => Loaded.Value;

    /// <summary>Whether tests see all of their rows, as in <c>tests/full.sh</c>, or a sample.</summary>
    public static bool RunsAllRows => Environment.GetEnvironmentVariable("SAMPLE") is "all";

    /// <summary>For what does not depend on the language.</summary>
    public static IEnumerable<SitePage> FrenchPages => Content.SiteMap.Pages.Where(page => page.Language is "fr");

    /// <summary>For what depends on neither the language nor the words of a page.</summary>
    public static IEnumerable<SitePage> PageOfEachKind => FrenchPages.DistinctBy(page => page.Kind);

    /// <summary>
    /// The pages of French and of the language with the longest words, for tests whose time grows with the number of pages;
    /// <c>tests/full.sh</c> sets <c>SAMPLE=all</c>, and these tests see every language.
    /// </summary>
    public static IEnumerable<SitePage> SamplePages => Content.SiteMap.Pages.Where(page => RunsAllRows || page.Language is "fr" or "de");

    /// <summary>Its path; the plan with answers that lead to one, the end with a finished list.</summary>
    public static string Address(SitePage page) => page.Kind switch
    {
        PageKind.Plan => $"{page.Path}?where=FR&have=facebook&have=instagram&linked=unsure&login=no&for=several",
        PageKind.ListDone => $"{page.Path}?l=1.Lfs250522c250523",
        _ => page.Path,
    };

    /// <summary>Today where the site's visitors live.</summary>
    public static DateOnly Today => DateOnly.FromDateTime(
        TimeZoneInfo.ConvertTime(DateTimeOffset.UtcNow, TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris")).DateTime);

    public static IHtmlDocument ParseHtml(string html) => new HtmlParser().ParseDocument(html);
}
