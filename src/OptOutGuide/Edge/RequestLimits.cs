using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.Options;

namespace OptOutGuide.Edge;

/// <summary>What one connection may ask for and how long it may take, so that a few slow or greedy ones hold nobody up.</summary>
internal static class RequestLimits
{
    /// <summary>Bytes. The site takes no form and no file: only the hub reads a body, the short farewell of a closing page.</summary>
    public const int LargestBody = 16 * 1024;

    /// <summary>Bytes, for a list of 4,000 characters with the form around it.</summary>
    public const int LongestRequestLine = 8 * 1024;

    /// <summary>
    /// Bytes. The largest message of a page starts its circuit with its sealed parameters: 5.5 kB for the fullest list.
    /// </summary>
    public const int LargestMessage = 16 * 1024;

    public static void Configure(KestrelServerOptions kestrel, IOptions<SiteOptions> site)
    {
        kestrel.AddServerHeader = false;
        var limits = kestrel.Limits;
        limits.MaxRequestBodySize = LargestBody;
        limits.MaxRequestLineSize = LongestRequestLine;
        limits.MaxRequestHeadersTotalSize = 16 * 1024;
        limits.MaxRequestHeaderCount = 64;
        limits.RequestHeadersTimeout = TimeSpan.FromSeconds(10);
        // Longer than proxies keep an idle connection, 60 s by habit: otherwise they would send into one that closes.
        limits.KeepAliveTimeout = TimeSpan.FromSeconds(75);
        limits.MinRequestBodyDataRate = new(bytesPerSecond: 240, gracePeriod: TimeSpan.FromSeconds(5));
        limits.MinResponseDataRate = new(bytesPerSecond: 240, gracePeriod: TimeSpan.FromSeconds(5));
        // Each live list holds one; as many again serve pages.
        limits.MaxConcurrentConnections = 2L * site.Value.MostCircuits + 1000;
    }

    public static void Configure(HubOptions hub)
    {
        hub.MaximumReceiveMessageSize = LargestMessage;
        hub.MaximumParallelInvocationsPerClient = 1;
        // Blazor streams only the files that a page uploads; no page does.
        hub.StreamBufferCapacity = 1;
        hub.AddFilter<CircuitHubFilter>();
    }
}
