using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Options;
using OptOutGuide.Configuration;

namespace OptOutGuide.Security;

/// <summary>What one connection may ask for and how long it may take, so that a few slow or greedy clients do not block the others.</summary>
internal static class RequestLimits
{
    /// <summary>Bytes. The site takes no form and no file: only the hub reads a body, the disconnect beacon of a closing page.</summary>
    public const int MaxBodyBytes = 16 * 1024;

    /// <summary>Bytes, for a list of 4,000 characters with the form around it.</summary>
    public const int MaxRequestLineBytes = 8 * 1024;

    public static void Configure(KestrelServerOptions kestrel, IOptions<SiteOptions> site)
    {
        kestrel.AddServerHeader = false;
        var limits = kestrel.Limits;
        limits.MaxRequestBodySize = MaxBodyBytes;
        limits.MaxRequestLineSize = MaxRequestLineBytes;
        limits.MaxRequestHeadersTotalSize = 16 * 1024;
        limits.MaxRequestHeaderCount = 64;
        limits.RequestHeadersTimeout = TimeSpan.FromSeconds(10);
        // Longer than proxies keep an idle connection, 60 s by habit: otherwise they would send into one that closes.
        limits.KeepAliveTimeout = TimeSpan.FromSeconds(75);
        limits.MinRequestBodyDataRate = new(bytesPerSecond: 240, gracePeriod: TimeSpan.FromSeconds(5));
        limits.MinResponseDataRate = new(bytesPerSecond: 240, gracePeriod: TimeSpan.FromSeconds(5));
        // Each live list holds one; as many again serve pages.
        limits.MaxConcurrentConnections = 2L * site.Value.MaxCircuits + 1000;
    }
}
