using System.Buffers;
using System.IO.Pipelines;
using System.Net;
using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace OptOutGuide.Security;

/// <summary>Charges a client for what its connection reads over HTTP/2, before Kestrel sees it.</summary>
internal sealed class MeteredPipeReader(PipeReader inner, ConnectionContext connection, HttpProtocols endpoint, IPAddress client, Http2InputLimiter limiter) : PipeReader
{
    private ReadOnlySequence<byte> _buffer;
    private long _charged;
    private CancellationTokenSource? _waiting;

    public override ValueTask<ReadResult> ReadAsync(CancellationToken cancellationToken = default)
    {
        var read = inner.ReadAsync(cancellationToken);
        return Http2InputLimiter.AppliesTo(connection, endpoint) ? MeteredAsync(read) : read;
    }

    public override bool TryRead(out ReadResult result) => inner.TryRead(out result);

    public override void AdvanceTo(SequencePosition consumed) => AdvanceTo(consumed, consumed);

    public override void AdvanceTo(SequencePosition consumed, SequencePosition examined)
    {
        if (_charged > 0)
        {
            // The next read begins with what is left of this one.
            _charged = _buffer.Slice(consumed).Length;
            _buffer = default;
        }

        inner.AdvanceTo(consumed, examined);
    }

    /// <summary>Kestrel wakes a connection in this way to close it: it does not wait for its budget then.</summary>
    public override void CancelPendingRead()
    {
        inner.CancelPendingRead();
        using var waiting = Interlocked.Exchange(ref _waiting, null);
        waiting?.Cancel();
    }

    public override void Complete(Exception? exception = null) => inner.Complete(exception);

    public override ValueTask CompleteAsync(Exception? exception = null) => inner.CompleteAsync(exception);

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    private async ValueTask<ReadResult> MeteredAsync(ValueTask<ReadResult> read)
    {
        var result = await read;
        _buffer = result.Buffer;
        var more = _buffer.Length - _charged;
        _charged = _buffer.Length;
        if (more > 0)
        {
            await ChargeAsync(more);
        }

        return result;
    }

    private async ValueTask ChargeAsync(long bytes)
    {
        _waiting = CancellationTokenSource.CreateLinkedTokenSource(connection.ConnectionClosed);
        try
        {
            await limiter.ChargeAsync(client, bytes, _waiting.Token);
        }
        catch (OperationCanceledException) when (connection.ConnectionClosed.IsCancellationRequested)
        {
            // What a client sent before it left is not worth reading.
            throw new ConnectionResetException("The client left.");
        }
        catch (OperationCanceledException)
        {
        }
        finally
        {
            Interlocked.Exchange(ref _waiting, null)?.Dispose();
        }
    }
}
