namespace OptOutGuide.Content.Deadlines;

public static class TimeZoneMidnight
{
    /// <summary>The first moment of the next day in a time zone, also when its clocks change that night.</summary>
    public static DateTimeOffset NextMidnight(this TimeZoneInfo zone, DateTimeOffset now)
    {
        var tomorrow = TimeZoneInfo.ConvertTime(now, zone).Date.AddDays(1);
        // When clocks go back over midnight, it occurs twice: the first counts. When they skip it, the offset from before the
        // change gives the moment of the change.
        var offset = zone.IsAmbiguousTime(tomorrow) ? zone.GetAmbiguousTimeOffsets(tomorrow).Max() : zone.GetUtcOffset(tomorrow);
        return new DateTimeOffset(tomorrow, offset);
    }
}
