namespace OptOutGuide.Circuits;

/// <summary>A token bucket for one caller at a time. A caller that is charged more than it holds waits until the debt is refilled.</summary>
/// <param name="capacity">Tokens that may be charged at once.</param>
/// <param name="perSecond">Tokens refilled per second.</param>
internal sealed class TokenBucket(double capacity, double perSecond)
{
    private double _charged;
    private TimeSpan _at;

    /// <param name="now">Time since any moment, by a clock that is never set back.</param>
    /// <returns>How long to wait before going on; zero where the budget was enough.</returns>
    public TimeSpan Charge(double amount, TimeSpan now)
    {
        _charged = Math.Max(0, _charged - (perSecond * (now - _at).TotalSeconds)) + amount;
        _at = now;
        return _charged <= capacity ? TimeSpan.Zero : TimeSpan.FromSeconds((_charged - capacity) / perSecond);
    }
}
