using System.Text.RegularExpressions;

namespace OptOutGuide.Content.Routing;

/// <summary>
/// Repairs an address that a message has altered: with punctuation of the sentence at its end, a line break, or invisible
/// characters. Also removes the final slash of a home page and the dot of an empty list (<c>1.</c>); callers accept both without
/// it. Nothing else of this site ends in punctuation other than a hyphen.
/// </summary>
public static partial class SentAddress
{
    public static string Repair(string text)
    {
        text = InsertedCharacters().Replace(text, "");
        var end = text.Length;
        while (end > 0 && LengthOfLast(text.AsSpan(0, end)) is > 0 and var length)
        {
            end -= length;
        }

        return text[..end];
    }

    /// <summary>How many characters at the end belong to the message: 3 for one that was escaped twice, such as <c>%20</c>.</summary>
    private static int LengthOfLast(ReadOnlySpan<char> text) =>
        text is [.., '%', var high, var low] && char.IsAsciiHexDigit(high) && char.IsAsciiHexDigit(low) ? 3
        : char.IsLetterOrDigit(text[^1]) || text[^1] is '-' ? 0
        : 1;

    /// <summary>The white space of a broken line, with the equals sign that ends it in quoted-printable text; marks of writing direction; soft hyphens.</summary>
    [GeneratedRegex(@"=?\s+|\p{Cf}", RegexOptions.CultureInvariant)]
    private static partial Regex InsertedCharacters();
}
