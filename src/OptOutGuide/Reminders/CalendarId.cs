namespace OptOutGuide.Reminders;

/// <summary>
/// A random id for the reminders of one list, so that a calendar distinguishes those of two people. The page's script creates
/// it and stores it with the list. It is only in the address of the calendar, never in that of the list, which people send to
/// each other.
/// </summary>
internal static class CalendarId
{
    private const int MaxLength = 40;

    /// <summary>The name that the address gives; a new one, for this file alone, where there is none (no script, no storage).</summary>
    public static string Read(string? text) =>
        text is { Length: >= 8 and <= MaxLength } && text.All(char.IsAsciiLetterOrDigit) ? text : Guid.NewGuid().ToString("N");
}
