namespace OptOutGuide.Content.Deadlines;

public static class TimeZoneMidnight
{
    /// <summary>The first moment of the next day in a time zone, whatever its clocks do that night.</summary>
    public static DateTimeOffset NextMidnight(this TimeZoneInfo zone, DateTimeOffset now)
    {
        var tomorrow = TimeZoneInfo.ConvertTime(now, zone).Date.AddDays(1);
        // Where clocks go back over midnight it comes twice, and the first one counts; where they jump over it, the
        // offset from before the jump names the moment of the jump.
        var offset = zone.IsAmbiguousTime(tomorrow) ? zone.GetAmbiguousTimeOffsets(tomorrow).Max() : zone.GetUtcOffset(tomorrow);
        return new DateTimeOffset(tomorrow, offset);
    }
}
