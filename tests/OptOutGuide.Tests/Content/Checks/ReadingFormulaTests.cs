namespace OptOutGuide.Tests.Content.Checks;

public sealed class ReadingFormulaTests
{
    /// <summary>Each text was counted by hand; the counts are in the comment.</summary>
    [Theory]
    // 3 sentences, 10 words, 12 syllables: 207 − 1.015 × 3.333 − 73.6 × 1.2.
    [InlineData("fr", "Le chien dort ici. La maison est vaste. On part.", 115.30)]
    // 3 sentences, 10 words, 12 syllables: 206.835 − 1.015 × 3.333 − 84.6 × 1.2.
    [InlineData("en", "The dog is asleep. The river is big. We go.", 101.93)]
    // 3 sentences, 10 words, 1 of more than six letters: 3.333 + 10.
    [InlineData("de", "Das ist gut. Das Haus steht leer. Wir gehen spazieren.", 13.33)]
    [InlineData("sv", "Det är bra. Huset står helt tomt. Vi går promenader.", 13.33)]
    // 3 sentences, 10 words, 36 letters: 89 + (900 − 360) / 10.
    [InlineData("it", "Il cane dorme. La casa è bella. Noi andiamo via.", 143)]
    // 3 sentences, 10 words, 16 syllables: 206.84 − 60 × 1.6 − 1.02 × 3.333.
    [InlineData("es", "El perro duerme. La casa es grande. Hoy hace calor.", 107.44)]
    // 3 sentences, 10 words, 16 syllables: 248.835 − 1.015 × 3.333 − 84.6 × 1.6.
    [InlineData("pt", "O cão dorme. A casa é grande. Hoje está calor.", 110.09)]
    public void Formula_OfAText_IsAsCountedByHand(string language, string text, double level)
    {
        Assert.Equal(level, ReadingFormula.For(language)!.Measure(TextCounts.Of([text], language)), tolerance: 0.01);
    }

    [Theory]
    [InlineData("es", "país", 2)]
    [InlineData("es", "oído", 3)]
    [InlineData("es", "aéreo", 4)]
    [InlineData("es", "cuenta", 2)]
    [InlineData("es", "mayo", 2)]
    [InlineData("es", "muy", 1)]
    [InlineData("es", "y", 1)]
    [InlineData("es", "OPOSICIÓN", 4)]
    [InlineData("pt", "saúde", 3)]
    [InlineData("pt", "não", 1)]
    [InlineData("pt", "publicações", 4)]
    [InlineData("pt", "coordenadas", 5)]
    [InlineData("fr", "donnent", 1)]
    [InlineData("en", "used", 1)]
    public void Syllables_OfAWord_AreThoseOneHears(string language, string word, int syllables)
    {
        Assert.Equal(syllables, Syllables.Count(word, language));
    }

    [Theory]
    [InlineData("pl")]
    [InlineData("ro")]
    [InlineData("el")]
    public void Formula_OfALanguageWithoutOne_IsNone(string language) => Assert.Null(ReadingFormula.For(language));

    [Theory]
    [InlineData("de", "Der Widerspruch gilt für künftige Veröffentlichungen und Verarbeitungen.", "(LIX), over 30")]
    [InlineData("it", "L’opposizione riguarda esclusivamente pubblicazioni successivamente effettuate.", "(Gulpease), under 88")]
    [InlineData("es", "La oposición corresponde exclusivamente a publicaciones posteriormente realizadas.", "(Fernández Huerta), under 80")]
    [InlineData("pt", "A oposição corresponde exclusivamente a publicações posteriormente realizadas.", "(Flesch-Martins), under 80")]
    public void HardWords_InAnEasyText_AreNamedWithFormulaAndLimit(string language, string text, string expected)
    {
        Assert.Contains(expected, ReadingFormula.For(language)!.ErrorIn(TextCounts.Of([text], language), PageKind.GuideEasy), StringComparison.Ordinal);
    }

    [Fact]
    public void ShortWords_InAnEasyText_AreWell()
    {
        Assert.Null(ReadingFormula.For("de")!.ErrorIn(TextCounts.Of(["Das ist gut. Sie tun das so."], "de"), PageKind.GuideEasy));
    }
}
