using System.Net;
using System.Net.Http.Headers;

namespace OptOutGuide.Tests.Site;

[Collection("site")]
public sealed class AddressingTests(RunningSite site)
{
    [Theory]
    [InlineData("", "/fr/")]
    [InlineData("de-DE,de;q=0.9", "/fr/")]
    [InlineData("fr-CA,en;q=0.8", "/fr/")]
    [InlineData("en;q=0.2,fr;q=0.9", "/fr/")]
    [InlineData("en-GB,en;q=0.9,fr;q=0.5", "/en/")]
    [InlineData("nonsense;;;", "/fr/")]
    public async Task Root_Opened_LeadsToTheVisitorsLanguage(string wish, string expected)
    {
        using var client = Client();
        client.DefaultRequestHeaders.TryAddWithoutValidation("Accept-Language", wish);

        var response = await client.GetAsync("/");

        Assert.Equal(HttpStatusCode.Redirect, response.StatusCode);
        Assert.Equal(expected, response.Headers.Location?.ToString());
        Assert.Contains("Accept-Language", response.Headers.Vary);
        Assert.False(response.Headers.Contains("Set-Cookie"));
    }

    [Theory]
    [InlineData("/fr", "/fr/")]
    [InlineData("/fr/guides/facebook/", "/fr/guides/facebook")]
    [InlineData("/FR/Guides/Facebook", "/fr/guides/facebook")]
    [InlineData("/fr/ma-liste/?l=1.Uf", "/fr/ma-liste?l=1.Uf")]
    public async Task Page_AddressedAlmostRight_LeadsToItsOneAddress(string path, string expected)
    {
        using var client = Client();

        var response = await client.GetAsync(path);

        Assert.Equal(HttpStatusCode.MovedPermanently, response.StatusCode);
        Assert.Equal(expected, response.Headers.Location?.ToString());
    }

    [Theory]
    [InlineData("/nulle-part")]
    [InlineData("/fr/nulle-part")]
    [InlineData("/fr/guides/")]
    [InlineData("/fr/guides/facebook/nulle-part")]
    [InlineData("/.env")]
    public async Task Page_Unknown_SaysSoInFrench(string path)
    {
        using var client = Client();

        var response = await client.GetAsync(path);
        var page = RealContent.ParseHtml(await response.Content.ReadAsStringAsync());

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Equal("Cette page n’existe pas", Assert.Single(page.QuerySelectorAll("h1")).TextContent);
        Assert.Equal("noindex", page.QuerySelector("meta[name=robots]")?.GetAttribute("content"));
    }

    [Fact]
    public async Task Host_Forged_IsRefused()
    {
        using var client = Client();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/fr/guides/facebook/partager") { Headers = { Host = "evil.example" } };

        var response = await client.SendAsync(request);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.DoesNotContain("evil.example", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task BaseAddress_Configured_IsUsedWhereverAddressesAreAbsolute()
    {
        await using var configured = new InProcessSite(null, ("Site:BaseAddress", "https://opposer.example/"));
        using var client = configured.Visitor();

        var page = RealContent.ParseHtml(await client.GetStringAsync("/fr/guides/facebook/partager"));

        Assert.Equal("https://opposer.example/fr/guides/facebook", page.QuerySelector("#address")?.GetAttribute("value"));
        Assert.Equal("https://opposer.example/fr/guides/facebook/partager", page.QuerySelector("link[rel=canonical]")?.GetAttribute("href"));
        Assert.Contains("https://opposer.example/", page.QuerySelector("svg.qr")?.GetAttribute("aria-label"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task BaseAddress_Configured_IsAnAllowedHost()
    {
        await using var configured = new InProcessSite(null, ("Site:BaseAddress", "https://opposer.example/"));
        using var client = configured.Visitor();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/fr/") { Headers = { Host = "opposer.example" } };

        var response = await client.SendAsync(request);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Theory]
    [InlineData("POST")]
    [InlineData("DELETE")]
    public async Task Page_AskedToChange_Refuses(string method)
    {
        using var client = Client();
        using var request = new HttpRequestMessage(new(method), "/fr/ma-liste");

        var response = await client.SendAsync(request);

        Assert.Equal(HttpStatusCode.MethodNotAllowed, response.StatusCode);
    }

    [Fact]
    public async Task Asset_Fingerprinted_IsKeptByBrowsersAndCompressed()
    {
        using var client = Client();
        var home = RealContent.ParseHtml(await client.GetStringAsync("/fr/"));
        using var request = new HttpRequestMessage(HttpMethod.Get, home.QuerySelector("link[rel=stylesheet]")!.GetAttribute("href"));
        request.Headers.AcceptEncoding.Add(new StringWithQualityHeaderValue("br"));

        var response = await client.SendAsync(request);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("br", Assert.Single(response.Content.Headers.ContentEncoding));
        Assert.Contains("immutable", response.Headers.CacheControl?.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Styles_AreShownInDevelopmentOnly()
    {
        await using var development = new InProcessSite();
        using var developer = development.Visitor();
        using var visitor = Client();

        var shown = await developer.GetAsync("/styles");
        var missing = await visitor.GetAsync("/styles");

        Assert.Equal(HttpStatusCode.OK, shown.StatusCode);
        var page = RealContent.ParseHtml(await shown.Content.ReadAsStringAsync());
        Assert.Equal(["confirmed", "refused", "sent", "to-do"], page.QuerySelectorAll(".objection").Select(row => row.ClassList[1]).Distinct().Order());
        Assert.Equal(HttpStatusCode.NotFound, missing.StatusCode);
    }

    private HttpClient Client() => new(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = site.Address };
}
