using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Options;

namespace OptOutGuide.Edge;

/// <summary>
/// How often one client may open the hub and ask for what costs the server much. Ordinary pages are never counted. A
/// client is an address, which a whole library may share; it is held in memory for as long as its count is, and written
/// nowhere.
/// </summary>
internal static class ClientLimits
{
    /// <summary>Opening a list asks the hub twice: to negotiate, and to connect.</summary>
    private const int RequestsPerCircuit = 2;

    public static bool Cover(HttpContext context) => (HubDoor.LeadsTo(context) && !HubDoor.IsFarewell(context)) || SitePages.IsCostly(context);

    public static void Configure(RateLimiterOptions limiter, IOptions<SiteOptions> site)
    {
        limiter.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        limiter.OnRejected = AnswerAsync;
        limiter.GlobalLimiter = PartitionedRateLimiter.CreateChained(
            PartitionedRateLimiter.Create<HttpContext, Share>(context => RateLimitPartition.GetTokenBucketLimiter(
                ShareOf(context),
                share => Refilled(share.IsHub ? RequestsPerCircuit * site.Value.CircuitsPerMinute : site.Value.CostlyPagesPerMinute))),
            PartitionedRateLimiter.Create<HttpContext, Share>(context => HubDoor.IsConnection(context)
                ? RateLimitPartition.GetConcurrencyLimiter(ShareOf(context), _ => new() { PermitLimit = site.Value.CircuitsPerClient })
                : RateLimitPartition.GetNoLimiter(default(Share))));
    }

    /// <summary>Addresses of one IPv6 network are one client: a single line is given 2^64 of them.</summary>
    public static IPAddress ClientOf(IPAddress? address)
    {
        if (address is null)
        {
            return IPAddress.None;
        }

        if (address.IsIPv4MappedToIPv6)
        {
            return address.MapToIPv4();
        }

        if (address.AddressFamily is not AddressFamily.InterNetworkV6)
        {
            return address;
        }

        var bytes = address.GetAddressBytes();
        bytes.AsSpan(8).Clear();
        return new(bytes);
    }

    /// <summary>A minute's worth at once, then evenly again.</summary>
    private static TokenBucketRateLimiterOptions Refilled(int perMinute) => new()
    {
        TokenLimit = perMinute,
        TokensPerPeriod = 1,
        ReplenishmentPeriod = TimeSpan.FromMinutes(1) / perMinute,
    };

    private static Share ShareOf(HttpContext context) => new(HubDoor.LeadsTo(context), ClientOf(context.Connection.RemoteIpAddress));

    private static async ValueTask AnswerAsync(OnRejectedContext rejected, CancellationToken stopped)
    {
        var context = rejected.HttpContext;
        var pause = rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? after : TimeSpan.FromMinutes(1);
        context.Response.Headers.RetryAfter = Math.Max(1, Math.Ceiling(pause.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
        if (!HubDoor.LeadsTo(context))
        {
            await SitePages.AnswerTooManyAsync(context);
        }
    }

    private readonly record struct Share(bool IsHub, IPAddress Client);
}
