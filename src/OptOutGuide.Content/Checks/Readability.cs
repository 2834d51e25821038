using System.Buffers;
using System.Text.RegularExpressions;
using Markdig.Syntax;

namespace OptOutGuide.Content.Checks;

/// <summary>The reading level of a text: words per sentence, and ease from 0 (hard) to 100 (easy).</summary>
/// <param name="Formula">Kandel and Moles (1958) for French, Flesch (1948) for English; both count syllables by groups of vowels.</param>
internal sealed partial record Readability(double WordsPerSentence, double Ease, string Formula)
{
    private static readonly SearchValues<char> Vowels = SearchValues.Create("aeiouyàâäéèêëîïôöùûüœæ");

    /// <summary>Null for a text too short to measure or a language without a formula.</summary>
    public static Readability? Measure(MarkdownFile file)
    {
        var (sentences, words, syllables) = (0, 0, 0);
        foreach (var text in file.OwnBlocks.OfType<ParagraphBlock>().Select(SiteMarkdown.PlainText))
        {
            foreach (var sentence in SentenceEnd().EnumerateSplits(text))
            {
                var before = words;
                foreach (var match in Word().EnumerateMatches(text.AsSpan(sentence)))
                {
                    words++;
                    syllables += Syllables(text.AsSpan(sentence).Slice(match.Index, match.Length), file.Language);
                }

                sentences += words > before ? 1 : 0;
            }
        }

        if (sentences < 3)
        {
            return null;
        }

        var (length, perWord) = ((double)words / sentences, (double)syllables / words);
        return file.Language switch
        {
            "fr" => new(length, 207 - (1.015 * length) - (73.6 * perWord), "Kandel-Moles"),
            "en" => new(length, 206.835 - (1.015 * length) - (84.6 * perWord), "Flesch"),
            _ => new(length, 100, "no formula for this language"),
        };
    }

    private static int Syllables(ReadOnlySpan<char> word, string language)
    {
        var silent = language == "fr" ? SilentEnd(word, ["ent", "es", "e"], "aeiouyéèê") : SilentEnd(word, ["es", "ed", "e"], "aeiouyl");
        var (groups, isInGroup) = (0, false);
        foreach (var letter in word[..^silent])
        {
            var isVowel = Vowels.Contains(char.ToLowerInvariant(letter));
            groups += isVowel && !isInGroup ? 1 : 0;
            isInGroup = isVowel;
        }

        return Math.Max(1, groups);
    }

    /// <summary>The number of silent letters at the end of a word: those of an ending that does not follow one of the letters given.</summary>
    private static int SilentEnd(ReadOnlySpan<char> word, ReadOnlySpan<string> endings, string heardAfter)
    {
        foreach (var ending in endings)
        {
            if (word.Length > ending.Length && word.EndsWith(ending, StringComparison.OrdinalIgnoreCase)
                && !heardAfter.Contains(char.ToLowerInvariant(word[^(ending.Length + 1)])))
            {
                return ending.Length;
            }
        }

        return 0;
    }

    [GeneratedRegex(@"(?<=[.!?…])\s+")]
    private static partial Regex SentenceEnd();

    [GeneratedRegex(@"\p{L}[\p{L}\p{M}]*")]
    private static partial Regex Word();
}
