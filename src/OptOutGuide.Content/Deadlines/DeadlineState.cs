namespace OptOutGuide.Content.Deadlines;

public enum DeadlinePhase
{
    /// <summary>More than three days ahead: counted in days.</summary>
    Upcoming,

    /// <summary>At most three days ahead: counted in days, hours and minutes.</summary>
    LastDays,

    /// <summary>The day itself, in the deadline's time zone.</summary>
    Today,
    Passed,
}

/// <summary>The state of a deadline at a moment.</summary>
/// <param name="Days">Calendar days ahead when upcoming, whole days in the last three; negative once passed.</param>
/// <param name="Left">Time left; zero from the day itself on.</param>
public sealed record DeadlineState(DeadlinePhase Phase, int Days, TimeSpan Left);
