using System.IO.Pipelines;
using System.Net;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Options;
using OptOutGuide.Circuits;
using OptOutGuide.Configuration;
using IPNetwork = System.Net.IPNetwork;

namespace OptOutGuide.Security;

/// <summary>
/// How many connections one client may hold, and how many requests may be under way on them. A trusted proxy holds its
/// connections for many clients and is not counted; the requests that it forwards are counted for each of these.
/// </summary>
internal sealed class ConnectionLimiter(IOptions<SiteOptions> site, Http2InputLimiter input) : IDisposable
{
    /// <summary>Each may hold an unread response of about 50 kB.</summary>
    private const int RequestsPerClient = 300;

    /// <summary>Fewer than a proxy may have under way at one node (900 in <c>deploy/haproxy.cfg</c>).</summary>
    private const int RequestsPerNetwork = 600;

    private readonly IPNetwork[] _proxies = [.. ProxyNetworks.Read(site.Value.TrustedProxies).OfType<IPNetwork>()];

    private readonly PartitionedRateLimiter<IPAddress> _connections = ClientPartition.Limiter<IPAddress>(
        address => address,
        (client, shares) => RateLimitPartition.GetConcurrencyLimiter(client, _ => new() { PermitLimit = ConnectionsOf(site.Value, shares) }));

    private readonly PartitionedRateLimiter<HttpContext> _requests = ClientPartition.Limiter<HttpContext>(
        ClientPartition.AddressOf,
        (client, shares) => RateLimitPartition.GetConcurrencyLimiter(client, _ => new() { PermitLimit = Math.Min(shares * RequestsPerClient, RequestsPerNetwork) }));

    public static void Configure(KestrelServerOptions kestrel, ConnectionLimiter limiter) =>
        kestrel.ConfigureEndpointDefaults(endpoint => endpoint.Use(next => connection => limiter.OnConnectionAsync(connection, endpoint.Protocols, next)));

    /// <summary>
    /// Whether the request counts as one of a client's concurrent requests: over HTTP/2 or through a trusted proxy. Open lists have limits
    /// of their own (<see cref="RateLimits"/>); the beacon of a closing page counts, since its body may take a minute to come. Over
    /// HTTP/1.1 a connection has one request at a time, and connections are counted, except those of a proxy.
    /// </summary>
    public bool AppliesTo(HttpContext context) => (HttpProtocol.IsHttp2(context.Request.Protocol) || IsForwarded(context)) && !CircuitHubGuard.IsConnection(context);

    public async Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        using var request = _requests.AttemptAcquire(context);
        if (request.IsAcquired)
        {
            await next(context);
            return;
        }

        // Without a body, which would be one more response to hold.
        context.Response.StatusCode = StatusCodes.Status429TooManyRequests;
        context.Response.Headers.RetryAfter = "5";
        if (!HttpProtocol.IsHttp2(context.Request.Protocol) && context.Features.Get<IHttpRequestBodyDetectionFeature>() is { CanHaveBody: true })
        {
            // Otherwise the server waits seconds for the rest of a body that may never come, and the connection is not free.
            await context.Response.CompleteAsync();
            context.Abort();
        }
    }

    public void Dispose()
    {
        _connections.Dispose();
        _requests.Dispose();
    }

    private async Task OnConnectionAsync(ConnectionContext connection, HttpProtocols protocols, ConnectionDelegate next)
    {
        var reader = new FairPipeReader(connection.Transport.Input);
        if ((connection.RemoteEndPoint as IPEndPoint)?.Address is not { } address)
        {
            await ForwardAsync(connection, reader, next);
            return;
        }

        if (IsProxy(address))
        {
            connection.Features.Set(ProxyConnection.Mark);
            await ForwardAsync(connection, reader, next);
            return;
        }

        // A connection beyond the limit is closed without a response.
        using var share = _connections.AttemptAcquire(address);
        if (share.IsAcquired)
        {
            await ForwardAsync(connection, new MeteredPipeReader(reader, connection, protocols, address, input), next);
        }
    }

    /// <summary>Half of all at most: where there are few, the rest is for others.</summary>
    private static int ConnectionsOf(SiteOptions site, int shares) =>
        (int)Math.Clamp(RequestLimits.ConnectionsOf(site) / 2, 1, (long)shares * site.ConnectionsPerClient);

    private static Task ForwardAsync(ConnectionContext connection, PipeReader reader, ConnectionDelegate next)
    {
        connection.Transport = new ConnectionPipe(reader, connection.Transport.Output);
        return next(connection);
    }

    private bool IsForwarded(HttpContext context) => _proxies.Length > 0 && context.Features.Get<ProxyConnection>() is not null;

    private bool IsProxy(IPAddress address)
    {
        var plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        return _proxies.Any(proxy => proxy.Contains(plain));
    }
}

/// <summary>Marks a connection of a trusted proxy.</summary>
internal sealed class ProxyConnection
{
    public static ProxyConnection Mark { get; } = new();
}

/// <summary>A connection's transport with its reader replaced.</summary>
internal sealed record ConnectionPipe(PipeReader Input, PipeWriter Output) : IDuplexPipe;
