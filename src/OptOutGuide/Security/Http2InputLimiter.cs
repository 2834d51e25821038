using System.Net;
using System.Net.Security;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Core.Features;
using OptOutGuide.Configuration;

namespace OptOutGuide.Security;

/// <summary>
/// How many bytes one client may send over HTTP/2, on all its connections together; beyond that, reading them waits. Kestrel
/// answers control frames such as PING below all other limits, and one of 17 bytes costs about as much as a request of
/// HTTP/1.1. A browser sends about 2 kB for a page with its files.
/// </summary>
internal sealed class Http2InputLimiter : IDisposable
{
    /// <summary>
    /// Bytes: thirty people who open a page at the same moment. A request beyond the streams of its connection has 15 bytes, and
    /// Kestrel refuses it with three exceptions: 300 kB of them took both processors for half a second.
    /// </summary>
    public const int AtOnce = 64 * 1024;

    private const int PerSecond = 256 * 1024;
    private const int PeriodsPerSecond = 16;

    private readonly PartitionedRateLimiter<IPAddress> _clients = ClientPartition.Limiter<IPAddress>(
        address => address,
        (client, shares) => RateLimitPartition.GetTokenBucketLimiter(client, _ => Bytes(shares)));

    /// <summary>
    /// HTTP/2 without TLS needs an endpoint of its own; with TLS the handshake decides, on a connection that this limiter
    /// already reads.
    /// </summary>
    public static bool AppliesTo(ConnectionContext connection, HttpProtocols endpoint) =>
        endpoint is HttpProtocols.Http2
        || (connection.Features.Get<ISslStreamFeature>() is { SslStream: { IsAuthenticated: true } tls } && tls.NegotiatedApplicationProtocol == SslApplicationProtocol.Http2);

    public async ValueTask ChargeAsync(IPAddress client, long bytes, CancellationToken cancelled)
    {
        using var _ = await _clients.AcquireAsync(client, (int)Math.Min(bytes, AtOnce), cancelled);
    }

    public void Dispose() => _clients.Dispose();

    private static TokenBucketRateLimiterOptions Bytes(int shares) => new()
    {
        TokenLimit = shares * AtOnce,
        TokensPerPeriod = shares * PerSecond / PeriodsPerSecond,
        ReplenishmentPeriod = TimeSpan.FromSeconds(1) / PeriodsPerSecond,
        QueueLimit = int.MaxValue,
    };
}
