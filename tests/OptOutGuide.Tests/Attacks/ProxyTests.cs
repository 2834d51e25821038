using System.Net.Sockets;
using System.Text;

namespace OptOutGuide.Tests.Attacks;

/// <summary>The limits and filters of deploy/haproxy.cfg, which the nodes cannot apply behind a proxy.</summary>
public sealed class ProxyTests(BalancedSite site) : IClassFixture<BalancedSite>
{
    /// <summary>Written in ways that the site would recognise.</summary>
    [Theory]
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

    [Theory]
    [InlineData("/fr/")]
    [InlineData("/fr/ma-liste?l=1.Lf&x=/../health/")]
    public async Task Page_WithDotsInItsQuery_IsAnswered(string target) =>
        Assert.StartsWith("HTTP/1.1 200 ", await AskAsync(target), StringComparison.Ordinal);

    /// <summary>The nodes see one client, the proxy, so the proxy has to limit each visitor.</summary>
    [Fact]
    public async Task Client_HoldingItsShareOfConnections_GetsNoMore()
    {
        using var held = new HeldConnections();
        for (var count = 0; count < new SiteOptions().ConnectionsPerClient; count++)
        {
            await held.OpenAsync(site.Address, "127.0.0.7", isAnswered: false);
        }

        // HAProxy counts a connection when it accepts it, which may be after the client takes it for open.
        await Eventually.TrueAsync(async () => await held.AskAnewAsync(site.Address, "127.0.0.7") == "");
        Assert.StartsWith("HTTP/1.1 ", await held.AskAnewAsync(site.Address, "127.0.0.8"), StringComparison.Ordinal);
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
