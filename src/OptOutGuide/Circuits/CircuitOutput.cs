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
    private readonly ConcurrentDictionary<string, PendingOutput> _pending = new(StringComparer.Ordinal);

    public override Task OnConnectedAsync(HubConnectionContext connection)
    {
        _pending[connection.ConnectionId] = new(connection);
        return base.OnConnectedAsync(connection);
    }

    public override Task OnDisconnectedAsync(HubConnectionContext connection)
    {
        _pending.TryRemove(connection.ConnectionId, out _);
        return base.OnDisconnectedAsync(connection);
    }

    public override Task SendConnectionAsync(string connectionId, string methodName, object?[] args, CancellationToken cancellationToken = default) =>
        args is [var number, ArraySegment<byte> batch] && _pending.TryGetValue(connectionId, out var pending)
            ? SendAsync(pending, methodName, number, batch, cancellationToken)
            : base.SendConnectionAsync(connectionId, methodName, args, cancellationToken);

    private async Task SendAsync(PendingOutput pending, string method, object? number, ArraySegment<byte> batch, CancellationToken cancelled)
    {
        var copy = ArrayPool<byte>.Shared.Rent(batch.Count);
        try
        {
            if (pending.Add(batch.Count) > limits.MaxPendingBytes)
            {
                SiteMeter.ConnectionsEnded.Add(1);
                pending.Connection.Abort();
                return;
            }

            batch.CopyTo(copy);
            await base.SendConnectionAsync(pending.Connection.ConnectionId, method, [number, new ArraySegment<byte>(copy, 0, batch.Count)], cancelled);
        }
        finally
        {
            pending.Add(-batch.Count);
            ArrayPool<byte>.Shared.Return(copy);
        }
    }

    private sealed class PendingOutput(HubConnectionContext connection)
    {
        private int _bytes;

        public HubConnectionContext Connection => connection;

        public int Add(int bytes) => Interlocked.Add(ref _bytes, bytes);
    }
}
