using System.Diagnostics;
using System.Globalization;
using System.Net.WebSockets;
using System.Text;

namespace OptOutGuide.Tests.Attacks;

/// <summary>Floods of one client over the connections of lists; each is limited in number and time.</summary>
public sealed class HubAttackTests : IAsyncLifetime
{
    private static readonly TimeSpan Flood = TimeSpan.FromSeconds(5);

    private static readonly string Fullest = $"/fr/ma-liste?l={FullestList.Uneven()}";

    /// <summary>A call that every circuit may make; it is answered if the connection is still open.</summary>
    private static readonly byte[] Last = BlazorPack.Call("last", "OnRenderCompleted", 1L, null);

    private readonly RunningSite _site = new() { Settings = ["--Site:CircuitWorkPerClient=250"] };

    public Task InitializeAsync() => _site.StartAsync();

    public Task DisposeAsync() => _site.DisposeAsync();

    /// <summary>Pings, unknown calls and large calls cost almost nothing each, but a client can send millions.</summary>
    [Theory]
    [Trait("Suite", "Full")]
    [InlineData("ping")]
    [InlineData("unknown")]
    [InlineData("known")]
    public async Task Messages_SentWithoutPause_TakeLittleOfTheProcessor(string kind)
    {
        using var circuit = await ListCircuit.OpenAsync(_site.Address, "/fr/ma-liste?l=1.Lfit");
        var message = kind switch
        {
            "ping" => [2, 0x91, 6],
            "unknown" => BlazorPack.Call(null, "NoSuchMethod", new string('a', 10_000)),
            _ => BlazorPack.Call(null, "OnRenderCompleted", 1L, null),
        };
        var (before, start) = (await StartedAsync(), Stopwatch.GetTimestamp());

        await FloodAsync(circuit, () => message);

        Assert.InRange((_site.ProcessorTime - before).TotalSeconds, 0, 0.4 * Stopwatch.GetElapsedTime(start).TotalSeconds);
    }

    [Fact]
    [Trait("Suite", "Full")]
    public async Task Clicks_OnOneListWithoutPause_AreActedOnNoFasterThanSomebodyClicks()
    {
        using var circuit = await ListCircuit.OpenAsync(_site.Address, "/fr/ma-liste?l=1.Lfit");
        var (first, limits) = (circuit.LastBatch, new CircuitLimits());
        var start = Stopwatch.GetTimestamp();
        var reading = ReadAsync(circuit);

        await FloodAsync(circuit, () => circuit.Click("open", "add.0"));

        await Eventually.TrueAsync(() => circuit.LastBatch > first);
        circuit.Dispose();
        await reading;
        Assert.InRange(circuit.LastBatch - first, 1, limits.Clicks.AtOnce + (limits.Clicks.PerSecond * (Stopwatch.GetElapsedTime(start).TotalSeconds + 1)));
    }

    [Fact]
    [Trait("Suite", "Full")]
    public async Task Clicks_OnFullestListsWithoutPause_TakeAShareOfTheProcessor()
    {
        var circuits = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => ListCircuit.OpenAsync(_site.Address, Fullest)));
        var (before, start) = (await StartedAsync(), Stopwatch.GetTimestamp());

        await Task.WhenAll(circuits.Select(async circuit =>
        {
            var reading = ReadAsync(circuit);
            var clicks = 0;
            await FloodAsync(circuit, () => circuit.Click("who", (++clicks % 2).ToString(CultureInfo.InvariantCulture)));
            circuit.Dispose();
            await reading;
        }));

        // The budget is 0.5 s at once and then 0.25 s per second; garbage collection and sending add to it, half as much on a
        // busy machine. Without the budget the clicks would take all processors.
        Assert.InRange((_site.ProcessorTime - before).TotalSeconds, 0, 0.7 * Stopwatch.GetElapsedTime(start).TotalSeconds);
    }

    /// <summary>
    /// A client that reads nothing and acknowledges every render batch must neither take more and more of the server's memory,
    /// nor receive bytes of another visitor's list from memory that the server had released.
    /// </summary>
    [Fact]
    [Trait("Suite", "Full")]
    public async Task Reader_WhoTakesNothingAndConfirmsAll_GetsNothingOfAnotherVisitor()
    {
        var path = $"/fr/ma-liste?l={FullestList.Uneven("s241111c241112")}";
        using var socket = await Hub.OpenUnreadAsync(_site.Address);
        using var circuit = await ListCircuit.OpenAsync(_site.Address, path, socket);
        for (var batch = circuit.LastBatch + 1; batch <= 60; batch++)
        {
            if (!await TrySendAsync(circuit, circuit.Click("who", (batch % 2).ToString(CultureInfo.InvariantCulture)), ListCircuit.Confirmation(batch)))
            {
                break;
            }
        }

        using var other = await ListCircuit.OpenAsync(_site.Address, $"/fr/ma-liste?l={FullestList.Uneven("s240606c240607")}");
        for (var click = 0; click < 20; click++)
        {
            await other.SendAsync(other.Click("who", (click % 2 == 0 ? 1 : 0).ToString(CultureInfo.InvariantCulture)));
            while (await other.ReceiveAsync() is { Target: not "JS.RenderBatch" })
            {
            }

            await other.ConfirmAsync();
        }

        await TrySendAsync(circuit, Last);
        var foreign = 0;
        while (await circuit.ReceiveAsync() is { Id: not "last" } message)
        {
            if (message is { Target: "JS.RenderBatch", Arguments: [_, byte[] drawn] } && Encoding.UTF8.GetString(drawn).Contains("s240606", StringComparison.Ordinal))
            {
                foreign++;
            }
        }

        Assert.Equal(0, foreign);
    }

    private static async Task FloodAsync(ListCircuit circuit, Func<byte[]> message)
    {
        using var end = new CancellationTokenSource(Flood);
        try
        {
            while (!end.IsCancellationRequested)
            {
                await circuit.SendAsync(message()).WaitAsync(end.Token);
            }
        }
        catch (OperationCanceledException)
        {
            // The server reads no more for now.
        }
    }

    private static async Task<bool> TrySendAsync(ListCircuit circuit, params IEnumerable<byte[]> messages)
    {
        try
        {
            await circuit.SendAsync(messages);
            return true;
        }
        catch (WebSocketException)
        {
            return false;
        }
    }

    /// <summary>The processor time of the site once it compiles nothing any more for its start and its first page.</summary>
    private async Task<TimeSpan> StartedAsync()
    {
        var (last, quiet) = (TimeSpan.Zero, 0);
        await Eventually.TrueAsync(() =>
        {
            var (now, before) = (_site.ProcessorTime, last);
            last = now;
            // Several times in a row: on a busy machine it may just not have had its turn.
            quiet = now - before < TimeSpan.FromMilliseconds(20) ? quiet + 1 : 0;
            return quiet == 5;
        });
        return last;
    }

    /// <summary>Acknowledges each render batch as it arrives.</summary>
    private static async Task ReadAsync(ListCircuit circuit)
    {
        try
        {
            while (await circuit.ReceiveAsync() is { } message)
            {
                if (message.Target == "JS.RenderBatch")
                {
                    await circuit.ConfirmAsync();
                }
            }
        }
        catch (Exception ended) when (ended is WebSocketException or ObjectDisposedException or OperationCanceledException)
        {
            // The flood is over.
        }
    }
}
