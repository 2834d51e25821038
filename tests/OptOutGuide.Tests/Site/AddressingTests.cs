using System.Buffers.Binary;
using System.Net;
using System.Net.Http.Headers;

namespace OptOutGuide.Tests.Site;

[Collection("site")]
public sealed class AddressingTests(RunningSite site)
{
    [Theory]
    [InlineData("", "/fr/")]
    [InlineData("fi-FI,fi;q=0.9", "/fr/")]
    [InlineData("fr-CA,en;q=0.8", "/fr/")]
    [InlineData("en;q=0.2,fr;q=0.9", "/fr/")]
    [InlineData("en-GB,en;q=0.9,fr;q=0.5", "/en/")]
    [InlineData("nonsense;;;", "/fr/")]
    [InlineData("en_US", "/en/")]
    [InlineData("EN_us.UTF-8", "/en/")]
    [InlineData("fr;q=0,*", "/en/")]
    [InlineData("fr;q=0", "/en/")]
    [InlineData("fi,*;q=0.5", "/fr/")]
    [InlineData("fi,en;q=0", "/fr/")]
    [InlineData("fr;q=0.1,*", "/en/")]
    [InlineData("en;q=0,fr;q=0", "/de/")]
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
    [InlineData("/fr/guides/facebook.", "/fr/guides/facebook")]
    [InlineData("/fr/guides/facebook).", "/fr/guides/facebook")]
    [InlineData("/fr/guides/facebook,", "/fr/guides/facebook")]
    [InlineData("/fr/guides/facebook%E2%80%A6", "/fr/guides/facebook")]
    [InlineData("/fr/guides/facebook%20", "/fr/guides/facebook")]
    [InlineData("/fr/guides/facebook%2520", "/fr/guides/facebook")]
    [InlineData("/fr/guides/face%0D%0Abook", "/fr/guides/facebook")]
    [InlineData("/fr/guides/facebook%E2%80%8B", "/fr/guides/facebook")]
    [InlineData("/fr/guides/facebook%C2%A0%C2%BB", "/fr/guides/facebook")]
    [InlineData("/fr/guides/facebook-", "/fr/guides/facebook")]
    [InlineData("/fr/).", "/fr/")]
    [InlineData("/fr//guides///facebook", "/fr/guides/facebook")]
    [InlineData("//fr/guides/facebook", "/fr/guides/facebook")]
    [InlineData("/fr//", "/fr/")]
    [InlineData("/fr/ma-liste.?l=1.Uf", "/fr/ma-liste?l=1.Uf")]
    public async Task Page_AddressedAlmostRight_LeadsToItsOneAddress(string path, string expected)
    {
        using var client = Client();

        var response = await client.GetAsync(new Uri(site.Address.AbsoluteUri.TrimEnd('/') + path));

        Assert.Equal(HttpStatusCode.MovedPermanently, response.StatusCode);
        Assert.Equal(expected, response.Headers.Location?.ToString());
    }

    [Theory]
    [InlineData("/favicon.ico", 32)]
    [InlineData("/apple-touch-icon.png", 180)]
    [InlineData("/apple-touch-icon-precomposed.png", 180)]
    [InlineData("/apple-touch-icon-120x120-precomposed.png", 180)]
    public async Task Icon_AskedForAtTheRoot_IsThere(string path, int size)
    {
        using var client = new HttpClient { BaseAddress = site.Address };

        var icon = await client.GetAsync(path);

        Assert.Equal("image/png", icon.EnsureSuccessStatusCode().Content.Headers.ContentType?.MediaType);
        Assert.Equal(size, BinaryPrimitives.ReadInt32BigEndian((await icon.Content.ReadAsByteArrayAsync()).AsSpan(16)));
    }

    [Theory]
    [InlineData("/nulle-part")]
    [InlineData("//evil.example/fr/guides/facebook")]
    [InlineData("/fr/nulle-part")]
    [InlineData("/fr/guides/")]
    [InlineData("/fr/guides/facebook/nulle-part")]
    [InlineData("/.env")]
    public async Task Page_Unknown_SaysSoInFrench(string path)
    {
        using var client = Client();

        var response = await client.GetAsync(new Uri(site.Address.AbsoluteUri.TrimEnd('/') + path));
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
        foreach (var host in new[] { "opposer.example", "OPPOSER.example", "opposer.example:443", "opposer.example." })
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, "/fr/") { Headers = { Host = host } };

            var response = await client.SendAsync(request);

            Assert.True(response.StatusCode is HttpStatusCode.OK, host);
        }
    }

    /// <summary>People write their domain as they read it; requests have it in ASCII.</summary>
    [Theory]
    [InlineData("http://müller.example/", "xn--mller-kva.example", "http://xn--mller-kva.example/")]
    [InlineData("http://MÜLLER.example:8080/", "xn--mller-kva.example:8080", "http://xn--mller-kva.example:8080/")]
    [InlineData("http://xn--mller-kva.example/", "XN--MLLER-KVA.example", "http://xn--mller-kva.example/")]
    public async Task BaseAddress_WithOtherLetters_IsTheRequestsHostAndWrittenInAscii(string configured, string host, string expected)
    {
        await using var named = await InProcessSite.ListenAsync($"--Site:BaseAddress={configured}");
        using var client = new HttpClient { BaseAddress = named.Address };
        client.DefaultRequestHeaders.Host = host;

        var page = RealContent.ParseHtml(await client.GetStringAsync("/fr/guides/facebook"));
        var sitemap = await client.GetStringAsync("/sitemap.xml");
        var calendar = await client.GetStringAsync($"/fr/reminders.ics?l=1.Lfs{ChecklistCodec.DateCode(RealContent.Today)}");

        Assert.Equal($"{expected}fr/guides/facebook", page.QuerySelector("link[rel=canonical]")?.GetAttribute("href"));
        Assert.Contains($"<loc>{expected}fr/</loc>", sitemap, StringComparison.Ordinal);
        Assert.All(new[] { sitemap, calendar }, text => Assert.DoesNotContain("ller.example", text.Replace("xn--mller-kva.example", "", StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task Host_WithOtherLetters_IsWrittenInAsciiWithoutABaseAddressToo()
    {
        await using var open = await InProcessSite.ListenAsync("--AllowedHosts=*");
        using var client = new HttpClient { BaseAddress = open.Address };
        client.DefaultRequestHeaders.Host = "XN--mller-kva.example";

        var page = RealContent.ParseHtml(await client.GetStringAsync("/fr/guides/facebook"));

        Assert.Equal("http://xn--mller-kva.example/fr/guides/facebook", page.QuerySelector("link[rel=canonical]")?.GetAttribute("href"));
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
