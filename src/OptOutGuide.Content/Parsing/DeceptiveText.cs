using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace OptOutGuide.Content.Parsing;

/// <summary>
/// Finds characters that make a text look different from what it is: changes of direction, invisible characters, and letters of
/// one alphabet inside a word of another (https://www.unicode.org/reports/tr36/).
/// </summary>
public static partial class DeceptiveText
{
    private enum Alphabet
    {
        Other,
        Latin,
        Greek,
        Cyrillic,
        Armenian,
        Cherokee,
        Coptic,
        Lisu,
    }

    /// <summary>The characters of nearly every text; only others are checked one by one.</summary>
    private static readonly SearchValues<char> Plain = SearchValues.Create(
        [.. "\t\n\r\u00A0\u202F’‘‚“”„«»‹›–—…·°€×→☰✓", .. Enumerable.Range(' ', '~' - ' ' + 1).Select(code => (char)code), .. Enumerable.Range('À', 'ɏ' - 'À' + 1).Select(code => (char)code)]);

    /// <summary>Reports each deceptive line of a file.</summary>
    internal static void Check(string file, string text, ProblemList problems)
    {
        if (!text.AsSpan().ContainsAnyExcept(Plain))
        {
            return;
        }

        foreach (var (index, line) in text.Split('\n').Index())
        {
            if (ErrorIn(line) is { } error)
            {
                problems.Error(file, index + 1, error);
            }
        }
    }

    /// <summary>The error for a deceptive text, with what to do; null where there is none.</summary>
    public static string? ErrorIn(string text)
    {
        if (!text.AsSpan().ContainsAnyExcept(Plain))
        {
            return null;
        }

        return FirstHidden(text) is { } hidden
            ? $"there is a character here that nobody sees ({Name(hidden)}) and that can make the text read otherwise than it is; remove it"
            : MixedWord(text) is { } mixed
            ? $"\"{mixed.Word}\" holds a letter of another alphabet ({mixed.Letter} is {Name(mixed.Letter)}); write the word in one"
            : null;
    }

    /// <summary>The first word with letters of two alphabets that look alike, and the letter that does not belong there.</summary>
    public static (string Word, Rune Letter)? MixedWord(string text)
    {
        foreach (var match in Words().EnumerateMatches(text))
        {
            var word = text.AsSpan(match.Index, match.Length);
            if (FirstForeignLetter(word) is { } foreign)
            {
                return (word.ToString(), foreign);
            }
        }

        return null;
    }

    /// <summary>The first letter of a word that is not of the alphabet of those before it.</summary>
    private static Rune? FirstForeignLetter(ReadOnlySpan<char> word)
    {
        var first = Alphabet.Other;
        foreach (var letter in word.EnumerateRunes())
        {
            var alphabet = AlphabetOf(letter);
            if (first is Alphabet.Other)
            {
                first = alphabet;
            }
            else if (alphabet is not Alphabet.Other && alphabet != first)
            {
                return letter;
            }
        }

        return null;
    }

    /// <summary>A text for a log or a terminal, with invisible characters escaped.</summary>
    public static string Visible(string text) => text.AsSpan().ContainsAnyExcept(Plain) || text.AsSpan().ContainsAny('\t', '\n', '\r')
        ? string.Concat(text.EnumerateRunes().Select((letter, _) => letter.Value is '\t' or '\n' or '\r' ? " " : IsHidden(letter) ? Name(letter) : letter.ToString()))
        : text;

    private static Rune? FirstHidden(string text)
    {
        var before = default(Rune);
        foreach (var letter in text.EnumerateRunes())
        {
            if (IsHidden(letter) && !IsNeeded(letter, before, text))
            {
                return letter;
            }

            before = letter;
        }

        return null;
    }

    private static bool IsHidden(Rune letter) => Rune.GetUnicodeCategory(letter) switch
    {
        UnicodeCategory.Control => letter.Value is not ('\t' or '\n' or '\r'),
        // Number signs of Arabic and Syriac are format characters too, but visible.
        UnicodeCategory.Format => letter.Value is not ((>= 0x0600 and <= 0x0605) or 0x06DD or 0x070F or 0x0890 or 0x0891 or 0x08E2),
        UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.PrivateUse => true,
        _ => IsFiller(letter),
    };

    /// <summary>Shown as nothing or as a replacement, although its Unicode category is letter, mark or symbol.</summary>
    private static bool IsFiller(Rune letter) =>
        letter.Value is 0x034F or 0x115F or 0x1160 or 0x17B4 or 0x17B5 or 0x2800 or 0x3164 or 0xFFA0 or 0xFFFC or 0xFFFD;

    /// <summary>Invisible characters that a script or an emoji needs, and optional line breaks.</summary>
    private static bool IsNeeded(Rune letter, Rune before, string text) => letter.Value switch
    {
        0x00AD => true,
        // Joiners of Persian and Indic letters, and of emoji.
        0x200C or 0x200D => before.Value >= 0x0590 && (Rune.IsSymbol(before) || before.Value == 0xFE0F || (IsLetterOrMark(before) && AlphabetOf(before) is Alphabet.Other)),
        // The direction of punctuation in right-to-left text.
        0x061C or 0x200E or 0x200F => RightToLeft().IsMatch(text),
        _ => false,
    };

    private static bool IsLetterOrMark(Rune letter) => Rune.IsLetter(letter) || Rune.GetUnicodeCategory(letter) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;

    private static Alphabet AlphabetOf(Rune letter) => letter.Value switch
    {
        'ª' or 'º' or 'µ' or 'Ω' => Alphabet.Other,
        (>= 'A' and <= 'Z') or (>= 'a' and <= 'z') or (>= 0x00C0 and <= 0x02AF) or (>= 0x1D00 and <= 0x1D25) or (>= 0x1E00 and <= 0x1EFF) or (>= 0x2C60 and <= 0x2C7F) or (>= 0xA720 and <= 0xA7FF) or (>= 0xFF21 and <= 0xFF5A) => Alphabet.Latin,
        (>= 0x0370 and <= 0x03E1) or (>= 0x1F00 and <= 0x1FFF) => Alphabet.Greek,
        (>= 0x0400 and <= 0x052F) or (>= 0x1C80 and <= 0x1C8F) or (>= 0x2DE0 and <= 0x2DFF) or (>= 0xA640 and <= 0xA69F) => Alphabet.Cyrillic,
        >= 0x0530 and <= 0x058F => Alphabet.Armenian,
        (>= 0x13A0 and <= 0x13FF) or (>= 0xAB70 and <= 0xABBF) => Alphabet.Cherokee,
        (>= 0x03E2 and <= 0x03EF) or (>= 0x2C80 and <= 0x2CFF) => Alphabet.Coptic,
        >= 0xA4D0 and <= 0xA4FF => Alphabet.Lisu,
        _ => Alphabet.Other,
    };

    private static string Name(Rune letter) => $"U+{letter.Value:X4}";

    /// <summary>A hidden character does not separate words.</summary>
    [GeneratedRegex(@"[\p{L}\p{M}\p{Cf}]+")]
    private static partial Regex Words();

    [GeneratedRegex(@"[\u0590-\u061B\u061D-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC]")]
    private static partial Regex RightToLeft();
}
