using System.Globalization;

namespace OptOutGuide.Tests.Content.Deadlines;

public sealed class NextMidnightTests
{
    [Theory]
    [InlineData("Europe/Paris", "2026-11-22T10:00:00+01:00", "2026-11-23T00:00:00+01:00")]
    [InlineData("Europe/Paris", "2026-11-22T23:30:00+00:00", "2026-11-24T00:00:00+01:00")]
    // The days on which clocks change are 23 and 25 hours long.
    [InlineData("Europe/Paris", "2026-03-29T00:00:00+01:00", "2026-03-30T00:00:00+02:00")]
    [InlineData("Europe/Paris", "2026-10-25T00:00:00+02:00", "2026-10-26T00:00:00+01:00")]
    // Havana's clocks jump over midnight in spring, and in autumn it comes twice.
    [InlineData("America/Havana", "2026-03-07T12:00:00-05:00", "2026-03-08T00:00:00-05:00")]
    [InlineData("America/Havana", "2026-10-31T12:00:00-04:00", "2026-11-01T00:00:00-04:00")]
    [InlineData("America/Havana", "2026-11-01T00:30:00-04:00", "2026-11-02T00:00:00-05:00")]
    public void After_AnyMoment_IsTheFirstOfTheNextDay(string zone, string now, string expected)
    {
        var midnight = TimeZoneInfo.FindSystemTimeZoneById(zone).NextMidnight(DateTimeOffset.Parse(now, CultureInfo.InvariantCulture));

        Assert.Equal(DateTimeOffset.Parse(expected, CultureInfo.InvariantCulture), midnight);
    }
}
