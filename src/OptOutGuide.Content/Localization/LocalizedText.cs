namespace OptOutGuide.Content.Localization;

/// <summary>A text in each language of the site.</summary>
/// <param name="Texts">By language code.</param>
public sealed record LocalizedText(IReadOnlyDictionary<string, string> Texts)
{
    public string In(Language language) => Texts[language.Code];
}
