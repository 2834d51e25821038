using Microsoft.Extensions.Options;

namespace OptOutGuide.Configuration;

/// <summary>Now and today where the site's visitors live.</summary>
internal sealed class SiteClock(TimeProvider time, IOptions<SiteOptions> options)
{
    private readonly TimeZoneInfo _zone = TimeZoneInfo.FindSystemTimeZoneById(options.Value.TimeZone);

    public DateTimeOffset Now => TimeZoneInfo.ConvertTime(time.GetUtcNow(), _zone);

    public DateOnly Today => DateOnly.FromDateTime(Now.DateTime);

    /// <summary>When the visitors' next day begins.</summary>
    public DateTimeOffset NextMidnight(DateTimeOffset now) => _zone.NextMidnight(now);
}
