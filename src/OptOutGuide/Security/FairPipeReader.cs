using System.IO.Pipelines;
using System.Runtime.CompilerServices;

namespace OptOutGuide.Security;

/// <summary>
/// What a connection is read through. Kestrel reads pipelined requests and frames of HTTP/2 one after the other without
/// returning its thread, for as long as there are more: a few clients that send without pause would keep all threads of the
/// pool from everybody else. After some reads the thread is yielded to others.
/// </summary>
internal sealed class FairPipeReader(PipeReader inner) : PipeReader
{
    /// <summary>The cost of reads after which the thread is yielded. A read that waits for the network costs 1.</summary>
    private const int YieldThreshold = 4;

    /// <summary>The cost of a read that completes at once, since bytes are buffered.</summary>
    private const int BufferedReadCost = 2;

    private int _used;

    public override ValueTask<ReadResult> ReadAsync(CancellationToken cancellationToken = default)
    {
        var read = inner.ReadAsync(cancellationToken);
        _used += read.IsCompletedSuccessfully ? BufferedReadCost : 1;
        if (_used < YieldThreshold)
        {
            return read;
        }

        _used = 0;
        return YieldAsync(read);
    }

    public override bool TryRead(out ReadResult result) => inner.TryRead(out result);

    public override void AdvanceTo(SequencePosition consumed) => inner.AdvanceTo(consumed);

    public override void AdvanceTo(SequencePosition consumed, SequencePosition examined) => inner.AdvanceTo(consumed, examined);

    public override void CancelPendingRead() => inner.CancelPendingRead();

    public override void Complete(Exception? exception = null) => inner.Complete(exception);

    public override ValueTask CompleteAsync(Exception? exception = null) => inner.CompleteAsync(exception);

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    private static async ValueTask<ReadResult> YieldAsync(ValueTask<ReadResult> read)
    {
        var result = await read;
        await Task.Yield();
        return result;
    }
}
