namespace OptOutGuide.Content.Parsing;

/// <summary>Marks what a new file leaves to its editor. No page is shown that holds it.</summary>
public static class Placeholder
{
    public const string Sign = "???";

    /// <summary>The error for a text that still holds the mark; null where it does not.</summary>
    public static string? ErrorIn(string text) => text.Contains(Sign, StringComparison.Ordinal) ? $"is not filled in: \"{text.Trim()}\"; write it in place of {Sign} and what follows" : null;
}
