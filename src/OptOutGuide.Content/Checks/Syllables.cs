using System.Buffers;

namespace OptOutGuide.Content.Checks;

/// <summary>Counts syllables as the formulas do: groups of vowels.</summary>
internal static class Syllables
{
    private static readonly SearchValues<char> Vowels = SearchValues.Create("aeiouyàâäéèêëîïôöùûüœæáíóúãõAEIOUYÀÂÄÉÈÊËÎÏÔÖÙÛÜŒÆÁÍÓÚÃÕ");

    /// <summary>Two of these do not make one sound in Spanish and Portuguese.</summary>
    private static readonly SearchValues<char> Strong = SearchValues.Create("aeoáéóâêôà");

    /// <summary>With this accent a vowel stands by itself: <c>pa-ís</c>.</summary>
    private static readonly SearchValues<char> Apart = SearchValues.Create("íú");

    public static int Count(ReadOnlySpan<char> word, string language) => Math.Max(1, language switch
    {
        "fr" => Groups(word[..^SilentEnd(word, ["ent", "es", "e"], "aeiouyéèê")]),
        "en" => Groups(word[..^SilentEnd(word, ["es", "ed", "e"], "aeiouyl")]),
        "es" or "pt" => GroupsWithHiatus(word),
        _ => Groups(word),
    });

    private static int Groups(ReadOnlySpan<char> word)
    {
        var (groups, isInGroup) = (0, false);
        foreach (var letter in word)
        {
            var isVowel = Vowels.Contains(letter);
            groups += isVowel && !isInGroup ? 1 : 0;
            isInGroup = isVowel;
        }

        return groups;
    }

    private static int GroupsWithHiatus(ReadOnlySpan<char> word)
    {
        var (groups, before) = (0, '\0');
        for (var index = 0; index < word.Length; index++)
        {
            var letter = char.ToLowerInvariant(word[index]);
            // "y" before a vowel is a consonant: "ma-yo".
            var isVowel = Vowels.Contains(letter) && !(letter == 'y' && index + 1 < word.Length && Vowels.Contains(word[index + 1]));
            groups += isVowel && (before == '\0' || IsHiatus(before, letter)) ? 1 : 0;
            before = isVowel ? letter : '\0';
        }

        return groups;
    }

    private static bool IsHiatus(char first, char second) =>
        (Strong.Contains(first) && Strong.Contains(second)) || Apart.Contains(first) || Apart.Contains(second);

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
}
