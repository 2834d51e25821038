using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace OptOutGuide.Content.Checks;

/// <summary>Finds forbidden wordings (<c>content/&lt;language&gt;/forbidden.yml</c>), however they are spelt, spaced or marked up.</summary>
internal static partial class ForbiddenWordsCheck
{
    public static void Check(IReadOnlyDictionary<ContentFile, string> texts, IReadOnlyList<ForbiddenWords> forbidden, ProblemList problems)
    {
        var patterns = forbidden.Where(words => words.Words.Length > 0).GroupBy(words => words.Language)
            .ToDictionary(language => language.Key, language => language.Select(words => (words, Pattern: Pattern(words.Words))).ToArray(), StringComparer.Ordinal);
        Parallel.ForEach(texts, file =>
        {
            if (file.Key.Name.Split('/') is not [var language, .., not "forbidden.yml"] || !patterns.TryGetValue(language, out var own))
            {
                return;
            }

            var plain = Plain(file.Value);
            foreach (var (words, pattern) in own)
            {
                foreach (var found in pattern.EnumerateMatches(plain))
                {
                    var line = 1 + plain.AsSpan(0, found.Index).Count('\n');
                    problems.Error(file.Key.ShownName, line, $"the site never says \"{words.Words}\"; say instead: {words.Instead}");
                }
            }
        });
    }

    /// <summary>Matches the words with any white space between them.</summary>
    private static Regex Pattern(string words) => new(
        string.Join(@"\s+", Fold(words).Split(default(char[]), StringSplitOptions.RemoveEmptyEntries).Select(Regex.Escape)),
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    /// <summary>The text without markup, notes and link targets. Lines keep their numbers.</summary>
    private static string Plain(string text) => Fold(Marks().Replace(Escapes().Replace(text, escape => Unescape(escape.Value)), ""));

    /// <summary>
    /// One form for texts that look alike: composed accents, plain letters for ligatures and full-width letters, one
    /// apostrophe, one hyphen, no invisible characters. https://www.unicode.org/reports/tr15/
    /// </summary>
    private static string Fold(string text)
    {
        if (System.Text.Ascii.IsValid(text))
        {
            return text;
        }

        // Hidden characters first: one between a letter and its accent would prevent composition.
        return Hidden().Replace(text, "").Normalize(NormalizationForm.FormKC).Replace('’', '\'').Replace('‐', '-');
    }

    /// <summary>The character of an HTML entity or a YAML escape. A line end becomes a space, so that lines keep their numbers.</summary>
    private static string Unescape(string escape)
    {
        if (escape[0] == '&')
        {
            return WebUtility.HtmlDecode(escape).Replace('\n', ' ');
        }

        return escape.Length > 2 && Rune.TryCreate(Convert.ToInt32(escape[2..], 16), out var letter) && letter.Value != '\n' ? letter.ToString() : " ";
    }

    [GeneratedRegex(@"&(#\d+|#[xX][0-9a-fA-F]+|[A-Za-z][A-Za-z0-9]*);|\\(u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|x[0-9a-fA-F]{2}|[ _NLPtn])")]
    private static partial Regex Escapes();

    [GeneratedRegex(@"\[\^[^\]\s]+\]|\]\([^)\s]*\)|^[ \t]*>+|[*_~`\[\]\\\r]", RegexOptions.Multiline)]
    private static partial Regex Marks();

    [GeneratedRegex(@"\p{Cf}")]
    private static partial Regex Hidden();
}
