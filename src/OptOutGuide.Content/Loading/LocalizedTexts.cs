namespace OptOutGuide.Content.Loading;

/// <summary>The texts of shared data in every language.</summary>
/// <param name="languages">The default first.</param>
internal sealed class LocalizedTexts(IReadOnlyList<DataTexts> languages)
{
    public LocalizedText In(Func<DataTexts, string> text) => new(languages.ToDictionary(language => language.Language.Code, text, StringComparer.Ordinal));

    public LocalizedText Text(string section, string id) => In(language => language.Text(section, id));

    public LocalizedText Field(string section, string id, string field) => In(language => language.Fields(section, id)?.Text(field) ?? "");

    /// <summary>A field that each language must have where the default language has it, and none otherwise.</summary>
    public LocalizedText? OptionalField(string section, string id, string field) =>
        languages[0].Fields(section, id)?.Has(field) is true ? Field(section, id, field) : null;

    /// <summary>A text of a section that languages may leave out: readers of these get it in another language.</summary>
    public LocalizedText OptionalSection(string section, string id)
    {
        DataTexts[] having = [.. languages.Where(language => language.Has(section)).DefaultIfEmpty(languages[0])];
        var fallback = Array.Find(having, language => language.Language.Code == Language.Fallback) ?? having[0];
        return new(having.ToDictionary(language => language.Language.Code, language => language.Text(section, id), StringComparer.Ordinal), fallback.Language.Code);
    }
}
