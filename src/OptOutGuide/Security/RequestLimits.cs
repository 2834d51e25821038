using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Extensions.Options;
using OptOutGuide.Configuration;
using OptOutGuide.Responses;

namespace OptOutGuide.Security;

/// <summary>Limits of one connection in size and time.</summary>
internal static class RequestLimits
{
    /// <summary>Bytes. The site takes no form and no file: only the hub reads a body, the disconnect beacon of a closing page.</summary>
    public const int MaxBodyBytes = 16 * 1024;

    /// <summary>Bytes, for a list of 4,000 characters with the form around it.</summary>
    public const int MaxRequestLineBytes = 8 * 1024;

    /// <summary>A browser requests a page and its six files at a time.</summary>
    public const int StreamsPerConnection = 20;

    /// <summary>Bytes, the largest headers. What is sent ahead waits in it: pipelined requests, frames of HTTP/2, calls of the hub.</summary>
    public const int RequestBufferBytes = 16 * 1024;

    /// <summary>Bytes of a response that Kestrel holds for a client that does not read, beside the block that is being written.</summary>
    private const int ResponseBufferBytes = 16 * 1024;

    /// <summary>
    /// As many connections as Linux lets wait to be accepted: a client that opens thousands at once then delays the others,
    /// instead of having theirs dropped and tried again a second later.
    /// </summary>
    private const int Backlog = 4096;

    public static void Configure(KestrelServerOptions kestrel, IOptions<SiteOptions> site)
    {
        kestrel.AddServerHeader = false;
        var limits = kestrel.Limits;
        limits.MaxRequestBodySize = MaxBodyBytes;
        limits.MaxRequestLineSize = MaxRequestLineBytes;
        limits.MaxRequestHeadersTotalSize = RequestBufferBytes;
        limits.MaxRequestHeaderCount = 64;
        limits.RequestHeadersTimeout = TimeSpan.FromSeconds(10);
        // Longer than proxies usually keep an idle connection (60 s): otherwise they would send to one that is closing.
        limits.KeepAliveTimeout = TimeSpan.FromSeconds(75);
        limits.MinRequestBodyDataRate = new(bytesPerSecond: 240, gracePeriod: TimeSpan.FromSeconds(5));
        limits.MinResponseDataRate = SendRate.Default;
        limits.MaxRequestBufferSize = RequestBufferBytes;
        limits.MaxResponseBufferSize = ResponseBufferBytes;
        limits.Http2.MaxStreamsPerConnection = StreamsPerConnection;
        limits.MaxConcurrentConnections = ConnectionsOf(site.Value);
    }

    /// <summary>Kestrel's own limits of the same names apply above the sockets only, which would read 1 MB ahead for each connection.</summary>
    public static void Configure(SocketTransportOptions sockets)
    {
        sockets.Backlog = Backlog;
        sockets.MaxReadBufferSize = RequestBufferBytes;
        sockets.MaxWriteBufferSize = ResponseBufferBytes;
    }

    /// <summary>As many as there may be, or as the system allows.</summary>
    public static long ConnectionsOf(SiteOptions site) => Math.Min(MaxConnections(site), OpenFileLimit.MaxConnections);

    /// <summary>Each open list holds one; as many again are for pages.</summary>
    public static long MaxConnections(SiteOptions site) => (2L * site.MaxCircuits) + 1000;
}
