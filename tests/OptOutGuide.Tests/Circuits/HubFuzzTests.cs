using System.Globalization;
using System.Net.WebSockets;
using System.Text;
using FsCheck;
using FsCheck.Fluent;

namespace OptOutGuide.Tests.Circuits;

/// <summary>
/// Messages that no page of ours sends: garbage, wrong handshakes, forged components, calls of what the site does not offer.
/// The hub may close the connection; the site must go on without an unhandled exception.
/// </summary>
public sealed class HubFuzzTests(HubFuzzTests.FuzzedSite fuzzed) : IClassFixture<HubFuzzTests.FuzzedSite>
{
    private const string Handshake = "{\"protocol\":\"blazorpack\",\"version\":1}\u001e";

    private RunningSite Site => fuzzed.Site;

    [SampledProperty(150, Arbitrary = [typeof(HubSessions)])]
    [Trait("Suite", "Sample")]
    public async Task Message_OfAnyKind_LogsNoError(HubSession visit)
    {
        var logged = Site.Output.Length;
        using var socket = await Hub.OpenAsync(Site.Address);
        await SendAsync(socket, visit.Handshake);
        if (visit.HasCircuit)
        {
            await SendAsync(socket, BlazorPack.Call("0", "StartCircuit", HubSessions.Origin, $"{HubSessions.Origin}fr/ma-liste", "[]", ""));
            Assert.True(await IsOpenedAsync(socket));
        }

        await SendAllAsync(socket, visit.Messages);

        using var client = new HttpClient { BaseAddress = Site.Address };
        await client.GetStringAsync("/fr/ma-liste");
        AssertNoFault(Site.Output[logged..]);
    }

    /// <summary>A message above the limit closes its connection and nothing else.</summary>
    [Theory]
    [InlineData(CircuitSetup.MaxMessageBytes - 1_000, false)]
    [InlineData(CircuitSetup.MaxMessageBytes + 1_000, true)]
    public async Task Message_AboveTheLimit_ClosesItsConnection(int length, bool isClosed)
    {
        using var socket = await Hub.OpenAsync(Site.Address);
        await SendAsync(socket, Encoding.UTF8.GetBytes(Handshake));

        await SendAsync(socket, BlazorPack.Call("1", "NoSuchMethod", new string('a', length)));

        Assert.Equal(isClosed, await IsClosedAsync(socket));
    }

    private static void AssertNoFault(string log)
    {
        Assert.DoesNotContain("\"Level\":\"Error\"", log, StringComparison.Ordinal);
        Assert.DoesNotContain("nhandled exception", log, StringComparison.Ordinal);
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

    /// <summary>Ends by closing the connection as a browser does: the hub answers that once it has read all that came before.</summary>
    private static async Task SendAllAsync(ClientWebSocket socket, IReadOnlyList<Message> messages)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        try
        {
            foreach (var message in messages)
            {
                await SendAsync(socket, message.Bytes);
            }

            await socket.CloseAsync(WebSocketCloseStatus.NormalClosure, null, limit.Token);
        }
        catch (WebSocketException)
        {
            // The hub may close the connection.
        }
    }

    public sealed class FuzzedSite : IAsyncLifetime
    {
        public RunningSite Site { get; } = new();

        public Task InitializeAsync() => Site.InitializeAsync();

        /// <summary>A fault may reach the test after the answer: all are here once the site has ended.</summary>
        public async Task DisposeAsync()
        {
            await Site.StopAsync();
            AssertNoFault(Site.Output);
        }
    }

    public sealed record HubSession(byte[] Handshake, bool HasCircuit, IReadOnlyList<Message> Messages)
    {
        public override string ToString() => $"{Encoding.UTF8.GetString(Handshake)}{(HasCircuit ? ", a circuit" : "")}, {string.Join(", ", Messages)}";
    }

    /// <param name="Meaning">A description for failure messages.</param>
    public sealed record Message(byte[] Bytes, string Meaning)
    {
        public override string ToString() => Meaning;
    }

    private static class HubSessions
    {
        public const string Origin = "http://localhost/";

        private const string Marker = "{\"type\":\"server\",\"sequence\":0,\"descriptor\":\"Q2ZESjg<i9x>\",\"prerenderId\":\"1\",\"key\":{\"locationHash\":\"x\",\"formattedComponentKey\":\"\"}}";
        private const string Forged = $"[{Marker}]";

