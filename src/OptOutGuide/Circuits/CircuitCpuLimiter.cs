using System.Net;
using System.Threading.RateLimiting;
using Microsoft.Extensions.Options;
using OptOutGuide.Configuration;

namespace OptOutGuide.Circuits;

/// <summary>
/// The processor time that the open lists of one client may take together. It is charged after a call and awaited before the
/// next call of the same connection: a client beyond its budget waits, others do not.
/// </summary>
internal sealed class CircuitCpuLimiter(IOptions<SiteOptions> site) : IAsyncDisposable
{
    private const int SecondsAtOnce = 2;
    private const int PeriodsPerSecond = 10;

    /// <summary>The most that one call is charged: one that took longer has waited for something else.</summary>
    private static readonly TimeSpan MaxCharge = TimeSpan.FromMilliseconds(100);

    private readonly PartitionedRateLimiter<IPAddress> _clients = ClientPartition.Limiter<IPAddress>(
        address => address,
        (client, shares) => RateLimitPartition.GetTokenBucketLimiter(client, _ => Microseconds(shares * site.Value.CircuitWorkPerClient)));

    /// <summary>Waits even if the connection is gone; otherwise a client could avoid the charge by reconnecting.</summary>
    public async ValueTask ChargeAsync(IPAddress address, TimeSpan work)
    {
        using var _ = await _clients.AcquireAsync(address, (int)Math.Ceiling(Math.Min(work.TotalMicroseconds, MaxCharge.TotalMicroseconds)));
    }

    public ValueTask DisposeAsync() => _clients.DisposeAsync();

    private static TokenBucketRateLimiterOptions Microseconds(int millisecondsPerSecond) => new()
    {
        TokenLimit = SecondsAtOnce * millisecondsPerSecond * 1000,
        TokensPerPeriod = millisecondsPerSecond * 1000 / PeriodsPerSecond,
        ReplenishmentPeriod = TimeSpan.FromSeconds(1) / PeriodsPerSecond,
        QueueLimit = int.MaxValue,
    };
}
