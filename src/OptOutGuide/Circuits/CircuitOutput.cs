using System.Buffers;
using System.Collections.Concurrent;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.Logging;
using OptOutGuide.Telemetry;

namespace OptOutGuide.Circuits;

/// <summary>
/// Limits the output that waits for a browser which reads too slowly, or acknowledges render batches that it has not read.
/// Blazor rents the memory of each batch from a pool and returns it when the browser acknowledges the batch, even if it still
/// waits to be sent: it would then be sent with bytes of another visitor's list. Therefore a copy of each batch is sent.
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
