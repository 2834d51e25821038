using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using OptOutGuide.Configuration;
using OptOutGuide.Telemetry;

namespace OptOutGuide.Circuits;

/// <summary>
/// Admits WebSockets of this site's own pages to the circuit hub, up to the configured number. Without the hub the
/// list works as plain pages.
/// </summary>
internal sealed class CircuitHubGuard(IOptions<SiteOptions> site, CircuitLimits limits, CircuitCpuLimiter cpu)
{
    private static readonly PathString Hub = "/_blazor";

    private int _open;

    public bool IsFull => Volatile.Read(ref _open) >= site.Value.MaxCircuits;

    public static bool IsHubRequest(HttpContext context) => context.Request.Path.StartsWithSegments(Hub);

    /// <summary>The request that becomes the circuit's WebSocket, not the short ones around it.</summary>
    public static bool IsConnection(HttpContext context) => context.Request.Path.StartsWithSegments(Hub, out var rest) && rest.Value is "" or "/";

    /// <summary>The disconnect beacon of a page that is left; rejecting it would keep its circuit open.</summary>
    public static bool IsDisconnectBeacon(HttpContext context) => context.Request.Path.StartsWithSegments(Hub + "/disconnect");

    public async Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        if (!IsOwn(context.Request))
        {
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            return;
        }

        if (!IsConnection(context))
        {
            await next(context);
            return;
        }

        // A WebSocket starts with GET, or with CONNECT over HTTP/2.
        if (context.Request.Method is not ("GET" or "CONNECT"))
        {
            context.Response.StatusCode = StatusCodes.Status405MethodNotAllowed;
            return;
        }

        try
        {
            if (Interlocked.Increment(ref _open) > site.Value.MaxCircuits)
            {
                SiteMeter.CircuitsRefused.Add(1);
                context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
                return;
            }

            HubStream.Meter(context, limits, cpu);
            // A request to the hub lasts as long as its connection.
            await next(context);
        }
        finally
        {
            Interlocked.Decrement(ref _open);
        }
    }

    /// <summary>
    /// Browsers always send the Origin of a WebSocket. Only host and port are compared, as they stand in an address: behind a
    /// proxy that terminates TLS the scheme is hidden, and host filtering has already let the request's host through.
    /// </summary>
    private bool IsOwn(HttpRequest request)
    {
        if (request.Headers.Origin is [])
        {
            return true;
        }

        return Uri.TryCreate(request.Headers.Origin.ToString(), UriKind.Absolute, out var origin)
            && ((Uri.TryCreate($"{origin.Scheme}://{request.Host}", UriKind.Absolute, out var asked) && HostAndPort(origin) == HostAndPort(asked))
                || (site.Value.BaseAddress is { } own && HostAndPort(origin) == HostAndPort(own)));
    }

    private static string HostAndPort(Uri address) => address.IsDefaultPort ? address.IdnHost : $"{address.IdnHost}:{address.Port}";
}
