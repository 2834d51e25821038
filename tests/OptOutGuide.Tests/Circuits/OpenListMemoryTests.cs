using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace OptOutGuide.Tests.Circuits;

/// <summary>What an open list costs the server: the short form of <c>tests/bench/circuits.sh</c>.</summary>
public sealed class OpenListMemoryTests
{
    /// <summary>Of fewer lists, what the process takes from the system says more about its compiler than about them.</summary>
    private const int MinListsForResidentMemory = 500;

    [FactWith(Tool.Node)]
    [Trait("Suite", "Full")]
    public Task Lists_Open_WeighLittleAndAreGoneOnceLeft() => AssertWeighLittleAsync(100);

    [FactWith(Tool.Node)]
    [Trait("Suite", "Full")]
    public Task Lists_FiveHundredOpen_WeighLittleAndAreGoneOnceLeft() => AssertWeighLittleAsync(500);

    /// <summary>Refused objections have the most parts to render.</summary>
    [FactWith(Tool.Node)]
    [Trait("Suite", "Full")]
    public Task List_FullestAndChanged_WeighsNoMoreThanTheLimitsCountWith() => AssertWeighsNoMoreThanCountedAsync("s250922r250923");

    [TheoryWith(Tool.Node)]
    [Trait("Suite", "Full")]
    [InlineData("s{today}")]
    [InlineData("s250922c250923")]
    public Task List_FullestInAnotherState_WeighsNoMoreThanTheLimitsCountWith(string dated) => AssertWeighsNoMoreThanCountedAsync(dated);

    /// <summary>A client that opens lists and vanishes holds no connection that could be counted.</summary>
    [Fact]
    [Trait("Suite", "Full")]
    public async Task Lists_WhoseConnectionsBroke_AreKeptUpToAShare()
    {
        const int MaxCircuits = 16;
        await using var site = await StartAsync($"--Site:MaxCircuits={MaxCircuits}", "--Site:CircuitRetentionSeconds=600");

        for (var visitor = 0; visitor < MaxCircuits; visitor++)
        {
            using var circuit = await ListCircuit.OpenAsync(site.Address, "/fr/ma-liste?l=1.Lf");
        }

        await Eventually.TrueAsync(async () => await site.CountCircuitsAsync() is > 0 and var kept && kept <= CircuitMemory.Retained(MaxCircuits));
    }

    private static async Task AssertWeighLittleAsync(int lists)
    {
        // Of the server itself, such as compiled code: it does not grow with the lists.
        const int ServersOwn = 2_500_000;
        await using var site = await StartAsync();

        var measured = await MeasureAsync(site, "--circuits", lists.ToString(CultureInfo.InvariantCulture));

        Assert.Equal((lists, 0), (measured["opened"].GetInt32(), measured["errors"].GetInt32()));
        Assert.InRange(measured["heapPerCircuit"].GetInt32(), 1, 160_000);
        if (lists >= MinListsForResidentMemory)
        {
            // After a collection: uncollected garbage would count far more than divided by thousands.
            Assert.InRange(measured["residentOnceCollectedPerCircuit"].GetInt32(), 1, 220_000);
        }

        Assert.InRange(measured["secondsUntilFreed"].GetDouble(), 0, 60);
        Assert.InRange(measured["heapKeptPerCircuit"].GetInt32(), -ServersOwn / lists, ServersOwn / lists);
    }

    /// <summary>Blazor keeps two render trees of each part that was rendered again. Removing a centre moves all that follow it.</summary>
    private static async Task AssertWeighsNoMoreThanCountedAsync(string dated)
    {
        await using var site = await StartAsync();
        var list = FullestList.Uneven(dated.Replace("{today}", ChecklistCodec.DateCode(RealContent.Today), StringComparison.Ordinal));

        var measured = await MeasureAsync(site, "--circuits", "100", "--page", $"/fr/ma-liste?l={list}", "--click", "do=remove.0-0", "--click", "open=add.0");

        Assert.Equal((100, 0), (measured["opened"].GetInt32(), measured["errors"].GetInt32()));
        Assert.InRange(measured["heapPerCircuit"].GetInt32(), 200_000, CircuitMemory.MaxListBytes);
        Assert.InRange(measured["residentOnceCollectedPerCircuit"].GetInt32(), 200_000, CircuitMemory.MaxListBytes);
    }

    private static Task<RunningSite> StartAsync(params string[] settings) => new RunningSite
    {
        Probe = Path.Combine(Path.GetTempPath(), $"optoutguide-{Environment.ProcessId}.sock"),
        Settings = ["--Site:TrustedProxies=127.0.0.1", .. settings],
    }.StartAsync();

    private static async Task<Dictionary<string, JsonElement>> MeasureAsync(RunningSite site, params string[] scenario)
    {
        var driver = new ProcessStartInfo("node", [
            Path.Combine(Repository.Root, "tests", "bench", "circuits.mjs"),
            "--site", site.Address.AbsoluteUri,
            "--pid", site.ProcessId.ToString(CultureInfo.InvariantCulture),
            "--probe", site.Probe!,
            "--settle", "1",
            .. scenario])
        { RedirectStandardOutput = true };
        using var process = Process.Start(driver)!;
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.Equal(0, process.ExitCode);
        return JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(output)!;
    }
}
