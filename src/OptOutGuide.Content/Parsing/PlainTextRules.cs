using System.Text.RegularExpressions;

namespace OptOutGuide.Content.Parsing;

/// <summary>Texts that are shown as they are, such as titles: no Markdown.</summary>
internal static partial class PlainTextRules
{
    /// <summary>The error for a text that is shown as it is, such as a title; null where there is none.</summary>
    public static string? ErrorIn(string text) =>
        PlainSign().Match(text) is { Success: true } sign ? $"would show \"{sign.Value}\" as it stands; write it without marks, links and notes" : null;

    [GeneratedRegex(@"\*\*|__|~~|\]\(|\[\^|^#{1,6} |</?[A-Za-z!]")]
    private static partial Regex PlainSign();
}
