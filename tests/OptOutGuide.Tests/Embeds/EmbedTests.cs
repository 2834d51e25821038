using System.Text.Json;

namespace OptOutGuide.Tests.Embeds;

/// <summary>What other sites may show or read of this one, and that nothing else can be.</summary>
public sealed class EmbedTests(EmbedTests.FramedSite site) : IClassFixture<EmbedTests.FramedSite>
{
    private const int MaxBytes = 8 * 1024;

    private readonly RunningSite _site = site.Site;

    public static TheoryData<string> Frames => [.. RealContent.Content.SiteMap.Pages.Where(page => page.IsEmbed).Select(page => page.Path)];

    public static TheoryData<string> OtherPages => [.. RealContent.Content.SiteMap.Pages.Where(page => !page.IsEmbed).DistinctBy(page => page.Kind).Select(RealContent.Address)];

    [Theory, MemberData(nameof(Frames))]
    public async Task Frame_OfEachKind_IsSmallScriptlessAndForTheChosenOrigins(string path)
    {
        using var client = new HttpClient { BaseAddress = _site.Address };

        var rendered = await client.GetAsync(path);
        var cached = await client.GetAsync(path);

        var html = await rendered.Content.ReadAsStringAsync();
        var page = RealContent.ParseHtml(html);
        var style = await client.GetByteArrayAsync(page.QuerySelector("link[rel=stylesheet]")!.GetAttribute("href"));
        Assert.InRange(html.Length + style.Length, 1, MaxBytes);
        Assert.Empty(page.QuerySelectorAll("script, form, iframe, img"));
        Assert.Single(page.QuerySelectorAll("h1"));
        Assert.All([rendered, cached], answer =>
        {
            Assert.EndsWith("frame-ancestors 'self' https://news.example https://*.library.example", Assert.Single(answer.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
            Assert.Equal("cross-origin", Assert.Single(answer.Headers.GetValues("Cross-Origin-Resource-Policy")));
            Assert.False(answer.Headers.Contains("Access-Control-Allow-Origin"));
        });
    }

    [Theory, MemberData(nameof(OtherPages))]
    public async Task Page_OfAnyOtherKind_CannotBeFramed(string path)
    {
        using var client = new HttpClient { BaseAddress = _site.Address };

        var answer = await client.GetAsync(path);

        Assert.Contains("frame-ancestors 'none'", Assert.Single(answer.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
        Assert.Equal("same-origin", Assert.Single(answer.Headers.GetValues("Cross-Origin-Resource-Policy")));
    }

    [Theory]
    [InlineData("/api/deadlines.json", "deadlines")]
    [InlineData("/api/guides.json", "guides")]
    public async Task Data_ForOtherPrograms_IsVersionedReadableByAnySiteAndCached(string path, string list)
    {
        using var client = new HttpClient { BaseAddress = _site.Address };

        var first = await client.GetAsync(path);
        var again = await client.GetAsync(path);

        var data = JsonDocument.Parse(await first.Content.ReadAsStringAsync()).RootElement;
        Assert.Equal(1, data.GetProperty("version").GetInt32());
        Assert.NotEmpty(data.GetProperty(list).EnumerateArray());
        Assert.All([first, again], answer => Assert.Equal("*", Assert.Single(answer.Headers.GetValues("Access-Control-Allow-Origin"))));
        Assert.NotNull(again.Headers.ETag);
        Assert.Equal(first.Headers.ETag, again.Headers.ETag);
    }

    [Fact]
    public async Task Guides_AsData_HaveEachLanguageWithItsAddress()
    {
        using var client = new HttpClient { BaseAddress = _site.Address };

        var guides = JsonDocument.Parse(await client.GetStringAsync("/api/guides.json")).RootElement.GetProperty("guides");

        Assert.Equal(
            RealContent.Content.Guides.Select(guide => RealContent.Content.SiteMap.Find(PageKind.Guide, guide.Id, guide.Language)!.Path).Order(),
            guides.EnumerateArray().SelectMany(guide => guide.GetProperty("languages").EnumerateObject()).Select(guide => new Uri(guide.Value.GetProperty("address").GetString()!).AbsolutePath).Order());
    }

    [Fact]
    public async Task Codes_ToCopy_NameTheFrameAndItsHeight()
    {
        using var client = new HttpClient { BaseAddress = _site.Address };

        var page = RealContent.ParseHtml(await client.GetStringAsync("/fr/integrer"));

        var codes = page.QuerySelectorAll("main pre").Select(code => RealContent.ParseHtml(code.TextContent).QuerySelector("iframe")!).ToArray();
        var previews = page.QuerySelectorAll("iframe").Select(frame => frame.GetAttribute("src")!).ToArray();
        Assert.Equal(RealContent.Content.SiteMap.Pages.Where(frame => frame is { IsEmbed: true, Language: "fr" }).Select(frame => frame.Path).Order(), previews.Order());
        Assert.Equal(previews, codes.Select(code => new Uri(code.GetAttribute("src")!).AbsolutePath));
        Assert.All(codes, code => Assert.True(int.Parse(code.GetAttribute("height")!, System.Globalization.CultureInfo.InvariantCulture) > 0));
        Assert.Equal(["https://news.example", "https://*.library.example"], page.QuerySelectorAll("main li.address").Select(origin => origin.TextContent));
    }

    [Theory]
    [InlineData("news.example")]
    [InlineData("http://news.example")]
    [InlineData("https://news.example/path")]
    [InlineData("https://user@news.example")]
    [InlineData("https://*")]
    [InlineData("https://news.*.example")]
    [InlineData("'self'")]
    public void Origin_ThatIsNone_IsRefused(string origin) => Assert.Null(Assert.Single(EmbedOrigins.Read(origin)));

    [Theory]
    [InlineData("https://News.example/", "https://news.example")]
    [InlineData("https://bücher.example", "https://xn--bcher-kva.example")]
    [InlineData("https://*.example.org:8443", "https://*.example.org:8443")]
    [InlineData("http://localhost:8000", "http://localhost:8000")]
    public void Origin_AsWritten_IsReadAsBrowsersCompareIt(string origin, string expected) => Assert.Equal(expected, Assert.Single(EmbedOrigins.Read(origin)));

    /// <summary>One site for all tests of this class.</summary>
    public sealed class FramedSite : IAsyncLifetime
    {
        public RunningSite Site { get; } = new() { Settings = ["--Site:EmbedOrigins=https://news.example, https://*.library.example"] };

        public Task InitializeAsync() => Site.InitializeAsync();

        public Task DisposeAsync() => Site.DisposeAsync();
    }
}
