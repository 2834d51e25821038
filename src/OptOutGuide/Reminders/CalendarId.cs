namespace OptOutGuide.Reminders;

/// <summary>
/// A random name for the reminders of one list, so that a calendar keeps those of two people apart. The page's script makes
/// it and keeps it beside the list; it stands in the calendar's address alone, never in the list's, which is sent around.
/// </summary>
internal static class CalendarId
{
    private const int MaxLength = 40;

    /// <summary>The name that the address gives; a new one, for this file alone, where there is none (no script, no storage).</summary>
    public static string Read(string? text) =>
        text is { Length: >= 8 and <= MaxLength } && text.All(char.IsAsciiLetterOrDigit) ? text : Guid.NewGuid().ToString("N");
}