        private static readonly string[] Methods =
        [
            "StartCircuit", "ConnectCircuit", "ResumeCircuit", "PauseCircuit", "UpdateRootComponents", "BeginInvokeDotNetFromJS", "EndInvokeJSFromDotNet", "ReceiveByteArray",
            "ReceiveJSDataChunk", "SendDotNetStreamToJS", "OnRenderCompleted", "OnLocationChanged", "OnLocationChanging", "Dispose", "<i9x>", "",
        ];

        private static readonly Gen<byte[]> Garbage =
            from length in Gen.Choose(1, 399)
            from bytes in Gen.Choose(0, byte.MaxValue).Select(value => (byte)value).ArrayOf(length)
            select bytes;

        private static readonly Gen<object?> Numbers = ArbMap.Default.GeneratorFor<DoNotSize<long>>().Select(number => (object?)number.Item);

        private static readonly Gen<object?> Arguments = Gen.Frequency(
            (1, Garbage.Select(bytes => (object?)bytes)),
            (15, Gen.Elements<object?>("<i9x>", "", "[]", "{}", Forged, new string('[', 2_000), "\0", null, -1L, long.MaxValue, true, 1.5, Origin, "javascript:alert(1)", "//elsewhere.example/")));

        private static readonly Gen<Message> Messages = Gen.Frequency(
            (1, Garbage.Select(bytes => new Message(bytes, Convert.ToHexString(bytes)))),
            (1, Call("StartCircuit", Origin, Origin, Forged, "")),
            (1, Call("StartCircuit", "http://elsewhere.example/", "http://elsewhere.example/x", "[]", "forged")),
            (1, Call("ConnectCircuit", "forged")),
            (1, Call("UpdateRootComponents", $"{{\"batchId\":1,\"operations\":[{{\"type\":\"add\",\"ssrComponentId\":1,\"marker\":{Marker}}}]}}", "")),
            (1, Call("BeginInvokeDotNetFromJS", "1", "System.Private.CoreLib", "System.Environment.Exit", 0L, "[0]")),
            (1, Call("BeginInvokeDotNetFromJS", "1", null, "DispatchEventAsync", 1L, "[{\"eventHandlerId\":1,\"eventName\":\"click\"},{}]")),
            (1, Call("BeginInvokeDotNetFromJS", "1", "OptOutGuide", "<i9x>", 0L, new string('[', 1_000))),
            (1, Numbers.SelectMany(number => Call("EndInvokeJSFromDotNet", number, true, "[1,true,{\"stored\":\"x\"}]"))),
            (1, Numbers.SelectMany(number => Call("OnRenderCompleted", number, "forged"))),
            (1, Call("OnLocationChanged", "http://elsewhere.example/", null, true)),
            (1, Garbage.SelectMany(bytes => Call("ReceiveJSDataChunk", 1L, 0L, bytes, null))),
            (2, from method in Gen.Elements(Methods)
                from count in Gen.Choose(0, 5)
                from arguments in Arguments.ArrayOf(count)
                from call in Call(method, arguments)
                select call));

        private static readonly Gen<byte[]> WrongHandshakes = Gen.OneOf(
            Garbage,
            Gen.Elements("{\"protocol\":\"json\",\"version\":1}\u001e", "{\"protocol\":\"blazorpack\",\"version\":99}\u001e", new string('{', 5_000) + "\u001e").Select(Encoding.UTF8.GetBytes));

        public static Arbitrary<HubSession> Any { get; } = Arb.From(
            from start in Gen.Frequency(
                (2, WrongHandshakes.Select(handshake => (Handshake: handshake, HasCircuit: false))),
                (2, Gen.Constant((Handshake: Encoding.UTF8.GetBytes(HubFuzzTests.Handshake), HasCircuit: false))),
                (6, Gen.Constant((Handshake: Encoding.UTF8.GetBytes(HubFuzzTests.Handshake), HasCircuit: true))))
            from messages in Messages.ArrayOf(8)
            select new HubSession(start.Handshake, start.HasCircuit, messages),
            visit => Shrinking.Smaller(visit.Messages, _ => []).Select(messages => visit with { Messages = messages }));

        private static Gen<Message> Call(string method, params object?[] arguments) =>
            from hasId in Gen.Elements(true, true, false)
            from number in Gen.Choose(0, 99)
            let id = hasId ? number.ToString(CultureInfo.InvariantCulture) : null
            select new Message(BlazorPack.Call(id, method, arguments), $"{id}:{method}({string.Join(", ", arguments)})");
    }
}
