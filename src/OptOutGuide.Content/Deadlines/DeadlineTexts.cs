using System.Text.RegularExpressions;

namespace OptOutGuide.Content.Deadlines;

/// <summary>The texts of one deadline in one language; <c>{days}</c>, <c>{hours}</c>, <c>{minutes}</c> and <c>{date}</c> are filled in.</summary>
public sealed partial record DeadlineTexts
{
    public required string Name { get; init; }
    public required string Upcoming { get; init; }
    public required string LastDays { get; init; }
    public required string Today { get; init; }
    public required string Passed { get; init; }

    /// <summary>What holds whatever the date.</summary>
    public required string AlwaysText { get; init; }

    public string For(DeadlineState state, string date) => Template(state.Phase)
        .Replace("{days}", $"{state.Days}", StringComparison.Ordinal)
        .Replace("{hours}", $"{state.Left.Hours}", StringComparison.Ordinal)
        .Replace("{minutes}", $"{state.Left.Minutes}", StringComparison.Ordinal)
        .Replace("{date}", date, StringComparison.Ordinal);

    private string Template(DeadlinePhase phase) => phase switch
    {
        DeadlinePhase.Upcoming => Upcoming,
        DeadlinePhase.LastDays => LastDays,
        DeadlinePhase.Today => Today,
        DeadlinePhase.Passed => Passed,
    };

    internal static string? ErrorIn(string text) =>
        NamedValue().Replace(text, "").IndexOfAny(['{', '}']) < 0 ? null : "may use {days}, {hours}, {minutes} and {date} only; correct it";

    [GeneratedRegex(@"\{(days|hours|minutes|date)\}")]
    private static partial Regex NamedValue();
}
