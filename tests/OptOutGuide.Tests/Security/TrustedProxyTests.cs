using System.Net;

namespace OptOutGuide.Tests.Security;

/// <summary>Whose forwarded headers decide the visitor's address, scheme and host.</summary>
[Collection("edge")]
public sealed class TrustedProxyTests(RateLimitedSite edge)
{
    [Theory]
    [InlineData("127.0.0.1", "localhost", "https://localhost/fr/")]
    [InlineData("127.0.0.1", "elsewhere.example", "https://127.0.0.1:{0}/fr/")]
    [InlineData("127.0.0.7", "localhost", "http://127.0.0.1:{0}/fr/")]
    public async Task Proxy_SpeakingForAVisitor_IsBelievedOnlyWhereItIsNamed(string proxy, string host, string believed) =>
        Assert.Equal(string.Format(null, believed, edge.Address.Port), await CanonicalAsync(edge.Address, proxy, host));

    [Fact]
    public async Task Proxy_WhereNoneIsNamed_IsNotBelieved()
    {
        await using var site = await InProcessSite.ListenAsync();

        Assert.Equal(new Uri(site.Address, "/fr/").AbsoluteUri, await CanonicalAsync(site.Address, "127.0.0.1", "localhost"));
    }

    [Fact]
    public async Task Proxy_Misspelt_KeepsTheSiteFromStarting()
    {
        var (exitCode, output) = await RunningSite.RunAsync("--urls", "http://127.0.0.1:0", "--Site:TrustedProxies=10.0.0.0/8, our-proxy");

        Assert.NotEqual(0, exitCode);
        Assert.Contains("Site:TrustedProxies must be addresses or networks", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("192.0.2.1", "192.0.2.1")]
    [InlineData("::ffff:192.0.2.1", "192.0.2.1")]
    [InlineData("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::")]
    public void Client_OfAnAddress_IsItsPartition(string address, string client) =>
        Assert.Equal(IPAddress.Parse(client), ClientPartition.ClientOf(IPAddress.Parse(address)));

    /// <summary>The page's own address, as the site has determined it.</summary>
    private static async Task<string?> CanonicalAsync(Uri site, string proxy, string forwardedHost)
    {
        using var client = new HttpClient(LocalAddress.ConnectFrom(proxy)) { BaseAddress = site };
        client.DefaultRequestHeaders.Add("X-Forwarded-For", forwardedHost is "localhost" ? "192.0.2.1" : "192.0.2.2");
        client.DefaultRequestHeaders.Add("X-Forwarded-Proto", "https");
        client.DefaultRequestHeaders.Add("X-Forwarded-Host", forwardedHost);
        var page = RealContent.ParseHtml(await client.GetStringAsync("/fr/"));
        return page.QuerySelector("link[rel=canonical]")?.GetAttribute("href");
    }
}
