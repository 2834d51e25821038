using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace OptOutGuide.Tests.Circuits;

/// <summary>What an open list costs the server: the short form of <c>tests/bench/circuits.sh</c>.</summary>
public sealed class CircuitMemoryTests
{
    [Fact]
    public async Task Lists_FiveHundredOpen_WeighLittleAndAreGoneOnceLeft()
    {
        await using var site = await new RunningSite
        {
            Probe = Path.Combine(Path.GetTempPath(), $"optoutguide-{Environment.ProcessId}.sock"),
            Settings = ["--Site:TrustedProxies=127.0.0.1"],
        }.StartAsync();

        var measured = await MeasureAsync(site);

        Assert.Equal((500, 0), (measured["opened"].GetInt32(), measured["errors"].GetInt32()));
        Assert.InRange(measured["heapPerCircuit"].GetInt32(), 1, 160_000);
        // After a collection: divided by 500 lists, uncollected garbage would count far more than divided by thousands.
        Assert.InRange(measured["residentOnceCollectedPerCircuit"].GetInt32(), 1, 220_000);
        Assert.InRange(measured["secondsUntilFreed"].GetDouble(), 0, 60);
        // 5 kB: memory of the server itself, such as compiled code, that does not grow with the lists.
        Assert.InRange(measured["heapKeptPerCircuit"].GetInt32(), -5_000, 5_000);
    }

    private static async Task<Dictionary<string, JsonElement>> MeasureAsync(RunningSite site)
    {
        var driver = new ProcessStartInfo("node", [
            Path.Combine(Repository.Root, "tests", "bench", "circuits.mjs"),
            "--site", site.Address.AbsoluteUri,
            "--pid", site.ProcessId.ToString(CultureInfo.InvariantCulture),
            "--probe", site.Probe!,
            "--circuits", "500",
            "--settle", "1"])
        { RedirectStandardOutput = true };
        using var process = Process.Start(driver)!;
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.Equal(0, process.ExitCode);
        return JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(output)!;
    }
}
