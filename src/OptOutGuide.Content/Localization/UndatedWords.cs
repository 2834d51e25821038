using System.Text.RegularExpressions;

namespace OptOutGuide.Content.Localization;

/// <summary>
/// Finds sentences with words such as "today" or "still" and without a date: a year later, nobody knows when they were true.
/// For French and English.
/// </summary>
internal static partial class UndatedWords
{
    /// <summary>Whether the words of a language are known.</summary>
    public static bool Knows(string language) => language is "fr" or "en";

    /// <summary>The warning for each sentence that needs a date and has none.</summary>
    public static IEnumerable<string> ErrorsIn(string text, string language) => In(text, language)
        .Select(word => $"\"{word}\" stands in a sentence without a date; name the day, month or year at which that was so, or say it without the word");

    private static IEnumerable<string> In(string text, string language) => language switch
    {
        "fr" => Find(text, FrenchMoment(), FrenchDate(), FrenchException()),
        "en" => Find(text, EnglishMoment(), EnglishDate(), EnglishException()),
        _ => [],
    };

    /// <summary>Few texts have such a word, so the others are not divided into sentences.</summary>
    private static IEnumerable<string> Find(string text, Regex moment, Regex date, Regex exception) => !moment.IsMatch(text) ? [] : SentenceEnd().Split(text)
        .Where(sentence => !sentence.TrimEnd('"', '»', '”', ' ', '\u00A0').EndsWith('?') && !date.IsMatch(sentence) && !exception.IsMatch(sentence))
        .Select(sentence => moment.Match(sentence))
        .Where(found => found.Success)
        .Select(found => found.Value);

    [GeneratedRegex(@"(?<=[.!?…][""»”)]*)\s+")]
    private static partial Regex SentenceEnd();

    [GeneratedRegex(@"\b(aujourd['’]hui|encore|(?<!pas )toujours|actuellement|désormais|en ce moment|pour l['’]instant|pour le moment|à ce jour)\b", RegexOptions.IgnoreCase)]
    private static partial Regex FrenchMoment();

    [GeneratedRegex(@"\b(today|still|currently|(?<!from )now|nowadays|at the moment|at present|so far|not yet|yet(?=\W*$|[""»”)]*[.!?…]))\b", RegexOptions.IgnoreCase)]
    private static partial Regex EnglishMoment();

    [GeneratedRegex(@"\b(19|20)\d\d\b|\{date\}|\b(en|à|fin|début|depuis|\d|1er) (janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre)\b|\bà cette date\b|\bce jour-là\b|\ble même mois\b", RegexOptions.IgnoreCase)]
    private static partial Regex FrenchDate();

    [GeneratedRegex(@"\b(19|20)\d\d\b|\{date\}|\b([Ii]n|[Ss]ince|[Oo]f|[Bb]y|[Uu]ntil|[Oo]n|\d) (January|February|March|April|May|June|July|August|September|October|November|December)\b|\b[Aa]t that date\b|\b[Tt]hat day\b|\b[Tt]he same month\b")]
    private static partial Regex EnglishDate();

    /// <summary>
    /// Instructions ("Lisez toujours"), conditions ("s’il manque encore") and the right to object, which does not expire.
    /// </summary>
    [GeneratedRegex(@"(?<!\bvous(\s(ne|n['’]|vous))?\s)\b\p{L}+ez\s(encore|toujours|aujourd['’]hui)\b|\b(si|s['’]ils?|s['’]elles?|quand|lorsque|tant que)\b[^,;:]*\b(encore|toujours|actuellement|aujourd['’]hui)\b|\bvous (pouvez|pourrez|avez)\b[^,;:]*\b(opposer|dire non|refuser|porter plainte|saisir|droit)\b|\bdroit de s['’]opposer\b|\bpossible de s['’]opposer\b", RegexOptions.IgnoreCase)]
    private static partial Regex FrenchException();

    [GeneratedRegex(@"^\W*(always|never|do|don['’]t|keep|look|check|try|send|open|read|write|wait|ask|stay|go|use|choose|tap|object)\b|\b(if|when|while|until|unless|whether)\b[^,;:]*\b(still|today|currently|now)\b|\byou(['’]ll)? ((still|now|today) )?(can|could|may|have|will|be able)\b[^,;:]*\b(object|say no|refuse|complain|court|right)\b|\bright to object\b", RegexOptions.IgnoreCase)]
    private static partial Regex EnglishException();
}
