namespace OptOutGuide.Content.Deadlines;

/// <summary>A date that changes what the site says (an entry of <c>content/deadlines.yml</c>).</summary>
/// <param name="At">The moment, with the offset that its time zone has then.</param>
/// <param name="Zone">Where its day begins and ends.</param>
/// <param name="Points">Other dates that the small time line shows.</param>
/// <param name="Texts">What to say, by language code.</param>
public sealed record Deadline(
    string Id,
    DateTimeOffset At,
    TimeZoneInfo Zone,
    IReadOnlyList<string> Sources,
    IReadOnlyList<TimelinePoint> Points,
    IReadOnlyDictionary<string, DeadlineTexts> Texts)
{
    private static readonly TimeSpan CountedInHours = TimeSpan.FromDays(3);

    public DateOnly Day => DateOnly.FromDateTime(At.DateTime);

    public DeadlineState StateAt(DateTimeOffset now)
    {
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, Zone).DateTime);
        var left = At - now;
        return today.CompareTo(Day) switch
        {
            > 0 => new DeadlineState(DeadlinePhase.Passed, Day.DayNumber - today.DayNumber, TimeSpan.Zero),
            0 => new DeadlineState(DeadlinePhase.Today, 0, TimeSpan.Zero),
            _ when left <= CountedInHours => new DeadlineState(DeadlinePhase.LastDays, left.Days, left),
            _ => new DeadlineState(DeadlinePhase.Upcoming, Day.DayNumber - today.DayNumber, left),
        };
    }

    /// <summary>
    /// The next moment at which a page's text about it may change. Before the deadline that is the next minute, because the
    /// page's script counts from the moment of rendering.
    /// </summary>
    public DateTimeOffset NextChange(DateTimeOffset now)
    {
        var left = At - now;
        var midnight = Zone.NextMidnight(now);
        if (left <= TimeSpan.Zero)
        {
            return midnight;
        }

        // The displayed minute changes one tick after a whole minute; `LastDays` begins at exactly three days.
        var minute = now.AddTicks(left.Ticks % TimeSpan.TicksPerMinute + 1);
        var lastDays = left > CountedInHours ? At - CountedInHours : At;
        return new[] { midnight, minute, lastDays }.Min();
    }
}

/// <summary>A dated point of the time line, with its words in each language.</summary>
public sealed record TimelinePoint(DateOnly Date, LocalizedText Name);
