using System.Globalization;
using System.Net;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Options;
using OptOutGuide.Circuits;
using OptOutGuide.Configuration;
using OptOutGuide.Site;

namespace OptOutGuide.Security;

/// <summary>
/// Rate limits per client for the circuit hub and for costly pages. Ordinary pages are not counted. A
/// client is an address, which a whole library may share; it is held in memory for as long as its count is, and written
/// nowhere.
/// </summary>
internal static class RateLimits
{
    /// <summary>Opening a list asks the hub twice: to negotiate, and to connect.</summary>
    private const int RequestsPerCircuit = 2;

    public static bool AppliesTo(HttpContext context) => (CircuitHubGuard.IsHubRequest(context) && !CircuitHubGuard.IsDisconnectBeacon(context)) || SiteEndpoints.IsCostly(context);

    public static void Configure(RateLimiterOptions limiter, IOptions<SiteOptions> site)
    {
        limiter.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        limiter.OnRejected = AnswerAsync;
        limiter.GlobalLimiter = PartitionedRateLimiter.CreateChained(
            PartitionedRateLimiter.Create<HttpContext, ClientPartition>(context => RateLimitPartition.GetTokenBucketLimiter(
                PartitionOf(context),
                share => Refilled(share.IsHub ? RequestsPerCircuit * site.Value.CircuitsPerMinute : site.Value.CostlyPagesPerMinute))),
            PartitionedRateLimiter.Create<HttpContext, ClientPartition>(context => CircuitHubGuard.IsConnection(context)
                ? RateLimitPartition.GetConcurrencyLimiter(PartitionOf(context), _ => new() { PermitLimit = site.Value.CircuitsPerClient })
                : RateLimitPartition.GetNoLimiter(default(ClientPartition))));
    }

    /// <summary>A minute's worth at once, then evenly again.</summary>
    private static TokenBucketRateLimiterOptions Refilled(int perMinute) => new()
    {
        TokenLimit = perMinute,
        TokensPerPeriod = 1,
        ReplenishmentPeriod = TimeSpan.FromMinutes(1) / perMinute,
    };

    private static ClientPartition PartitionOf(HttpContext context) => new(CircuitHubGuard.IsHubRequest(context), ClientAddress.Of(context.Connection.RemoteIpAddress));

    private static async ValueTask AnswerAsync(OnRejectedContext rejected, CancellationToken stopped)
    {
        var context = rejected.HttpContext;
        var pause = rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? after : TimeSpan.FromMinutes(1);
        context.Response.Headers.RetryAfter = Math.Max(1, Math.Ceiling(pause.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
        if (!CircuitHubGuard.IsHubRequest(context))
        {
            await SiteEndpoints.RenderTooManyRequestsAsync(context);
        }
    }

    private readonly record struct ClientPartition(bool IsHub, IPAddress Client);
}
