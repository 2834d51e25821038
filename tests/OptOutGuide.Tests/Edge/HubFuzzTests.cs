using System.Net.WebSockets;
using System.Text;

namespace OptOutGuide.Tests.Edge;

/// <summary>
/// Messages that no page of ours sends: garbage, wrong handshakes, forged components, calls of what the site does not offer. The
/// same at each run. The hub may close the connection; the site must go on and must not have been surprised.
/// </summary>
public sealed class HubFuzzTests : IAsyncLifetime
{
    private const int Rounds = 150;
    private const int MessagesPerRound = 8;

    private static readonly string[] Methods =
    [
        "StartCircuit", "ConnectCircuit", "ResumeCircuit", "PauseCircuit", "UpdateRootComponents", "BeginInvokeDotNetFromJS", "EndInvokeJSFromDotNet", "ReceiveByteArray",
        "ReceiveJSDataChunk", "SendDotNetStreamToJS", "OnRenderCompleted", "OnLocationChanged", "OnLocationChanging", "Dispose", "<i9x>", "",
    ];

    private readonly RunningSite _site = new();

    public Task InitializeAsync() => _site.InitializeAsync();

    public Task DisposeAsync() => _site.DisposeAsync();

    [Fact]
    public async Task Message_OfAnyKind_NeverSurprisesTheSite()
    {
        var random = new Random(20250527);
        var (sent, opened) = (0, 0);
        for (var round = 0; round < Rounds; round++)
        {
            using var socket = await Hub.OpenAsync(_site.Address);
            try
            {
                await SendAsync(socket, Handshake(random));
                if (round % 3 > 0)
                {
                    await SendAsync(socket, BlazorPack.Call("0", "StartCircuit", _site.Address.AbsoluteUri, _site.Address.AbsoluteUri + "fr/ma-liste", "[]", ""));
                    opened += await IsOpenedAsync(socket) ? 1 : 0;
                }

                for (var count = 0; count < MessagesPerRound; count++)
                {
                    await SendAsync(socket, Message(random, _site.Address));
                    sent++;
                }
            }
            catch (WebSocketException)
            {
                // The hub has closed the connection: its right.
            }
        }

        using var client = new HttpClient { BaseAddress = _site.Address };
        await client.GetStringAsync("/fr/ma-liste");
        Assert.InRange(sent, Rounds * MessagesPerRound / 4, Rounds * MessagesPerRound);
        Assert.InRange(opened, Rounds / 3, Rounds);
        Assert.DoesNotContain("\"Level\":\"Error\"", _site.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("nhandled exception", _site.Output, StringComparison.Ordinal);
    }

    /// <summary>A message above the limit closes its connection and nothing else.</summary>
    [Theory]
    [InlineData(RequestLimits.LargestMessage - 1_000, false)]
    [InlineData(RequestLimits.LargestMessage + 1_000, true)]
    public async Task Message_AboveTheLimit_ClosesItsConnection(int length, bool isClosed)
    {
        using var socket = await Hub.OpenAsync(_site.Address);
        await SendAsync(socket, Encoding.UTF8.GetBytes("{\"protocol\":\"blazorpack\",\"version\":1}\u001e"));

        await SendAsync(socket, BlazorPack.Call("1", "NoSuchMethod", new string('a', length)));

        Assert.Equal(isClosed, await IsClosedAsync(socket));
    }

    /// <summary>The answer to a circuit's start is its protected name; a closed connection has none.</summary>
    private static async Task<bool> IsOpenedAsync(ClientWebSocket socket)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        var buffer = new byte[4096];
        while (true)
        {
            var part = await socket.ReceiveAsync(buffer, limit.Token);
            if (part.MessageType is WebSocketMessageType.Close || Encoding.UTF8.GetString(buffer, 0, part.Count).Contains("CfDJ8", StringComparison.Ordinal))
            {
                return part.MessageType is not WebSocketMessageType.Close;
            }
        }
    }

