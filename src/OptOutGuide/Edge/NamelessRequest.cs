using Microsoft.AspNetCore.Http;

namespace OptOutGuide.Edge;

/// <summary>
/// A request from which no address can be made: no host, as old probes send, or one of ours with a port that cannot be.
/// It is answered as if it were asked on this machine, since pages cannot be drawn without an address of their own.
/// </summary>
internal static class NamelessRequest
{
    public static Task NameAsync(HttpContext context, RequestDelegate next)
    {
        var request = context.Request;
        if (!Uri.TryCreate($"{request.Scheme}://{request.Host}/", UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https"))
        {
            (request.Scheme, request.Host) = (Uri.UriSchemeHttp, new("localhost"));
        }

        return next(context);
    }
}
