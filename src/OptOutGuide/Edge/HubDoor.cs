using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace OptOutGuide.Edge;

/// <summary>
/// Who may open the hub: only pages of this site, and only as many at a time as the host allows. Without the hub the
/// list works as plain pages.
/// </summary>
internal sealed class HubDoor(IOptions<SiteOptions> site, CircuitLimits limits, CircuitWork clients)
{
    private static readonly PathString Hub = "/_blazor";

    private int _open;

    public bool IsFull => Volatile.Read(ref _open) >= site.Value.MostCircuits;

    public static bool LeadsTo(HttpContext context) => context.Request.Path.StartsWithSegments(Hub);

    /// <summary>The request that becomes a list's connection, not one of the short ones around it.</summary>
    public static bool IsConnection(HttpContext context) => context.Request.Path.StartsWithSegments(Hub, out var rest) && rest.Value is "" or "/";

    /// <summary>What a page says as it is left; to refuse it would keep its list open.</summary>
    public static bool IsFarewell(HttpContext context) => context.Request.Path.StartsWithSegments(Hub + "/disconnect");

    public async Task PassAsync(HttpContext context, RequestDelegate next)
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

        // A WebSocket begins with GET, or with CONNECT over HTTP/2. The hub would take what others send for later.
        if (context.Request.Method is not ("GET" or "CONNECT"))
        {
            context.Response.StatusCode = StatusCodes.Status405MethodNotAllowed;
            return;
        }

        try
        {
            if (Interlocked.Increment(ref _open) > site.Value.MostCircuits)
            {
                SiteMeter.CircuitsRefused.Add(1);
                context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
                return;
            }

            HubStream.Meter(context, limits, clients);
            // A request to the hub lasts as long as its connection.
            await next(context);
        }
        finally
        {
            Interlocked.Decrement(ref _open);
        }
    }

    /// <summary>
    /// Browsers always say whose page opens a WebSocket. Only host and port are compared: behind a proxy that ends TLS
    /// the scheme is hidden, and host filtering has already let the request's host through.
    /// </summary>
    private bool IsOwn(HttpRequest request)
    {
        if (request.Headers.Origin is [])
        {
            return true;
        }

        return Uri.TryCreate(request.Headers.Origin.ToString(), UriKind.Absolute, out var origin)
            && (string.Equals(origin.Authority, request.Host.Value, StringComparison.OrdinalIgnoreCase)
                || string.Equals(origin.Authority, site.Value.BaseAddress?.Authority, StringComparison.OrdinalIgnoreCase));
    }
}
