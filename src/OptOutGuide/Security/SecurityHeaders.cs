using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;
using OptOutGuide.Configuration;

namespace OptOutGuide.Security;

/// <summary>
/// One policy on every response: no other origins, nothing inline, no framing, no referrer, and
/// no device features that the site does not use.
/// </summary>
internal sealed class SecurityHeaders(RequestDelegate next, IOptions<SiteOptions> site, IHostEnvironment environment)
{
    public const string ContentPolicy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; manifest-src 'self'; " +
        "worker-src 'self'; form-action 'self'; base-uri 'self'; frame-ancestors 'none'";

    private static readonly KeyValuePair<string, StringValues>[] Policy =
    [
        new("Content-Security-Policy", ContentPolicy),
        new("X-Content-Type-Options", "nosniff"),
        // A list is in its page's address: a referrer would repeat it in the next request and in proxies' logs.
        new("Referrer-Policy", "no-referrer"),
        new("Cross-Origin-Opener-Policy", "same-origin"),
        new("Cross-Origin-Resource-Policy", "same-origin"),
        new("Permissions-Policy",
            "accelerometer=(), autoplay=(), camera=(), display-capture=(), encrypted-media=(), fullscreen=(), geolocation=(), " +
            "gyroscope=(), magnetometer=(), microphone=(), midi=(), payment=(), picture-in-picture=(), " +
            "publickey-credentials-get=(), screen-wake-lock=(), usb=(), xr-spatial-tracking=()"),
    ];

    private readonly string _transport = site.Value.HstsPreload ? "max-age=63072000; includeSubDomains; preload" : "max-age=63072000";

    private readonly bool _isHttpsSite = site.Value.BaseAddress?.Scheme == Uri.UriSchemeHttps;

    public Task InvokeAsync(HttpContext context)
    {
        // On starting, since Blazor adds a policy of its own while it renders a page.
        context.Response.OnStarting(() =>
        {
            Write(context.Response.Headers);
            context.Features.Get<ResponseAudience>()?.Write(context.Response.Headers);
            if (!environment.IsDevelopment() && (_isHttpsSite || context.Request.IsHttps))
            {
                context.Response.Headers.StrictTransportSecurity = _transport;
            }

            return Task.CompletedTask;
        });
        return next(context);
    }

    /// <summary>Sets the policy and replaces what the framework may have set.</summary>
    public static void Write(IHeaderDictionary headers)
    {
        foreach (var (name, value) in Policy)
        {
            headers[name] = value;
        }

        headers.Remove("X-Frame-Options");
        headers.Remove("blazor-enhanced-nav");
    }

    /// <summary>The outermost middleware: it also covers responses that the framework makes before the site, such as the rejection of unknown hosts.</summary>
    internal sealed class Outermost : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.UseMiddleware<SecurityHeaders>();
            next(app);
        };
    }
}
