using System.Text.RegularExpressions;
using Markdig.Extensions.CustomContainers;
using Markdig.Syntax;

namespace OptOutGuide.Content;

/// <summary>How easily a text reads: words a sentence, and an ease from 0 (hard) to 100 (easy).</summary>
/// <param name="Formula">Kandel and Moles (1958) for French, Flesch (1948) for English; both count syllables by groups of vowels.</param>
internal sealed partial record Readability(double WordsPerSentence, double Ease, string Formula)
{
    /// <summary>Null for a text too short to measure or a language without a formula.</summary>
    public static Readability? Measure(Draft draft)
    {
        var sentences = draft.Body.SelectMany(Paragraphs).SelectMany(text => SentenceEnd().Split(text))
            .Select(sentence => Word().Matches(sentence).Select(word => word.Value).ToArray())
            .Where(words => words.Length > 0)
            .ToArray();
        if (sentences.Length < 3)
        {
            return null;
        }

        var words = sentences.SelectMany(sentence => sentence).ToArray();
        var length = (double)words.Length / sentences.Length;
        var syllables = words.Sum(word => Syllables(word, draft.Language)) / (double)words.Length;
        return draft.Language switch
        {
            "fr" => new(length, 207 - (1.015 * length) - (73.6 * syllables), "Kandel-Moles"),
            "en" => new(length, 206.835 - (1.015 * length) - (84.6 * syllables), "Flesch"),
            _ => new(length, 100, "no formula for this language"),
        };
    }

    /// <summary>The text of each paragraph and list item; what is quoted to be copied is not ours to simplify.</summary>
    private static IEnumerable<string> Paragraphs(Block block) => block switch
    {
        CustomContainer { Info: "copy" } => [],
        ParagraphBlock paragraph => [ContentMarkdown.PlainText(paragraph)],
        ContainerBlock container => container.SelectMany(Paragraphs),
        _ => [],
    };

    private static int Syllables(string word, string language)
    {
        var spoken = language == "fr" ? SilentFrench().Replace(word, "") : SilentEnglish().Replace(word, "");
        return Math.Max(1, Vowels().Count(spoken));
    }

    [GeneratedRegex(@"(?<=[.!?…])\s+")]
    private static partial Regex SentenceEnd();

    [GeneratedRegex(@"\p{L}[\p{L}\p{M}]*")]
    private static partial Regex Word();

    [GeneratedRegex("[aeiouyàâäéèêëîïôöùûüœæ]+", RegexOptions.IgnoreCase)]
    private static partial Regex Vowels();

    [GeneratedRegex("(?<=[^aeiouyéèê])(e|es|ent)$", RegexOptions.IgnoreCase)]
    private static partial Regex SilentFrench();

    [GeneratedRegex("(?<=[^aeiouyl])(e|es|ed)$", RegexOptions.IgnoreCase)]
    private static partial Regex SilentEnglish();
}
