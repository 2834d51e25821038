using System.Buffers.Binary;
using System.Globalization;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace OptOutGuide.Tests.Support;

/// <summary>An open list with a circuit, started as the page's script does; the test then sends what it likes.</summary>
internal sealed partial class ListCircuit(WebSocket socket, string marker) : IDisposable
{
    public static readonly byte[] Handshake = "{\"protocol\":\"blazorpack\",\"version\":1}\u001e"u8.ToArray();

    private readonly Queue<HubMessage> _received = [];
    private readonly SemaphoreSlim _sending = new(1);
    private byte[] _rest = [];
    private long _device;
    private long _handler;
    private long _clicks;

    public string Secret { get; private set; } = "";

    /// <summary>Number of the last render batch that was read.</summary>
    public long LastBatch { get; private set; }

    /// <summary>The call that adds the list to a circuit; the page's script sends it once.</summary>
    public byte[] Addition(int component) => BlazorPack.Call(
        null, "UpdateRootComponents", $$"""{"batchId":{{component}},"operations":[{"type":"add","ssrComponentId":{{component}},"marker":{{marker}}}]}""", "");

    public static async Task<ListCircuit> OpenAsync(Uri site, string path, WebSocket? socket = null)
    {
        using var visitor = new HttpClient { BaseAddress = site };
        // Before the connection, which the hub closes if it says nothing for 15 seconds.
        var marker = Marker().Match(await visitor.GetStringAsync(path)).Groups["marker"].Value;
        var circuit = new ListCircuit(socket ?? await Hub.OpenAsync(site), marker);
        await circuit.SendAsync(Handshake, BlazorPack.Call("start", "StartCircuit", site.AbsoluteUri, new Uri(site, path).AbsoluteUri, "[]", ""));
        while (circuit._handler == 0)
        {
            var message = await circuit.ReceiveAsync() ?? throw new InvalidOperationException("The circuit was ended before the list was live.");
            if (message is { Target: "JS.BeginInvokeJS", Arguments: [long call, _, string arguments, ..] })
            {
                using var json = JsonDocument.Parse(arguments);
                circuit._device = json.RootElement[1].GetProperty("__dotNetObject").GetInt64();
                await circuit.SendAsync(BlazorPack.Call(null, "EndInvokeJSFromDotNet", call, true, $"[{call},true,null]"), circuit.Addition(1));
            }
        }

        await circuit.ConfirmAsync();
        return circuit;
    }

    public async Task SendAsync(params IEnumerable<byte[]> messages)
    {
        await _sending.WaitAsync();
        try
        {
            foreach (var message in messages)
            {
                await socket.SendAsync(message, WebSocketMessageType.Binary, endOfMessage: true, CancellationToken.None);
            }
        }
        finally
        {
            _sending.Release();
        }
    }

    /// <summary>The event that the page's script raises for a control.</summary>
    public byte[] Click(string name, string value)
    {
        var number = ++_clicks;
        return BlazorPack.Call(number.ToString(CultureInfo.InvariantCulture), "BeginInvokeDotNetFromJS", number.ToString(CultureInfo.InvariantCulture), null, "DispatchEventAsync", _device,
            $$"""[{"eventHandlerId":{{_handler}},"eventName":"listclick","eventFieldInfo":null},{"click":{{number}},"name":"{{name}}","value":"{{value}}"}]""");
    }

    public static byte[] Confirmation(long batch) => BlazorPack.Call(null, "OnRenderCompleted", batch, null);

    public Task ConfirmAsync() => SendAsync(Confirmation(LastBatch));

    /// <summary>The next message; null once the connection has ended.</summary>
    public async Task<HubMessage?> ReceiveAsync()
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        var buffer = new byte[64 * 1024];
        while (_received.Count == 0)
        {
            ValueWebSocketReceiveResult read;
            try
            {
                read = await socket.ReceiveAsync(buffer.AsMemory(), limit.Token);
            }
            catch (WebSocketException)
            {
                return null;
            }

            if (read.MessageType is WebSocketMessageType.Close)
            {
                return null;
            }

            ReadOnlyMemory<byte> bytes = (byte[])[.. _rest, .. buffer.AsSpan(0, read.Count)];
            foreach (var message in BlazorPack.Take(ref bytes))
            {
                Note(message);
                _received.Enqueue(message);
            }

            _rest = bytes.ToArray();
        }

        return _received.Dequeue();
    }

    /// <summary>Reads until the hub ends the connection; false where it answers the call instead.</summary>
    public async Task<bool> IsEndedAsync(string call)
    {
        while (await ReceiveAsync() is { } message)
        {
            if (message is { Type: HubMessageType.Completion } && message.Id == call)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Pending sends fail.</summary>
    public void Dispose()
    {
        socket.Abort();
        socket.Dispose();
    }

    private void Note(HubMessage message)
    {
        switch (message)
        {
            case { Target: "JS.RenderBatch", Arguments: [long number, byte[] batch] }:
                LastBatch = number;
                _handler = HandlerIn(batch) ?? _handler;
                break;
            case { Type: HubMessageType.Completion, Id: "start", Arguments: [string secret] }:
                Secret = secret;
                break;
        }
    }

    /// <summary>
    /// The id of the event handler of clicks in a render batch. The batch's last 20 bytes hold the offsets of its tables. A
    /// frame has 20 bytes; an attribute frame has type 3, name, value and handler id. Strings are indexed and prefixed with
    /// their length.
    /// </summary>
    private static long? HandlerIn(byte[] batch)
    {
        var (frames, strings) = (Number(batch.Length - 16), Number(batch.Length - 4));
        for (var (frame, end) = (frames + 4, frames + 4 + (20 * Number(frames))); frame < end; frame += 20)
        {
            if (Number(frame) == 3 && batch.AsSpan(Number(strings + (4 * Number(frame + 4)))) is [11, .. var name] && name.StartsWith("onlistclick"u8))
            {
                return BinaryPrimitives.ReadInt64LittleEndian(batch.AsSpan(frame + 12));
            }
        }

        return null;

        int Number(int at) => BinaryPrimitives.ReadInt32LittleEndian(batch.AsSpan(at));
    }

    [GeneratedRegex("<!--Blazor:(?<marker>{\"type\":\"server\".*?})-->")]
    private static partial Regex Marker();
}
