using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Core.Features;

namespace OptOutGuide.Responses;

/// <summary>How fast a client has to read its response; a slower connection is closed.</summary>
internal static class SendRate
{
    /// <summary>Bytes a second. A phone with a slow connection (GPRS) reads a few thousand.</summary>
    private const double MinBytesPerSecond = 1000;

    /// <summary>A response of any size is read within this time.</summary>
    private static readonly TimeSpan MaxResponseTime = TimeSpan.FromMinutes(1);

    private static readonly TimeSpan GracePeriod = TimeSpan.FromSeconds(5);

    public static MinDataRate Default { get; } = new(MinBytesPerSecond, GracePeriod);

    /// <summary>The larger a response, the faster it has to be read. HTTP/2 has one rate for responses of all sizes.</summary>
    public static void Require(HttpContext context, long bytes)
    {
        if (context.Features.Get<IHttpMinResponseDataRateFeature>() is { } rate)
        {
            rate.MinDataRate = new(Math.Max(MinBytesPerSecond, bytes / MaxResponseTime.TotalSeconds), GracePeriod);
        }
    }
}
