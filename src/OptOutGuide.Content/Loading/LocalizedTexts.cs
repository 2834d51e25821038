namespace OptOutGuide.Content.Loading;

/// <summary>
/// The texts of shared data in every language. A service, a link or a source of a host's own needs its text in one language
/// only: readers of the others get that.
/// </summary>
/// <param name="languages">The default first.</param>
internal sealed class LocalizedTexts(MergedFolder folder, IReadOnlyList<DataTexts> languages, ProblemList problems)
{
    private static readonly string[] FallingBack = ["services", "links", "sources"];

    private readonly List<(string Text, FileLine Entry)> _missing = [];

    public LocalizedText In(Func<DataTexts, string> text) => Of(languages, text);

    public LocalizedText Text(string section, YamlReader entry, string key = "id")
    {
        var id = entry.Text(key);
        return Of(Having(section, id, entry), language => language.Text(section, id));
    }

    public LocalizedText Field(string section, YamlReader entry, string field, string key = "id")
    {
        var id = entry.Text(key);
        return Of(Having(section, id, entry), language => language.Fields(section, id)?.Text(field) ?? "");
    }

    /// <summary>A field that each language must have where the first that has the entry has it, and none otherwise.</summary>
    public LocalizedText? OptionalField(string section, YamlReader entry, string field, string key = "id") =>
        Having(section, entry.Text(key), entry)[0].Fields(section, entry.Text(key))?.Has(field) is true ? Field(section, entry, field, key) : null;

    /// <summary>A text of a section that languages may leave out: readers of these get it in another language.</summary>
    public LocalizedText OptionalSection(string section, string id) =>
        Of([.. languages.Where(language => language.Has(section)).DefaultIfEmpty(languages[0])], language => language.Text(section, id));

    /// <summary>To be called once the data files were read: names in one line what is shown in another language.</summary>
    public void ReportMissing()
    {
        if (_missing.Distinct().ToArray() is [var first, ..] all)
        {
            problems.Info(first.Entry.File, first.Entry.Line, $"shown in another language, for want of a text in data.yml: {string.Join(", ", all.Select(missing => missing.Text))}");
        }
    }

    private static LocalizedText Of(IReadOnlyList<DataTexts> having, Func<DataTexts, string> text)
    {
        var fallback = having.FirstOrDefault(language => language.Language.Code == Language.Fallback) ?? having[0];
        return new(having.ToDictionary(language => language.Language.Code, text, StringComparer.Ordinal), fallback.Language.Code);
    }

    /// <summary>The languages whose text is read. Where one must have it, its absence is then a problem.</summary>
    private IReadOnlyList<DataTexts> Having(string section, string id, YamlReader entry)
    {
        if (!FallingBack.Contains(section) || folder.IsFirst(entry.File) || languages.Where(language => language.Has(section, id)).ToArray() is not { Length: > 0 } having)
        {
            return languages;
        }

        if (having.Length < languages.Count)
        {
            _missing.Add(($"{section}/{id} ({string.Join(", ", languages.Except(having).Select(language => language.Language.Code))})", new(entry.File, entry.Line)));
        }

        return having;
    }
}
