namespace OptOutGuide.Countdown;

/// <summary>A date that changes what the site says (an entry of <c>content/deadlines.yml</c>).</summary>
/// <param name="At">The moment, with the offset that its time zone has then.</param>
/// <param name="Zone">Where its day begins and ends.</param>
/// <param name="Points">Other dates that the small time line shows.</param>
/// <param name="Words">What to say, by language code.</param>
public sealed record Deadline(
    string Id,
    DateTimeOffset At,
    TimeZoneInfo Zone,
    IReadOnlyList<string> Sources,
    IReadOnlyList<TimePoint> Points,
    IReadOnlyDictionary<string, DeadlineWords> Words)
{
    private static readonly TimeSpan CountedInHours = TimeSpan.FromDays(3);

    public DateOnly Day => DateOnly.FromDateTime(At.DateTime);

    public TimeState StateAt(DateTimeOffset now)
    {
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, Zone).DateTime);
        var left = At - now;
        return today.CompareTo(Day) switch
        {
            > 0 => new TimeState(TimePhase.Passed, Day.DayNumber - today.DayNumber, TimeSpan.Zero),
            0 => new TimeState(TimePhase.Today, 0, TimeSpan.Zero),
            _ when left <= CountedInHours => new TimeState(TimePhase.LastDays, left.Days, left),
            _ => new TimeState(TimePhase.Upcoming, Day.DayNumber - today.DayNumber, left),
        };
    }

    /// <summary>
    /// The next moment from which a page may say something else about it. While it lies ahead that is each minute:
    /// the page counts on from the moment at which it was drawn.
    /// </summary>
    public DateTimeOffset NextChange(DateTimeOffset now)
    {
        var left = At - now;
        var midnight = Midnight.After(now, Zone);
        if (left <= TimeSpan.Zero)
        {
            return midnight;
        }

        // A whole minute is still said at its very end; the last three days have begun at their very start.
        var minute = now.AddTicks(left.Ticks % TimeSpan.TicksPerMinute + 1);
        var lastDays = left > CountedInHours ? At - CountedInHours : At;
        return new[] { midnight, minute, lastDays }.Min();
    }
}

/// <summary>A dated point of the time line, with its words in each language.</summary>
public sealed record TimePoint(DateOnly Date, Translated Name);

public enum TimePhase
{
    /// <summary>More than three days ahead: counted in days.</summary>
    Upcoming,

    /// <summary>At most three days ahead: counted in days, hours and minutes.</summary>
    LastDays,

    /// <summary>The day itself, in the deadline's time zone.</summary>
    Today,
    Passed,
}

/// <summary>Where one stands with a deadline.</summary>
/// <param name="Days">Calendar days ahead when upcoming, whole days in the last three; negative once passed.</param>
/// <param name="Left">Time left; zero from the day itself on.</param>
public sealed record TimeState(TimePhase Phase, int Days, TimeSpan Left);

/// <summary>The words for one deadline in one language; <c>{days}</c>, <c>{hours}</c>, <c>{minutes}</c> and <c>{date}</c> are filled in.</summary>
public sealed record DeadlineWords
{
    public required string Name { get; init; }
    public required string Upcoming { get; init; }
    public required string LastDays { get; init; }
    public required string Today { get; init; }
    public required string Passed { get; init; }

    /// <summary>What holds whatever the date.</summary>
    public required string Still { get; init; }

    public string For(TimeState state, string date) => Template(state.Phase)
        .Replace("{days}", $"{state.Days}", StringComparison.Ordinal)
        .Replace("{hours}", $"{state.Left.Hours}", StringComparison.Ordinal)
        .Replace("{minutes}", $"{state.Left.Minutes}", StringComparison.Ordinal)
        .Replace("{date}", date, StringComparison.Ordinal);

    private string Template(TimePhase phase) => phase switch
    {
        TimePhase.Upcoming => Upcoming,
        TimePhase.LastDays => LastDays,
        TimePhase.Today => Today,
        _ => Passed,
    };
}
