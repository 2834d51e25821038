using Microsoft.AspNetCore.Http;

namespace OptOutGuide.Security;

/// <summary>
/// Replaces the host of a request that has none, or an allowed one with an invalid port, by localhost.
/// Pages cannot be rendered without a valid address of their own.
/// </summary>
internal static class HostFallbackMiddleware
{
    public static Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        var request = context.Request;
        if (!Uri.TryCreate($"{request.Scheme}://{request.Host}/", UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https"))
        {
            (request.Scheme, request.Host) = (Uri.UriSchemeHttp, new("localhost"));
        }

        return next(context);
    }
}
