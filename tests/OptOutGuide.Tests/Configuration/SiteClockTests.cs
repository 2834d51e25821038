using System.Globalization;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace OptOutGuide.Tests.Configuration;

public sealed class SiteClockTests
{
    [Theory]
    [InlineData("2026-11-22T22:59:59Z", "2026-11-22")]
    [InlineData("2026-11-22T23:00:00Z", "2026-11-23")]
    [InlineData("2026-07-14T22:00:00Z", "2026-07-15")]
    public void Today_AroundMidnight_IsTheVisitorsDay(string now, string today)
    {
        var clock = new SiteClock(
            new FakeTimeProvider(DateTimeOffset.Parse(now, CultureInfo.InvariantCulture)),
            Options.Create(new SiteOptions { TimeZone = "Europe/Paris" }));

        var day = clock.Today;

        Assert.Equal(DateOnly.Parse(today, CultureInfo.InvariantCulture), day);
    }

    [Fact]
    public void PreviewTime_OfAnotherDate_StartsThereAndMovesOn()
    {
        var start = new DateTimeOffset(2025, 5, 26, 23, 59, 0, TimeSpan.FromHours(2));
        var clock = new FakeTimeProvider();
        var preview = new PreviewTime(start, clock);

        var first = preview.GetUtcNow();
        clock.Advance(TimeSpan.FromMinutes(1));

        Assert.Equal((start, TimeSpan.Zero), (first, first.Offset));
        Assert.Equal(start.AddMinutes(1), preview.GetUtcNow());
    }
}
