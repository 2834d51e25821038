using System.IO.Pipelines;

namespace OptOutGuide.Tests.Attacks;

/// <summary>A client sends requests or frames ahead of the responses, so that there is always something to read.</summary>
public sealed class PipeliningTests
{
    /// <summary>The reader yields after two reads of buffered bytes, or after four that wait.</summary>
    [Theory]
    [InlineData(true, new[] { 0, 1, 1, 2, 2, 3, 3, 4 })]
    [InlineData(false, new[] { 0, 0, 0, 1, 1, 1, 1, 2 })]
    public async Task Connection_WithOneRequestAfterTheOther_LetsOthersHaveTheirTurn(bool areSentAhead, int[] expected)
    {
        var pipe = new Pipe(new PipeOptions(readerScheduler: PipeScheduler.Inline, useSynchronizationContext: false));
        var reader = new FairPipeReader(pipe.Reader);
        var given = new List<int>();
        using var turns = new Turns();

        while (given.Count < expected.Length)
        {
            var read = areSentAhead ? null : reader.ReadAsync().AsTask();
            await pipe.Writer.WriteAsync("GET"u8.ToArray());
            read ??= reader.ReadAsync().AsTask();
            turns.RunUntilCompleted(read);
            reader.AdvanceTo((await read).Buffer.End);
            given.Add(turns.Given);
        }

        Assert.Equal(expected, given);
    }

    /// <summary>Counts yields, and runs the queued continuations on demand.</summary>
    private sealed class Turns : SynchronizationContext, IDisposable
    {
        private readonly SynchronizationContext? _before = Current;
        private readonly Queue<Action> _waiting = [];

        public Turns() => SetSynchronizationContext(this);

        public int Given { get; private set; }

        public override void Post(SendOrPostCallback d, object? state)
        {
            Given++;
            _waiting.Enqueue(() => d(state));
        }

        public void RunUntilCompleted(Task read)
        {
            while (!read.IsCompleted && _waiting.TryDequeue(out var next))
            {
                next();
            }
        }

        public void Dispose() => SetSynchronizationContext(_before);
    }
}
