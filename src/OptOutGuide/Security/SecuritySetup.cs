using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.HostFiltering;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Options;
using OptOutGuide.Configuration;

namespace OptOutGuide.Security;

/// <summary>Host filtering, headers, trusted proxies and limits.</summary>
internal static class SecuritySetup
{
    /// <summary>Allows the host of <c>Site:BaseAddress</c>, and always localhost, for health checks.</summary>
    public static void AddHostFiltering(this WebApplicationBuilder builder) =>
        builder.Services.AddOptions<HostFilteringOptions>().PostConfigure<IOptions<SiteOptions>>((hosts, site) =>
        {
            if (site.Value.BaseAddress is { } address)
            {
                // With a final dot (fully qualified) it is the same host (RFC 1034, 3.1).
                hosts.AllowedHosts = [.. hosts.AllowedHosts, address.Host, address.Host + "."];
            }

            hosts.AllowedHosts = [.. hosts.AllowedHosts, "localhost", "127.0.0.1", "[::1]"];
        });

    /// <summary>The headers of every response, and no antiforgery cookie.</summary>
    public static void AddSecurityHeaders(this WebApplicationBuilder builder)
    {
        builder.Services.Insert(0, ServiceDescriptor.Singleton<IStartupFilter, SecurityHeaders.Outermost>());
        builder.Services.AddSingleton<IAntiforgery, NoAntiforgery>();
    }

    public static void AddTrustedProxies(this WebApplicationBuilder builder) =>
        builder.Services.AddOptions<ForwardedHeadersOptions>().Configure<IOptions<SiteOptions>, IOptions<HostFilteringOptions>>(ForwardedHeadersSetup.Configure);

    /// <summary>Limits for one connection, and for all requests of one client.</summary>
    public static void AddRequestLimits(this WebApplicationBuilder builder)
    {
        builder.Services.AddOptions<KestrelServerOptions>().Configure<IOptions<SiteOptions>>(RequestLimits.Configure).Configure<ConnectionLimiter>(ConnectionLimiter.Configure);
        builder.WebHost.UseSockets(RequestLimits.Configure);
        // Registered after the sockets that it wraps: Kestrel takes the last one.
        builder.Services.AddSingleton<IConnectionListenerFactory>(services => ActivatorUtilities.CreateInstance<BoundedListeners>(services, OpenFileLimit.MaxOpenConnections));
        builder.Services.AddSingleton<Http2InputLimiter>();
        builder.Services.AddSingleton<ConnectionLimiter>();
        builder.Services.AddSingleton<RenderLimiter>();
        builder.Services.AddOptions<RateLimiterOptions>().Configure<IOptions<SiteOptions>>(RateLimits.Configure);
        builder.Services.AddRateLimiter(_ => { });
    }

    public static void UseHostFallback(this WebApplication app) => app.Use(HostFallbackMiddleware.InvokeAsync);

    public static void UseRequestsPerClient(this WebApplication app)
    {
        var limiter = app.Services.GetRequiredService<ConnectionLimiter>();
        app.UseWhen(limiter.AppliesTo, limited => limited.Use(limiter.InvokeAsync));
    }

    public static void UseRateLimits(this WebApplication app) => app.UseWhen(RateLimits.AppliesTo, limited => limited.UseRateLimiter());
}
