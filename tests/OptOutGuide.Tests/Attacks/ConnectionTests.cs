using System.Net;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace OptOutGuide.Tests.Attacks;

/// <summary>One client opens connections and keeps them.</summary>
public sealed class ConnectionTests
{
    private const int Share = 20;

    [Theory]
    [InlineData("", "127.0.0.7", true)]
    [InlineData("", "127.0.0.8", false)]
    [InlineData("127.0.0.7", "127.0.0.7", false)]
    public async Task Client_HoldingItsShareOfConnections_GetsNoMore(string trustedProxies, string next, bool isRefused)
    {
        await using var site = await InProcessSite.ListenAsync($"--Site:ConnectionsPerClient={Share}", $"--Site:CircuitsPerClient={Share}", $"--Site:TrustedProxies={trustedProxies}");
        using var held = new HeldConnections();
        for (var count = 0; count < Share; count++)
        {
            await held.OpenAsync(site.Address, "127.0.0.7");
        }

        Assert.Equal(isRefused ? "" : "HTTP/1.1 200 OK", await held.AskAnewAsync(site.Address, next));
    }

    /// <summary>Without live lists a site takes 1,000 connections: as many as a client may hold of more.</summary>
    [Fact]
    [Trait("Suite", "Full")]
    public async Task Client_WhoseShareIsAllConnections_GetsHalf()
    {
        await using var site = await InProcessSite.ListenAsync("--Site:MaxCircuits=0");
        using var held = new HeldConnections();
        for (var count = 0; count < 1000; count++)
        {
            await held.OpenAsync(site.Address, "127.0.0.7", isAnswered: false);
        }

        Assert.Equal("HTTP/1.1 200 OK", await held.AskAnewAsync(site.Address, "127.0.0.8"));
    }

    [Fact]
    public async Task Client_ThatClosesAConnection_MayOpenAnother()
    {
        await using var site = await InProcessSite.ListenAsync("--Site:ConnectionsPerClient=1", "--Site:CircuitsPerClient=1");
        using (var held = new HeldConnections())
        {
            await held.OpenAsync(site.Address, "127.0.0.7");
        }

        using var later = new HeldConnections();
        await Eventually.TrueAsync(async () => await later.AskAnewAsync(site.Address, "127.0.0.7") is "HTTP/1.1 200 OK");
    }

    /// <summary>With a limit of 900 files, as <c>ulimit -n 900</c> sets it.</summary>
    [FactWith(Tool.UtilLinux)]
    [Trait("Suite", "Full")]
    public async Task OpenFiles_FewerThanTheSettingsNeed_IsSaidAndNeverReached()
    {
        await using var site = await new RunningSite { Under = ["prlimit", "--nofile=900:900"] }.StartAsync();
        using var held = new HeldConnections();

        for (var count = 0; count < 1000; count++)
        {
            await held.OpenAsync(site.Address, $"127.0.1.{count % 200}", isAnswered: false);
            if (count % 20 == 0)
            {
                Assert.InRange(site.OpenFiles, 1, 870);
            }
        }

        await Eventually.TrueAsync(() => Task.FromResult(site.OpenFiles is > 400 and < 800));
        held.Dispose();
        using var client = new HttpClient { BaseAddress = site.Address };
        await Eventually.TrueAsync(async () =>
        {
            try
            {
                return (await client.GetAsync("/fr/")).IsSuccessStatusCode;
            }
            catch (HttpRequestException)
            {
                return false;
            }
        });
        await site.StopAsync(); // Its output is complete then.
        Assert.Contains("\"Files\":900,\"Connections\":400,", site.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("\"Level\":\"Error\"", site.Output, StringComparison.Ordinal);
    }

    /// <summary>It waits to be accepted: that it is closed at once is too late on a busy machine, which can run out of files meanwhile.</summary>
    [Fact]
    public async Task Connection_BeyondWhatTheSystemAllows_WaitsUntilAnotherCloses()
    {
        using var listeners = new BoundedListeners(Options.Create(new SocketTransportOptions()), NullLoggerFactory.Instance, max: 2);
        await using var listener = await listeners.BindAsync(new IPEndPoint(IPAddress.Loopback, 0));
        var address = new Uri($"http://{listener.EndPoint}/");
        using var held = new HeldConnections();
        using var first = await held.OpenAsync(address, "127.0.0.7", isAnswered: false);
        await held.OpenAsync(address, "127.0.0.7", isAnswered: false);
        await held.OpenAsync(address, "127.0.0.7", isAnswered: false);
        await using var accepted = await listener.AcceptAsync();
        await using var other = await listener.AcceptAsync();

        var waiting = listener.AcceptAsync().AsTask();
        Assert.False(waiting.IsCompleted);
        first.Close();
        await accepted!.DisposeAsync();

        await using var last = await waiting;
        Assert.NotNull(last);
    }

    [Theory]
    [InlineData("Max open files            1024                 524288               files     ", 1024)]
    [InlineData("Max open files            unlimited            unlimited            files     ", null)]
    [InlineData("Max processes             96365                96365                processes ", null)]
    public void OpenFiles_AsTheSystemSays_AreRead(string line, int? expected) =>
        Assert.Equal(expected, OpenFileLimit.Read(["Limit                     Soft Limit           Hard Limit           Units     ", line]));
}
