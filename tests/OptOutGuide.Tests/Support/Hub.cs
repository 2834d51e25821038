using System.Net;
using System.Net.Sockets;
using System.Net.WebSockets;

namespace OptOutGuide.Tests.Support;

/// <summary>A client of the hub without the page, with a given origin and behind a proxy if need be.</summary>
internal static class Hub
{
    /// <summary>Waits for room: the server learns of a closed connection a moment after it was closed.</summary>
    public static async Task<ClientWebSocket> OpenAsync(Uri site, string? client = null)
    {
        ClientWebSocket? open = null;
        await Eventually.TrueAsync(async () => (open = await TryOpenAsync(site, client)) is not null, every: TimeSpan.FromSeconds(1));
        return open!;
    }

    private static async Task<ClientWebSocket?> TryOpenAsync(Uri site, string? client)
    {
        var socket = WebSocket(null, client);
        try
        {
            await socket.ConnectAsync(Address(site), CancellationToken.None);
            return socket;
        }
        catch (WebSocketException)
        {
            socket.Dispose();
            return null;
        }
    }

    /// <summary>A connection that buffers a few kilobytes at most until it is read.</summary>
    public static async Task<ClientWebSocket> OpenUnreadAsync(Uri site)
    {
        using var narrow = new HttpMessageInvoker(new SocketsHttpHandler
        {
            ConnectCallback = async (context, cancelled) =>
            {
                var connection = new Socket(SocketType.Stream, ProtocolType.Tcp) { ReceiveBufferSize = 4096, NoDelay = true };
                await connection.ConnectAsync(context.DnsEndPoint, cancelled);
                return new NetworkStream(connection, ownsSocket: true);
            },
        });
        var socket = WebSocket(null, null);
        await socket.ConnectAsync(Address(site), narrow, CancellationToken.None);
        return socket;
    }

    /// <summary>How the hub refuses a connection; 101 where it does not.</summary>
    public static async Task<HttpStatusCode> RefusalAsync(Uri site, string? origin = null, string? client = null)
    {
        using var socket = WebSocket(origin, client);
        try
        {
            await socket.ConnectAsync(Address(site), CancellationToken.None);
        }
        catch (WebSocketException)
        {
            // The status says why.
        }

        return socket.HttpStatusCode;
    }

    private static Uri Address(Uri site) => new UriBuilder(site) { Scheme = "ws", Path = "/_blazor" }.Uri;

    private static ClientWebSocket WebSocket(string? origin, string? client)
    {
        var socket = new ClientWebSocket { Options = { CollectHttpResponseDetails = true } };
        foreach (var (name, value) in new[] { ("Origin", origin), ("X-Forwarded-For", client) }.Where(header => header.Item2 is not null))
        {
            socket.Options.SetRequestHeader(name, value);
        }

        return socket;
    }
}
