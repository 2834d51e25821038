using System.Globalization;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Options;
using OptOutGuide.Circuits;
using OptOutGuide.Configuration;

namespace OptOutGuide.Security;

/// <summary>How often one client may open the circuit hub, and how many connections to it it may hold.</summary>
internal static class RateLimits
{
    /// <summary>Opening a list asks the hub twice: to negotiate, and to connect.</summary>
    private const int RequestsPerCircuit = 2;

    public static bool AppliesTo(HttpContext context) => CircuitHubGuard.IsHubRequest(context) && !CircuitHubGuard.IsDisconnectBeacon(context);

    public static void Configure(RateLimiterOptions limiter, IOptions<SiteOptions> site)
    {
        limiter.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        limiter.OnRejected = SetRetryAfterAsync;
        limiter.GlobalLimiter = PartitionedRateLimiter.CreateChained(
            ClientPartition.Limiter<HttpContext>(
                ClientPartition.AddressOf,
                (client, shares) => RateLimitPartition.GetTokenBucketLimiter(client, _ => ClientPartition.PerMinute(shares * RequestsPerCircuit * site.Value.CircuitsPerMinute))),
            ClientPartition.Limiter<HttpContext>(
                context => CircuitHubGuard.IsConnection(context) ? ClientPartition.AddressOf(context) : null,
                (client, shares) => RateLimitPartition.GetConcurrencyLimiter(client, _ => new() { PermitLimit = ListsOf(site.Value, shares) })));
    }

    /// <summary>Half of all lists at most: where memory is short, the rest is for others.</summary>
    private static int ListsOf(SiteOptions site, int shares) => (int)Math.Clamp(site.MaxCircuits / 2, 1, (long)shares * site.CircuitsPerClient);

    private static ValueTask SetRetryAfterAsync(OnRejectedContext rejected, CancellationToken stopped)
    {
        var pause = rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? after : TimeSpan.FromMinutes(1);
        rejected.HttpContext.Response.Headers.RetryAfter = Math.Max(1, Math.Ceiling(pause.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
        return ValueTask.CompletedTask;
    }
}
