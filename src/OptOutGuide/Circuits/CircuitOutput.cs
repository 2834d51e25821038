using System.Buffers;
using System.Collections.Concurrent;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.Logging;
using OptOutGuide.Telemetry;

namespace OptOutGuide.Circuits;

/// <summary>
/// Bounds what waits for a browser that reads too slowly, or says that it has drawn what it never took. Blazor lends each
/// drawing's memory from a pool and gives it back on the browser's word, although it may still wait to be sent: it would
/// then go out with what another visitor's list wrote into it. So each drawing that waits is a copy of its own.
/// </summary>
internal sealed class CircuitOutput<THub>(CircuitLimits limits, ILogger<DefaultHubLifetimeManager<THub>> logger) : DefaultHubLifetimeManager<THub>(logger)
    where THub : Hub
{
    private readonly ConcurrentDictionary<string, Waiting> _waiting = new(StringComparer.Ordinal);

    public override Task OnConnectedAsync(HubConnectionContext connection)
    {
        _waiting[connection.ConnectionId] = new(connection);
        return base.OnConnectedAsync(connection);
    }

    public override Task OnDisconnectedAsync(HubConnectionContext connection)
    {
        _waiting.TryRemove(connection.ConnectionId, out _);
        return base.OnDisconnectedAsync(connection);
    }

    public override Task SendConnectionAsync(string connectionId, string methodName, object?[] args, CancellationToken cancellationToken = default) =>
        args is [var number, ArraySegment<byte> drawing] && _waiting.TryGetValue(connectionId, out var waiting)
            ? SendAsync(waiting, methodName, number, drawing, cancellationToken)
            : base.SendConnectionAsync(connectionId, methodName, args, cancellationToken);

    private async Task SendAsync(Waiting waiting, string method, object? number, ArraySegment<byte> drawing, CancellationToken cancelled)
    {
        var copy = ArrayPool<byte>.Shared.Rent(drawing.Count);
        try
        {
            if (waiting.Add(drawing.Count) > limits.WaitingBytes)
            {
                SiteMeter.ConnectionsEnded.Add(1);
                waiting.Connection.Abort();
                return;
            }

            drawing.CopyTo(copy);
            await base.SendConnectionAsync(waiting.Connection.ConnectionId, method, [number, new ArraySegment<byte>(copy, 0, drawing.Count)], cancelled);
        }
        finally
        {
            waiting.Add(-drawing.Count);
            ArrayPool<byte>.Shared.Return(copy);
        }
    }

    private sealed class Waiting(HubConnectionContext connection)
    {
        private int _bytes;

        public HubConnectionContext Connection => connection;

        public int Add(int bytes) => Interlocked.Add(ref _bytes, bytes);
    }
}
