namespace OptOutGuide.Tests.Support;

/// <summary>The machine's clock, on which every pause ends at once.</summary>
internal sealed class WithoutPauses : TimeProvider
{
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) => base.CreateTimer(callback, state, TimeSpan.Zero, period);
}
