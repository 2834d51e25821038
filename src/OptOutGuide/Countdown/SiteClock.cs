using System.Globalization;
using Microsoft.Extensions.Options;

namespace OptOutGuide.Countdown;

/// <summary>Now and today where the site's visitors live.</summary>
internal sealed class SiteClock(TimeProvider time, IOptions<SiteOptions> options)
{
    private readonly TimeZoneInfo _zone = TimeZoneInfo.FindSystemTimeZoneById(options.Value.TimeZone);

    public DateTimeOffset Now => TimeZoneInfo.ConvertTime(time.GetUtcNow(), _zone);

    public DateOnly Today => DateOnly.FromDateTime(Now.DateTime);

    /// <summary>When the visitors' next day begins.</summary>
    public DateTimeOffset NextMidnight(DateTimeOffset now) => Midnight.After(now, _zone);
}

/// <summary>A clock that starts at another moment and goes on from there, to preview what the site will say.</summary>
internal sealed class PreviewTime(DateTimeOffset start) : TimeProvider
{
    private readonly long _started = System.GetTimestamp();

    /// <summary>The clock that a host asks for, or why it cannot be had.</summary>
    /// <param name="setting">A moment such as <c>2025-05-25T10:00:00+02:00</c>; null for the true time.</param>
    public static bool TryRead(string? setting, bool isProduction, out TimeProvider time, out string fault)
    {
        (time, fault) = (System, "");
        if (setting is null)
        {
            return true;
        }

        if (isProduction)
        {
            fault = "Clock:Now previews another date and is refused in Production; remove it.";
            return false;
        }

        if (!DateTimeOffset.TryParse(setting, CultureInfo.InvariantCulture, out var start))
        {
            fault = $"Clock:Now={setting} is not a moment; write one such as 2025-05-25T10:00:00+02:00.";
            return false;
        }

        time = new PreviewTime(start);
        return true;
    }

    public override DateTimeOffset GetUtcNow() => start.ToUniversalTime() + System.GetElapsedTime(_started);
}