    /// <summary>Reads until the hub closes the connection, or answers the call although it does not know the method.</summary>
    private static async Task<bool> IsClosedAsync(ClientWebSocket socket)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        var buffer = new byte[4096];
        while (true)
        {
            var part = await socket.ReceiveAsync(buffer, limit.Token);
            var text = Encoding.UTF8.GetString(buffer, 0, part.Count);
            if (part.MessageType is WebSocketMessageType.Close || text.Contains("NoSuchMethod", StringComparison.Ordinal))
            {
                return part.MessageType is WebSocketMessageType.Close;
            }

            // A close message of the hub's own protocol (type 7) comes before the connection's.
            if (text.Contains("closed with an error", StringComparison.Ordinal))
            {
                return true;
            }
        }
    }

    private static Task SendAsync(ClientWebSocket socket, byte[] message) =>
        socket.SendAsync(message, WebSocketMessageType.Binary, endOfMessage: true, CancellationToken.None);

    private static byte[] Handshake(Random random) => random.Next(10) switch
    {
        0 => Garbage(random),
        1 => Encoding.UTF8.GetBytes("{\"protocol\":\"json\",\"version\":1}\u001e"),
        2 => Encoding.UTF8.GetBytes("{\"protocol\":\"blazorpack\",\"version\":99}\u001e"),
        3 => Encoding.UTF8.GetBytes(new string('{', 5_000) + "\u001e"),
        _ => Encoding.UTF8.GetBytes("{\"protocol\":\"blazorpack\",\"version\":1}\u001e"),
    };

    private static byte[] Message(Random random, Uri site)
    {
        var forged = "[{\"type\":\"server\",\"sequence\":0,\"descriptor\":\"Q2ZESjg<i9x>\",\"prerenderId\":\"1\",\"key\":{\"locationHash\":\"x\",\"formattedComponentKey\":\"\"}}]";
        object?[] any = ["<i9x>", "", "[]", "{}", forged, new string('[', 2_000), "\0", null, -1L, long.MaxValue, true, 1.5, Garbage(random), site.AbsoluteUri, "javascript:alert(1)", "//elsewhere.example/"];
        var id = random.Next(3) == 0 ? null : random.Next(100).ToString(System.Globalization.CultureInfo.InvariantCulture);
        return random.Next(14) switch
        {
            0 => Garbage(random),
            1 => BlazorPack.Call(id, "StartCircuit", site.AbsoluteUri, site.AbsoluteUri, forged, ""),
            2 => BlazorPack.Call(id, "StartCircuit", "http://elsewhere.example/", "http://elsewhere.example/x", "[]", "forged"),
            3 => BlazorPack.Call(id, "ConnectCircuit", "forged"),
            4 => BlazorPack.Call(id, "UpdateRootComponents", "{\"batchId\":1,\"operations\":[{\"type\":\"add\",\"ssrComponentId\":1,\"marker\":" + forged[1..^1] + "}]}", ""),
            5 => BlazorPack.Call(id, "BeginInvokeDotNetFromJS", "1", "System.Private.CoreLib", "System.Environment.Exit", 0L, "[0]"),
            6 => BlazorPack.Call(id, "BeginInvokeDotNetFromJS", "1", null, "DispatchEventAsync", 1L, "[{\"eventHandlerId\":1,\"eventName\":\"click\"},{}]"),
            7 => BlazorPack.Call(id, "BeginInvokeDotNetFromJS", "1", "OptOutGuide", "<i9x>", 0L, new string('[', 1_000)),
            8 => BlazorPack.Call(id, "EndInvokeJSFromDotNet", random.NextInt64(), true, "[1,true,{\"stored\":\"x\"}]"),
            9 => BlazorPack.Call(id, "OnRenderCompleted", random.NextInt64(), "forged"),
            10 => BlazorPack.Call(id, "OnLocationChanged", "http://elsewhere.example/", null, true),
            11 => BlazorPack.Call(id, "ReceiveJSDataChunk", 1L, 0L, Garbage(random), null),
            _ => BlazorPack.Call(id, Methods[random.Next(Methods.Length)], [.. Enumerable.Range(0, random.Next(6)).Select(_ => any[random.Next(any.Length)])]),
        };
    }

    private static byte[] Garbage(Random random)
    {
        var bytes = new byte[random.Next(1, 400)];
        random.NextBytes(bytes);
        return bytes;
    }
}
