using System.Text.RegularExpressions;

namespace OptOutGuide.Content.Parsing;

/// <summary>Texts that are shown as they are, such as titles: no Markdown.</summary>
internal static partial class PlainTextRules
{
    /// <summary>What is wrong with a text that is shown as it stands, such as a title; null where nothing is.</summary>
    public static string? ErrorIn(string text) =>
        PlainSign().Match(text) is { Success: true } sign ? $"would show \"{sign.Value}\" as it stands; write it without marks, links and notes" : null;

    [GeneratedRegex(@"\*\*|__|~~|\]\(|\[\^|^#{1,6} |</?[A-Za-z!]")]
    private static partial Regex PlainSign();
}
