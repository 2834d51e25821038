using System.Text.Json;
using System.Xml.Linq;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace OptOutGuide.Tests.Site;

/// <summary>Metadata for search engines, phones and apps that show link previews.</summary>
[Collection("site")]
public sealed class SearchTests(RunningSite site)
{
    private static readonly XNamespace Sitemaps = "http://www.sitemaps.org/schemas/sitemap/0.9";
    private static readonly XNamespace Xhtml = "http://www.w3.org/1999/xhtml";

    [Fact]
    public async Task Guide_Opened_DescribesItsStepsAndTheWayToIt()
    {
        using var client = Client();

        var page = await OpenAsync(client, "/fr/guides/facebook");

        var guide = RealContent.Content.Guides.First(guide => guide is { Id: "facebook", Language: "fr" });
        var steps = Data(page, "HowTo").GetProperty("step").EnumerateArray().ToList();
        Assert.Equal($"PT{guide.FrontMatter.Minutes}M", Data(page, "HowTo").GetProperty("totalTime").GetString());
        Assert.Equal(guide.Steps.Select(step => step.Title), steps.Select(step => step.GetProperty("name").GetString()));
        Assert.All(steps, step => Assert.NotNull(page.GetElementById(new Uri(step.GetProperty("url").GetString()!).Fragment[1..])));
        Assert.Equal(
            [new Uri(site.Address, "/fr/").AbsoluteUri, new Uri(site.Address, "/fr/guides/facebook").AbsoluteUri],
            Data(page, "BreadcrumbList").GetProperty("itemListElement").EnumerateArray().Select(step => step.GetProperty("item").GetString()));
    }

    [Theory]
    [InlineData("/fr/questions-frequentes")]
    [InlineData("/en/questions-and-answers")]
    public async Task Questions_Answered_AreDescribedAsSuch(string path)
    {
        using var client = Client();

        var page = await OpenAsync(client, path);

        var questions = Data(page, "FAQPage").GetProperty("mainEntity").EnumerateArray().ToList();
        Assert.Equal(page.QuerySelectorAll("main section[id] > h2").Select(heading => heading.TextContent), questions.Select(question => question.GetProperty("name").GetString()));
        Assert.All(questions, question => Assert.Matches(@"^[^<>\[\]]{10,}$", question.GetProperty("acceptedAnswer").GetProperty("text").GetString()!));
    }

    [Fact]
    public async Task Page_WithoutQuestions_ClaimsNone()
    {
        using var client = Client();

        var page = await OpenAsync(client, "/fr/comprendre");

        Assert.Equal(["BreadcrumbList"], Graph(page).Select(thing => thing.GetProperty("@type").GetString()));
    }

    [Fact]
    public async Task Sitemap_Read_NamesEachPageForSearchWithItsTranslations()
    {
        using var client = Client();

        var urls = XDocument.Parse(await client.GetStringAsync("/sitemap.xml")).Root!.Elements(Sitemaps + "url").ToList();

        var map = RealContent.Content.SiteMap;
        var listed = urls.Select(url => map.Find(new Uri(url.Element(Sitemaps + "loc")!.Value).AbsolutePath)!).ToList();
        Assert.DoesNotContain(listed, page => page.IsFallback);
        Assert.All(urls.Zip(listed), entry => Assert.Equal(
            [.. map.Translations(entry.Second).Select(translation => (translation.Language, translation.Path)), ("x-default", map.DefaultPath(entry.Second))],
            entry.First.Elements(Xhtml + "link").Select(link => (link.Attribute("hreflang")!.Value, new Uri(link.Attribute("href")!.Value).AbsolutePath))));
        Assert.Equal("2026-11-28", urls.First(url => url.Element(Sitemaps + "loc")!.Value.EndsWith("/fr/guides/facebook", StringComparison.Ordinal)).Element(Sitemaps + "lastmod")!.Value);
    }

    /// <summary>With many languages they would weigh more than a step of a guide.</summary>
    [Fact]
    public async Task Translations_OfAPage_AreInTheSitemapOnly()
    {
        using var client = Client();

        var page = await OpenAsync(client, "/fr/guides/facebook/1");

        Assert.Empty(page.QuerySelectorAll("link[hreflang], meta[property='og:locale:alternate']"));
    }

