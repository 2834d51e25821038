using System.Net;

namespace OptOutGuide.Tests.Circuits;

/// <summary>Who may open the hub, and how many.</summary>
[Collection("edge")]
public sealed class CircuitHubGuardTests(RateLimitedSite edge)
{
    [Theory]
    [InlineData("http://elsewhere.example")]
    [InlineData("http://127.0.0.1")]
    [InlineData("http://127.0.0.1:1")]
    [InlineData("null")]
    [InlineData("")]
    [InlineData("not an origin")]
    public async Task Hub_OpenedByAPageOfAnotherOrigin_IsForbidden(string origin)
    {
        using var client = edge.Client("192.0.2.70");
        client.DefaultRequestHeaders.TryAddWithoutValidation("Origin", origin);

        var negotiation = await client.PostAsync("/_blazor/negotiate?negotiateVersion=1", null);

        Assert.Equal(HttpStatusCode.Forbidden, negotiation.StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, await Hub.RefusalAsync(edge.Address, origin, "192.0.2.71"));
    }

    [Fact]
    public async Task Hub_OpenedByAPageOfTheSite_LetsIn()
    {
        await WaitForAsync(isLive: true);

        Assert.Equal(HttpStatusCode.SwitchingProtocols, await Hub.RefusalAsync(edge.Address, edge.Address.GetLeftPart(UriPartial.Authority), "192.0.2.72"));
    }

    /// <summary>Behind a proxy that ends TLS and does not pass on the host.</summary>
    [Fact]
    public async Task Hub_OpenedByAPageOfTheSitesOwnName_LetsIn()
    {
        await using var named = await InProcessSite.ListenAsync("--Site:BaseAddress=https://example.org/");

        Assert.Equal(HttpStatusCode.SwitchingProtocols, await Hub.RefusalAsync(named.Address, "https://example.org"));
        Assert.Equal(HttpStatusCode.Forbidden, await Hub.RefusalAsync(named.Address, "https://example.org.elsewhere.example"));
    }

    /// <summary>Browsers write a host in ASCII and small letters and without the usual port; proxies do as they like.</summary>
    [Theory]
    [InlineData("http://müller.example", "http://xn--mller-kva.example")]
    [InlineData("https://müller.example:443", "https://xn--mller-kva.example")]
    [InlineData("https://Müller.example:8443", "https://xn--mller-kva.example:8443")]
    public async Task Hub_OpenedByAPageOfTheSitesNameWithOtherLetters_LetsIn(string configured, string origin)
    {
        await using var named = await InProcessSite.ListenAsync($"--Site:BaseAddress={configured}/");

        Assert.Equal(HttpStatusCode.SwitchingProtocols, await Hub.RefusalAsync(named.Address, origin));
        Assert.Equal(HttpStatusCode.Forbidden, await Hub.RefusalAsync(named.Address, "http://xn--mller-kva.example:1"));
    }

    [Fact]
    public async Task Hub_OpenedUnderAHostWrittenInAnotherWay_LetsIn()
    {
        await using var open = await InProcessSite.ListenAsync("--AllowedHosts=*");
        foreach (var (host, origin) in new[]
        {
            ("xn--mller-kva.example", "http://xn--mller-kva.example"),
            ("XN--MLLER-KVA.example", "http://xn--mller-kva.example"),
            ("example.org:443", "https://example.org"),
            ("example.org:80", "http://example.org"),
        })
        {
            using var client = new HttpClient { BaseAddress = open.Address };
            client.DefaultRequestHeaders.Host = host;
            client.DefaultRequestHeaders.TryAddWithoutValidation("Origin", origin);

            var negotiation = await client.PostAsync("/_blazor/negotiate?negotiateVersion=1", null);

            Assert.Equal((host, HttpStatusCode.OK), (host, negotiation.StatusCode));
        }
    }

    /// <summary>No long polling and no server-sent events: less to hold open, and no body to read.</summary>
    [Theory]
    [InlineData("GET", "text/event-stream", "/_blazor")]
    [InlineData("GET", "*/*", "/_blazor")]
    [InlineData("POST", "*/*", "/_blazor")]
    [InlineData("POST", "*/*", "/_blazor/")]
    public async Task Hub_AskedWithoutAWebSocket_OffersNothing(string method, string accept, string path)
    {
        using var client = edge.Client($"192.0.2.{80 + method.Length + accept.Length + path.Length}");
        var negotiation = await client.PostAsync("/_blazor/negotiate?negotiateVersion=1", null);
        var offer = System.Text.Json.JsonDocument.Parse(await negotiation.Content.ReadAsStringAsync()).RootElement;
        client.DefaultRequestHeaders.Accept.ParseAdd(accept);

        var response = await client.SendAsync(new(new(method), $"{path}?id={offer.GetProperty("connectionToken").GetString()}"));

        Assert.Equal("WebSockets", Assert.Single(offer.GetProperty("availableTransports").EnumerateArray()).GetProperty("transport").GetString());
        Assert.InRange((int)response.StatusCode, 400, 499);
    }

    [Fact]
    public async Task Hub_Full_RefusesAndThePageNoLongerAsksForIt()
    {
        await WaitForAsync(isLive: true);
        var open = await Task.WhenAll(Enumerable.Range(0, RateLimitedSite.MaxCircuits).Select(index => Hub.OpenAsync(edge.Address, client: $"192.0.2.{60 + index}")));

        var another = await Hub.RefusalAsync(edge.Address, client: "192.0.2.69");

        Assert.Equal(HttpStatusCode.ServiceUnavailable, another);
        await WaitForAsync(isLive: false);
        Assert.All(open, connection => connection.Abort());
        await WaitForAsync(isLive: true);
    }

    /// <summary>The server learns of a closed connection a moment after it was closed.</summary>
    private Task WaitForAsync(bool isLive)
    {
        var attempt = 0;
        return Eventually.TrueAsync(
            async () =>
            {
                using var client = edge.Client($"198.51.100.{attempt++ % 256}");
                return (await client.GetStringAsync("/fr/ma-liste")).Contains("blazor.web", StringComparison.Ordinal) == isLive;
            },
            () => isLive ? "The page asks for no circuit although there is room." : "The page asks for a circuit although there is no room.");
    }
}
