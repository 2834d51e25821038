using System.Net;

namespace OptOutGuide.Tests.Security;

/// <summary>The headers of every response, whatever the request and the status.</summary>
[Collection("site")]
public sealed class SecurityHeaderTests(RunningSite site)
{
    private static readonly string[] Names =
    [
        "Content-Security-Policy", "X-Content-Type-Options", "Referrer-Policy", "Cross-Origin-Opener-Policy",
        "Cross-Origin-Resource-Policy", "Permissions-Policy",
    ];

    [Theory]
    [InlineData("GET", "/fr/", 200)]
    [InlineData("HEAD", "/fr/", 200)]
    [InlineData("GET", "/", 302)]
    [InlineData("GET", "/FR/MA-LISTE/", 301)]
    [InlineData("GET", "/fr/ma-liste?l=1.Lf&do=sent.0-0-0", 302)]
    [InlineData("GET", "/fr/nowhere", 404)]
    [InlineData("GET", "/fr/feed.atom", 200)]
    [InlineData("GET", "/fr/reminders.ics", 404)]
    [InlineData("GET", "/fr/list.json", 200)]
    [InlineData("GET", "/icon.svg", 200)]
    [InlineData("GET", "/nowhere.css", 404)]
    [InlineData("GET", "/_framework/blazor.web.js", 200)]
    [InlineData("GET", "/health/live", 200)]
    [InlineData("GET", "/health/ready", 200)]
    [InlineData("POST", "/_blazor/negotiate?negotiateVersion=1", 200)]
    [InlineData("GET", "/_blazor?id=unknown", 404)]
    [InlineData("GET", "/_blazor/initializers", 200)]
    [InlineData("POST", "/fr/", 405)]
    [InlineData("DELETE", "/fr/ma-liste", 405)]
    [InlineData("OPTIONS", "/fr/", 405)]
    [InlineData("TRACE", "/fr/", 405)]
    public async Task Answer_OfAnyKind_CarriesThePolicy(string method, string path, int status)
    {
        using var client = Client(site.Address);

        var response = await client.SendAsync(new(new(method), path));

        Assert.Equal(status, (int)response.StatusCode);
        AssertPolicy(response);
    }

    [Fact]
    public async Task Answer_ToAnUnknownHost_CarriesThePolicy()
    {
        using var client = Client(site.Address);
        client.DefaultRequestHeaders.Host = "elsewhere.example";

        var response = await client.GetAsync("/fr/");

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        AssertPolicy(response);
    }

    [Fact]
    public async Task Answer_OnAFileThatIsKnown_CarriesThePolicy()
    {
        using var client = Client(site.Address);
        client.DefaultRequestHeaders.IfNoneMatch.Add((await client.GetAsync("/icon.svg")).Headers.ETag!);

        var response = await client.GetAsync("/icon.svg");

        Assert.Equal(HttpStatusCode.NotModified, response.StatusCode);
        AssertPolicy(response);
    }

    [Theory]
    [InlineData("https://example.org/", "Production", "http", "max-age=63072000")]
    [InlineData(null, "Production", "https", "max-age=63072000")]
    [InlineData(null, "Production", "http", null)]
    [InlineData("http://example.org/", "Production", "http", null)]
    [InlineData("https://example.org/", "Development", "https", null)]
    public async Task Site_ReachedByHttps_TellsBrowsersToStayThere(string? address, string environment, string scheme, string? expected)
    {
        await using var copy = new InProcessSite(null, ("Site:BaseAddress", address)) { Environment = environment };
        using var client = copy.Visitor(scheme);

        var response = await client.GetAsync("/fr/");

        Assert.Equal(expected, response.Headers.TryGetValues("Strict-Transport-Security", out var values) ? Assert.Single(values) : null);
    }

    [Fact]
    public async Task Site_WhoseHostOptsIn_AsksForThePreloadList()
    {
        await using var copy = new InProcessSite(null, ("Site:BaseAddress", "https://example.org/"), ("Site:HstsPreload", "true")) { Environment = "Production" };
        using var client = copy.Visitor();

        var response = await client.GetAsync("/fr/");

        Assert.Equal("max-age=63072000; includeSubDomains; preload", Assert.Single(response.Headers.GetValues("Strict-Transport-Security")));
    }

    [Fact]
    public async Task Page_GradedAsTheObservatoryDoes_Scores135OnTheHomePage()
    {
        await using var copy = await RunningSite.StartAsync("--Site:BaseAddress=https://example.org/");
        using var client = Client(copy.Address);
        var scores = new Dictionary<string, (int Now, int Preloaded)>(StringComparer.Ordinal);
        foreach (var page in RealContent.PageOfEachKind.Where(page => !page.IsEmbed))
        {
            var response = await client.GetAsync(RealContent.Address(page));
            var html = RealContent.ParseHtml(await response.Content.ReadAsStringAsync());
            scores[page.Path] = (ObservatoryScore.Score(response, html, isPreloaded: false), ObservatoryScore.Score(response, html, isPreloaded: true));
        }

        // The Observatory scans home pages. A page without a script cannot earn the five points for integrity.
        Assert.Equal((135, 140), scores["/fr/"]);
        Assert.All(scores.Values, score => Assert.InRange(score.Now, 130, 135));
        Assert.All(scores.Values, score => Assert.InRange(score.Preloaded, 135, 140));
    }

    private static HttpClient Client(Uri address) => new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = address };

    private static void AssertPolicy(HttpResponseMessage response)
    {
        Assert.All(Names, name => Assert.Single(response.Headers.GetValues(name)));
        Assert.DoesNotContain("unsafe", response.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.False(response.Headers.Contains("X-Frame-Options"));
        Assert.False(response.Headers.Contains("Set-Cookie"));
        Assert.False(response.Headers.Contains("Server"));
    }
}
