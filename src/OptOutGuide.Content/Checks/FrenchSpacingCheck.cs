using System.Text.RegularExpressions;

namespace OptOutGuide.Content.Checks;

/// <summary>
/// Warns of a plain space where French puts a no-break space (U+00A0): before <c>? ! ; : »</c> and after <c>«</c>. With a plain
/// one the sign can begin a line.
/// </summary>
internal static partial class FrenchSpacingCheck
{
    public static void Check(IReadOnlyDictionary<ContentFile, string> texts, ProblemList problems)
    {
        foreach (var (file, text) in texts.Where(file => file.Key.Name.StartsWith("fr/", StringComparison.Ordinal)))
        {
            foreach (var found in PlainSpace().EnumerateMatches(text))
            {
                var sign = text.AsSpan(found.Index, found.Length).Trim();
                problems.Warning(file.ShownName, 1 + text.AsSpan(0, found.Index).Count('\n'), $"a plain space stands beside \"{sign}\"; write a no-break space (U+00A0), or the sign can begin a line");
            }
        }
    }

    /// <summary>Not the <c>!</c> of a picture, nor a row of a table.</summary>
    [GeneratedRegex(@"(?<=[^\s|:{-]) ([?;:»](?=[\s*_""»).,[<]|$)|!(?!\[))|« (?=\S)", RegexOptions.Multiline)]
    private static partial Regex PlainSpace();
}
