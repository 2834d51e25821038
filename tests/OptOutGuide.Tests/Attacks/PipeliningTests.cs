using Microsoft.AspNetCore.Http;

namespace OptOutGuide.Tests.Attacks;

/// <summary>A client sends its requests ahead of the responses, so that there is always another one to answer.</summary>
public sealed class PipeliningTests
{
    [Fact]
    public void Thread_WithOneRequestAfterTheOther_TakesUpOtherWorkInBetween()
    {
        const int Turns = 3;
        var (before, others) = (SynchronizationContext.Current, new CountingContext());
        SynchronizationContext.SetSynchronizationContext(others);
        try
        {
            for (var request = 0; request < Turns * FairScheduling.RequestsPerTurn; request++)
            {
                _ = FairScheduling.InvokeAsync(new DefaultHttpContext(), _ => Task.CompletedTask);
            }
        }
        finally
        {
            SynchronizationContext.SetSynchronizationContext(before);
        }

        Assert.Equal(Turns, others.Posts);
    }

    /// <summary>Where a connection continues after it has returned its thread.</summary>
    private sealed class CountingContext : SynchronizationContext
    {
        public int Posts { get; private set; }

        public override void Post(SendOrPostCallback d, object? state) => Posts++;
    }
}
