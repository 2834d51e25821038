namespace OptOutGuide.Content.Localization;

/// <summary>A text in each language of the site.</summary>
/// <param name="Texts">By language code.</param>
/// <param name="Fallback">Code of the language whose text stands in where one is missing.</param>
public sealed record LocalizedText(IReadOnlyDictionary<string, string> Texts, string Fallback = "")
{
    public string In(Language language) => Texts.TryGetValue(language.Code, out var own) ? own : Texts[Fallback];

    /// <summary>The code of the language in which a reader of another gets the text.</summary>
    public string LanguageFor(Language language) => Texts.ContainsKey(language.Code) ? language.Code : Fallback;

    /// <summary>The same for the attribute <c>lang</c>: null where it is the reader's own.</summary>
    public string? ForeignLanguageFor(Language language) => Texts.ContainsKey(language.Code) ? null : Fallback;
}
