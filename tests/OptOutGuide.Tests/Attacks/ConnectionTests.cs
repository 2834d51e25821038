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
    public async Task OpenFiles_FewerThanTheSettingsNeed_IsSaidAndNeverReached()
    {
        await using var site = await new RunningSite { Under = ["prlimit", "--nofile=900:900"] }.StartAsync();
        using var held = new HeldConnections();

        for (var count = 0; count < 1000; count++)
        {
            await held.OpenAsync(site.Address, $"127.0.1.{count % 200}", isAnswered: false);
        }

        Assert.Contains("\"Files\":900,\"Connections\":400,", site.Output, StringComparison.Ordinal);
        await Eventually.TrueAsync(() => Task.FromResult(Directory.GetFiles($"/proc/{site.ProcessId}/fd").Length is > 400 and < 800));
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
        Assert.DoesNotContain("\"Level\":\"Error\"", site.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Max open files            1024                 524288               files     ", 1024)]
    [InlineData("Max open files            unlimited            unlimited            files     ", null)]
    [InlineData("Max processes             96365                96365                processes ", null)]
    public void OpenFiles_AsTheSystemSays_AreRead(string line, int? expected) =>
        Assert.Equal(expected, OpenFileLimit.Read(["Limit                     Soft Limit           Hard Limit           Units     ", line]));
}
