using System.Net;
using System.Text.RegularExpressions;
using AngleSharp.Html.Dom;

namespace OptOutGuide.Tests.Site;

public sealed partial class FallbackPageTests(FallbackPageTests.SiteWithoutOnePage site) : IClassFixture<FallbackPageTests.SiteWithoutOnePage>
{
    private const string Shown = "/en/questions-frequentes";
    private const string Original = "/fr/questions-frequentes";

    private readonly HttpClient _visitor = site.Visitor;

    [Fact]
    public async Task Page_MissingInALanguage_IsOneLanguageInsideAndAnotherAround()
    {
        var page = RealContent.ParseHtml(await _visitor.GetStringAsync(Shown));

        Assert.Equal("en", page.DocumentElement.GetAttribute("lang"));
        var main = page.QuerySelector("main")!;
        Assert.Equal("fr", main.GetAttribute("lang"));
        var notice = page.QuerySelector("aside.fallback")!;
        Assert.Same(main, notice.NextElementSibling);
        Assert.Contains("isn't available in English yet", notice.TextContent, StringComparison.Ordinal);
        Assert.Equal("Français", notice.QuerySelector("[lang=fr]")!.TextContent);
        Assert.Contains("Skip to", page.QuerySelector("a.skip")!.TextContent, StringComparison.Ordinal);
    }

    /// <summary>All that stands in the main part of the French page stands in the English frame too, word for word.</summary>
    [Fact]
    public async Task Page_MissingInALanguage_HasEveryWordOfTheOther()
    {
        var shown = RealContent.ParseHtml(await _visitor.GetStringAsync(Shown));
        var original = RealContent.ParseHtml(await _visitor.GetStringAsync(Original));

        Assert.Equal(Words(original), Words(shown));
        Assert.Equal(Languages(original), Languages(shown));

        static string Words(IHtmlDocument page) => Space().Replace(page.QuerySelector("main")!.TextContent, " ").Trim();

        static IEnumerable<string?> Languages(IHtmlDocument page) => page.QuerySelectorAll("main [lang]").Select(part => part.GetAttribute("lang"));
    }

    [Fact]
    public async Task Links_OfAPageInAnotherLanguage_StayInTheFrame()
    {
        var page = RealContent.ParseHtml(await _visitor.GetStringAsync(Shown));

        string[] links = [.. page.QuerySelectorAll("main a[href^='/']").Select(link => link.GetAttribute("href")!)];

        Assert.Contains("/en/what-it-changes#after-may-2025", links);
        Assert.All(links, link => Assert.StartsWith("/en/", link, StringComparison.Ordinal));
        foreach (var link in links.Distinct())
        {
            using var response = await _visitor.GetAsync(new Uri(link, UriKind.Relative));
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
            var anchor = link.Split('#').ElementAtOrDefault(1);
            Assert.True(anchor is null || RealContent.ParseHtml(await response.Content.ReadAsStringAsync()).GetElementById(anchor) is not null, link);
        }
    }

    [Fact]
    public async Task Head_OfAPageInAnotherLanguage_NamesThatPageAsItsOriginal()
    {
        var page = RealContent.ParseHtml(await _visitor.GetStringAsync(Shown));

        Assert.EndsWith(Original, page.QuerySelector("link[rel=canonical]")!.GetAttribute("href"), StringComparison.Ordinal);
        Assert.Equal("fr_FR", page.QuerySelector("meta[property='og:locale']")!.GetAttribute("content"));
    }

    [Fact]
    public async Task Sitemap_NamesTheOriginalAlone()
    {
        var sitemap = await _visitor.GetStringAsync("/sitemap.xml");

        Assert.Contains(Original, sitemap, StringComparison.Ordinal);
        Assert.DoesNotContain(Shown, sitemap, StringComparison.Ordinal);
    }

    /// <summary>The menu of languages keeps the page, and the foot says in which language it is.</summary>
    [Fact]
    public async Task Frame_LeadsToIt()
    {
        var original = RealContent.ParseHtml(await _visitor.GetStringAsync(Original));
        var home = RealContent.ParseHtml(await _visitor.GetStringAsync("/en/"));

        Assert.Equal(Shown, original.QuerySelector("nav.languages a[lang=en]")!.GetAttribute("href"));
        var foot = home.QuerySelector($".site-footer a[href='{Shown}']")!;
        Assert.Equal("fr", foot.GetAttribute("lang"));
        Assert.EndsWith(" (Français)", foot.TextContent, StringComparison.Ordinal);
    }

    /// <summary>The real site with one page less in English: its readers get the French one.</summary>
    public sealed class SiteWithoutOnePage : IDisposable
    {
        private readonly ContentCopy _content = new();
        private readonly InProcessSite _site;

        public SiteWithoutOnePage()
        {
            File.WriteAllText(Path.Combine(_content.Root, "languages.yml"), "languages: [fr, en]\n");
            File.Delete(Path.Combine(_content.Root, "en/pages/questions-and-answers.md"));
            _site = new InProcessSite(null, ("Site:ContentFolder", _content.Root));
            Visitor = _site.Visitor();
        }

        public HttpClient Visitor { get; }

        public void Dispose()
        {
            Visitor.Dispose();
            _site.Dispose();
            _content.Dispose();
        }
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Space();
}
