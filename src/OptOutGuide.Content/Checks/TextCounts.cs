using System.Text.RegularExpressions;
using Markdig.Syntax;

namespace OptOutGuide.Content.Checks;

/// <summary>What the formulas of the reading level need to know of a text.</summary>
/// <param name="LongWords">Words of more than six letters.</param>
internal sealed partial record TextCounts(int Sentences, int Words, int Letters, int LongWords, int Syllables)
{
    private const int MaxShortWordLength = 6;

    public double WordsPerSentence => (double)Words / Sentences;

    public double SyllablesPerWord => (double)Syllables / Words;

    /// <summary>The paragraphs of a page, without texts to copy.</summary>
    public static TextCounts Of(MarkdownFile file) => Of(file.OwnBlocks.OfType<ParagraphBlock>().Select(MarkdownParts.PlainText), file.Language);

    public static TextCounts Of(IEnumerable<string> paragraphs, string language)
    {
        var (sentences, words, letters, longWords, syllables) = (0, 0, 0, 0, 0);
        foreach (var text in paragraphs)
        {
            foreach (var sentence in SentenceEnd().EnumerateSplits(text))
            {
                var before = words;
                foreach (var match in Word().EnumerateMatches(text.AsSpan(sentence)))
                {
                    words++;
                    letters += match.Length;
                    longWords += match.Length > MaxShortWordLength ? 1 : 0;
                    syllables += Checks.Syllables.Count(text.AsSpan(sentence).Slice(match.Index, match.Length), language);
                }

                sentences += words > before ? 1 : 0;
            }
        }

        return new(sentences, words, letters, longWords, syllables);
    }

    [GeneratedRegex(@"(?<=[.!?…])\s+")]
    private static partial Regex SentenceEnd();

    [GeneratedRegex(@"\p{L}[\p{L}\p{M}]*")]
    private static partial Regex Word();
}
