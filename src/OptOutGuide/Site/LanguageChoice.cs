namespace OptOutGuide.Site;

/// <summary>Chooses a language by the wishes that a browser sends.</summary>
internal static class LanguageChoice
{
    /// <param name="wishes">As in <c>Accept-Language</c>: <c>de-CH</c>, <c>sr-Latn</c>, <c>*</c>, each with its weight.</param>
    /// <returns>The first language where none of the site's was asked for.</returns>
    public static Language Of(IReadOnlyList<Language> languages, IReadOnlyList<(string Tag, double Weight)> wishes)
    {
        (string Code, double Weight)[] codes = [.. wishes.Select(wish => (CodeOf(wish.Tag), wish.Weight))];
        Language[] others = [.. languages.Where(language => codes.All(wish => wish.Code != CodeOf(language.Code)))];
        var wished = codes.Where(wish => wish.Weight > 0).OrderByDescending(wish => wish.Weight)
            .SelectMany(wish => wish.Code is "*" ? others : languages.Where(language => CodeOf(language.Code) == wish.Code));
        // Then a language that was not refused, if none of the site's is accepted.
        return wished.Concat(others).FirstOrDefault(languages[0]);
    }

    /// <summary>
    /// The language without its region and script. Readers of one form of Norwegian read the other, and Moldavian is Romanian:
    /// https://www.iana.org/assignments/language-subtag-registry
    /// </summary>
    private static string CodeOf(string tag) => tag.Split('-', '_')[0].ToLowerInvariant() switch
    {
        "nb" or "nn" => "no",
        "mo" => "ro",
        var code => code,
    };
}
