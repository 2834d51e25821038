namespace OptOutGuide.Content.Checks;

/// <summary>A published measure of how hard a text is to read, with the limits of this site (docs/content.md, "Reading level").</summary>
/// <param name="IsHigherHarder">LIX grows with difficulty; the others fall.</param>
/// <param name="Easy">The limit of easy-to-read versions.</param>
/// <param name="Guides">The limit of guides.</param>
/// <param name="Others">The limit of other pages and letters.</param>
internal sealed record ReadingFormula(string Name, bool IsHigherHarder, double Easy, double Guides, double Others, Func<TextCounts, double> Measure)
{
    private static readonly ReadingFormula KandelMoles = new("Kandel-Moles", false, 80, 70, 60, text => 207 - (1.015 * text.WordsPerSentence) - (73.6 * text.SyllablesPerWord));

    private static readonly ReadingFormula Flesch = new("Flesch", false, 80, 70, 60, text => 206.835 - (1.015 * text.WordsPerSentence) - (84.6 * text.SyllablesPerWord));

    private static readonly ReadingFormula Lix = new("LIX", true, 30, 37, 40, text => text.WordsPerSentence + (100.0 * text.LongWords / text.Words));

    private static readonly ReadingFormula Gulpease = new("Gulpease", false, 88, 72, 68, text => 89 + (((300.0 * text.Sentences) - (10.0 * text.Letters)) / text.Words));

    private static readonly ReadingFormula FernandezHuerta = new("Fernández Huerta", false, 80, 75, 70, text => 206.84 - (60 * text.SyllablesPerWord) - (1.02 * text.WordsPerSentence));

    private static readonly ReadingFormula Martins = new("Flesch-Martins", false, 80, 75, 60, text => 248.835 - (1.015 * text.WordsPerSentence) - (84.6 * text.SyllablesPerWord));

    /// <summary>Null for a language without a formula: its sentences are counted, and nothing else.</summary>
    public static ReadingFormula? For(string language) => language switch
    {
        "fr" => KandelMoles,
        "en" => Flesch,
        "de" or "nl" or "sv" or "da" or "nb" or "nn" or "no" => Lix,
        "it" => Gulpease,
        "es" => FernandezHuerta,
        "pt" => Martins,
        _ => null,
    };

    public double LimitOf(PageKind kind) => kind switch
    {
        PageKind.GuideEasy => Easy,
        PageKind.Guide => Guides,
        _ => Others,
    };

    /// <summary>What is wrong with a text; null for nothing.</summary>
    public string? ErrorIn(TextCounts text, PageKind kind)
    {
        var (level, limit) = (Measure(text), LimitOf(kind));
        return (IsHigherHarder ? level <= limit : level >= limit)
            ? null
            : $"the text reads at {level:0} ({Name}), {(IsHigherHarder ? "over" : "under")} {limit:0}; use shorter words and sentences";
    }
}