    [Theory]
    [InlineData("/fr/guides/facebook/imprimer", true)]
    [InlineData("/fr/guides/facebook/partager", true)]
    [InlineData("/fr/ma-liste?l=1.Lfs250522", true)]
    [InlineData("/fr/ma-liste", false)]
    [InlineData("/fr/guides/facebook", false)]
    public async Task Page_NotForSearch_AsksToBeLeftOut(string path, bool isLeftOut)
    {
        using var client = Client();

        var page = await OpenAsync(client, path);

        Assert.Equal(isLeftOut, page.QuerySelector("meta[name=robots][content=noindex]") is not null);
    }

    [Fact]
    public async Task Robots_Read_LeadToTheSitemapUnderTheSitesOwnAddress()
    {
        await using var configured = new InProcessSite(null, ("Site:BaseAddress", "https://opposer.example/"));
        using var client = configured.Visitor();

        var robots = await client.GetStringAsync("/robots.txt");
        var sitemap = XDocument.Parse(await client.GetStringAsync("/sitemap.xml"));

        Assert.Contains("Sitemap: https://opposer.example/sitemap.xml", robots.Split('\n'));
        Assert.NotEmpty(sitemap.Descendants(Sitemaps + "loc"));
        Assert.All(sitemap.Descendants(Sitemaps + "loc"), address => Assert.StartsWith("https://opposer.example/", address.Value, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("/fr/", "Pas pour l’IA")]
    [InlineData("/en/", "Not for AI")]
    public async Task Manifest_Read_HasNameStartAndIconsThatAreThere(string home, string name)
    {
        using var client = Client();
        var page = await OpenAsync(client, home);

        var response = await client.GetAsync(page.QuerySelector("link[rel=manifest]")!.GetAttribute("href"));
        var manifest = JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement;

        Assert.Equal("application/manifest+json", response.Content.Headers.ContentType?.MediaType);
        Assert.Equal((name, home, "browser"), (manifest.GetProperty("name").GetString(), manifest.GetProperty("start_url").GetString(), manifest.GetProperty("display").GetString()));
        string[] named = [.. manifest.GetProperty("icons").EnumerateArray().Select(icon => icon.GetProperty("src").GetString()!)];
        string[] linked = [.. page.QuerySelectorAll("link[rel=icon], link[rel=apple-touch-icon]").Select(link => link.GetAttribute("href")!)];
        Assert.NotEmpty(named);
        Assert.NotEmpty(linked);
        foreach (var icon in named.Concat(linked))
        {
            Assert.StartsWith("image/", (await client.GetAsync(icon)).EnsureSuccessStatusCode().Content.Headers.ContentType?.MediaType, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Palette_OutsideTheStyleSheet_IsThatOfTheStyleSheet()
    {
        var css = File.ReadAllText(Path.Combine(Repository.Root, "src/OptOutGuide/wwwroot/site.css"));
        var (light, dark) = (css[..css.IndexOf("prefers-color-scheme: dark", StringComparison.Ordinal)], css[css.IndexOf("prefers-color-scheme: dark", StringComparison.Ordinal)..]);

        Assert.All(
            new[] { ("ground", Palette.Ground), ("raised", Palette.Raised), ("ink", Palette.Ink), ("quiet", Palette.Quiet), ("line", Palette.Line), ("accent", Palette.Accent), ("done", Palette.Done), ("done-ground", Palette.DoneGround) },
            token => Assert.Contains($"--{token.Item1}: {token.Item2};", light, StringComparison.Ordinal));
        Assert.Contains($"--ground: {Palette.DarkGround};", dark, StringComparison.Ordinal);
    }

    private HttpClient Client() => new() { BaseAddress = site.Address };

    private static async Task<IHtmlDocument> OpenAsync(HttpClient client, string path) => RealContent.ParseHtml(await client.GetStringAsync(path));

    private static IEnumerable<JsonElement> Graph(IHtmlDocument page) =>
        JsonDocument.Parse(Assert.Single(page.Scripts, script => script.Type == "application/ld+json").Text).RootElement.GetProperty("@graph").EnumerateArray();

    private static JsonElement Data(IHtmlDocument page, string type) => Graph(page).Single(thing => thing.GetProperty("@type").GetString() == type);
}
