using System.Globalization;

namespace OptOutGuide.Tests.Content.Deadlines;

public sealed class DeadlineTests
{
    [Theory]
    // Weeks ahead, and just before and at the three days.
    [InlineData("2025-04-14T12:00:00+02:00", DeadlinePhase.Upcoming, 43, 12, 0)]
    [InlineData("2025-05-23T23:59:00+02:00", DeadlinePhase.Upcoming, 4, 0, 1)]
    [InlineData("2025-05-24T00:00:00+02:00", DeadlinePhase.LastDays, 3, 0, 0)]
    [InlineData("2025-05-24T19:00:00+02:00", DeadlinePhase.LastDays, 2, 5, 0)]
    [InlineData("2025-05-26T23:59:00+02:00", DeadlinePhase.LastDays, 0, 0, 1)]
    // The day itself in Paris, while it is the day before in London and New York.
    [InlineData("2025-05-26T22:00:00+00:00", DeadlinePhase.Today, 0, 0, 0)]
    [InlineData("2025-05-26T18:00:00-04:00", DeadlinePhase.Today, 0, 0, 0)]
    [InlineData("2025-05-27T21:59:59+00:00", DeadlinePhase.Today, 0, 0, 0)]
    // The day after in Paris, while it is still the day itself in London.
    [InlineData("2025-05-27T22:00:00+00:00", DeadlinePhase.Passed, -1, 0, 0)]
    [InlineData("2026-11-22T12:00:00+01:00", DeadlinePhase.Passed, -544, 0, 0)]
    public void StateAt_AroundTheDay_CountsInItsTimeZone(string now, DeadlinePhase phase, int days, int hours, int minutes)
    {
        var deadline = At("2025-05-27T00:00:00+02:00");

        var state = deadline.StateAt(Moment(now));

        Assert.Equal((phase, days, hours, minutes), (state.Phase, state.Days, state.Left.Hours, state.Left.Minutes));
    }

    [Theory]
    // Spring: the night of 29 March 2026 is an hour short.
    [InlineData("2026-03-30T00:00:00+02:00", "2026-03-27T00:00:00+01:00", DeadlinePhase.LastDays, 2, 23)]
    [InlineData("2026-03-30T00:00:00+02:00", "2026-03-29T22:00:00+00:00", DeadlinePhase.Today, 0, 0)]
    // Autumn: the night of 26 October 2025 is an hour long.
    [InlineData("2025-10-27T00:00:00+01:00", "2025-10-24T00:00:00+02:00", DeadlinePhase.Upcoming, 3, 1)]
    [InlineData("2025-10-27T00:00:00+01:00", "2025-10-24T01:00:00+02:00", DeadlinePhase.LastDays, 3, 0)]
    [InlineData("2025-10-27T00:00:00+01:00", "2025-10-26T22:59:00+00:00", DeadlinePhase.LastDays, 0, 0)]
    public void StateAt_AcrossAClockChange_CountsRealHours(string at, string now, DeadlinePhase phase, int days, int hours)
    {
        var deadline = At(at);

        var state = deadline.StateAt(Moment(now));

        Assert.Equal((phase, days, hours), (state.Phase, state.Days, state.Left.Hours));
    }

    [Theory]
    [InlineData("2025-04-14T12:00:00+02:00", "Dans 43 jours.")]
    [InlineData("2025-05-24T18:55:00+02:00", "Dans 2 j, 5 h et 5 min.")]
    [InlineData("2025-05-27T08:00:00+02:00", "Aujourd'hui.")]
    [InlineData("2026-11-22T12:00:00+01:00", "Depuis le 27 mai 2025.")]
    public void Words_EachPhase_AreFilledIn(string now, string expected)
    {
        var deadline = ContentFixture.Valid.Deadlines[0];

        var text = deadline.Texts["fr"].For(deadline.StateAt(Moment(now)), "27 mai 2025");

        Assert.Equal(expected, text);
    }

    [Theory]
    // Ahead: at the next whole minute that is left, once it is over.
    [InlineData("2025-04-14T12:00:20+02:00", "2025-04-14T12:01:00+02:00")]
    [InlineData("2025-05-25T09:59:50+02:00", "2025-05-25T10:00:00+02:00")]
    [InlineData("2025-05-26T23:59:30+02:00", "2025-05-27T00:00:00+02:00")]
    // On the day and after it: when the day ends in Paris.
    [InlineData("2025-05-27T00:00:00+02:00", "2025-05-28T00:00:00+02:00")]
    [InlineData("2025-05-27T23:30:00+00:00", "2025-05-29T00:00:00+02:00")]
    public void NextChange_AtAnyMoment_IsWhenTheWordsChange(string now, string expected)
    {
        var deadline = At("2025-05-27T00:00:00+02:00");

        var change = deadline.NextChange(Moment(now));

        Assert.InRange(change - Moment(expected), TimeSpan.Zero, TimeSpan.FromTicks(1));
    }

    private static Deadline At(string moment) =>
        new("any", Moment(moment), TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris"), [], [], new Dictionary<string, DeadlineTexts>());

    private static DateTimeOffset Moment(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}
