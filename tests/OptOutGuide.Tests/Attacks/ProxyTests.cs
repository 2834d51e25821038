using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace OptOutGuide.Tests.Attacks;

/// <summary>The limits and filters of deploy/haproxy.cfg, which the nodes cannot apply behind a proxy.</summary>
public sealed class ProxyTests(BalancedSite site) : IClassFixture<BalancedSite>
{
    /// <summary>Written in ways that the site would recognise.</summary>
    [TheoryWith(Tool.HAProxy)]
    [InlineData("/health/ready")]
    [InlineData("/HEALTH/ready")]
    [InlineData("/%68ealth/live")]
    [InlineData("/./health/ready")]
    [InlineData("/fr/../health/ready")]
    [InlineData("/%2e/health/ready")]
    [InlineData("/%2E%2E/health/ready")]
    [InlineData("/fr/%2e%2e/health/live")]
    [InlineData("/fr/.%2e/%68ealth/live")]
    [InlineData("/health/./ready")]
    [InlineData("/fr/guides/../../health/ready")]
    [InlineData("/fr/..")]
    [InlineData("http://localhost/health/ready")]
    [InlineData("http://localhost/./health/ready")]
    public async Task Health_AskedFromOutside_IsNotThere(string target) =>
        Assert.StartsWith("HTTP/1.1 404 ", await AskAsync(target), StringComparison.Ordinal);

    [TheoryWith(Tool.HAProxy)]
    [InlineData("/fr/")]
    [InlineData("/fr/ma-liste?l=1.Lf&x=/../health/")]
    public async Task Page_WithDotsInItsQuery_IsAnswered(string target) =>
        Assert.StartsWith("HTTP/1.1 200 ", await AskAsync(target), StringComparison.Ordinal);

    /// <summary>The nodes see one client, the proxy, so the proxy has to limit each visitor.</summary>
    [FactWith(Tool.HAProxy)]
    public async Task Client_HoldingItsShareOfConnections_GetsNoMore()
    {
        using var held = new HeldConnections();
        // HAProxy closes a connection that asks for nothing within ten seconds: a busy machine may open too few in that time.
        await Eventually.TrueAsync(async () =>
        {
            held.Dispose();
            for (var count = 0; count < new SiteOptions().ConnectionsPerClient; count++)
            {
                await held.OpenAsync(site.Address, "127.0.0.7", isAnswered: false);
            }

            return await held.AskAnewAsync(site.Address, "127.0.0.7") == "";
        });
        Assert.StartsWith("HTTP/1.1 ", await held.AskAnewAsync(site.Address, "127.0.0.8"), StringComparison.Ordinal);
    }

    /// <summary>A connection of HTTP/2 carries twenty requests, each of which holds a connection to a node while it is not read.</summary>
    [FactWith(Tool.HAProxy)]
    public async Task Client_ThatReadsNoAnswers_HoldsItsShareOfRequests()
    {
        using var greedy = ClientAt("127.0.0.9");
        using var other = ClientAt("127.0.0.10");
        // Rendered before the time counts, on both nodes.
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => other.GetStringAsync("/fr/sources")));
        var answers = new List<HttpResponseMessage>();
        // All at once: the proxy ends a request that nobody reads for 30 seconds, and then takes another in its place.
        while (answers.TrueForAll(one => one.IsSuccessStatusCode) && answers.Count < 500)
        {
            answers.AddRange(await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => greedy.GetAsync("/fr/sources", HttpCompletionOption.ResponseHeadersRead))));
        }

        Assert.InRange(answers.Count(one => one.IsSuccessStatusCode), 200, 300);
        Assert.All(answers.Where(one => !one.IsSuccessStatusCode), one => Assert.Equal((HttpStatusCode.TooManyRequests, true), (one.StatusCode, one.Headers.RetryAfter is not null)));
        using var answer = await other.GetAsync("/fr/sources");
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.True((await answer.Content.ReadAsByteArrayAsync()).Length > 65_535, "The answer fits into the window of a client that does not read.");
        answers.ForEach(one => one.Dispose());
    }

    /// <summary>Otherwise several clients, each within its share, could together keep the proxy's health checks out.</summary>
    [Fact]
    public void Node_TakingAsManyRequestsAsTheProxySends_HasRoomForHealthChecks()
    {
        var pages = File.ReadLines(BalancedSite.ProxyFile).SkipWhile(line => line != "backend pages").TakeWhile(line => line.Length > 0);
        var limit = pages.Single(line => line.TrimStart().StartsWith("default-server maxconn ", StringComparison.Ordinal)).Split(' ')[^1];

        Assert.InRange(int.Parse(limit, CultureInfo.InvariantCulture), 1, RequestLimits.MaxConnections(new() { MaxCircuits = 0 }) - 50);
    }

    /// <summary>A client of HTTP/2 that accepts no more than the initial window of 64 kB until it reads.</summary>
    private HttpClient ClientAt(string address)
    {
        var handler = LocalAddress.ConnectFrom(address);
        handler.InitialHttp2StreamWindowSize = 65_535;
        handler.EnableMultipleHttp2Connections = true;
        return new(handler)
        {
            BaseAddress = site.Address,
            DefaultRequestVersion = HttpVersion.Version20,
            DefaultVersionPolicy = HttpVersionPolicy.RequestVersionExact,
        };
    }

    /// <summary>As it is written: a client of .NET would resolve the dots first.</summary>
    private async Task<string> AskAsync(string target)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(site.Address.Host, site.Address.Port);
        await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes($"GET {target} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"));
        using var answer = new StreamReader(client.GetStream(), Encoding.UTF8);
        return await answer.ReadToEndAsync();
    }
}
