namespace OptOutGuide.Content.Loading;

/// <summary>
/// Reads <c>meta-labels.yml</c> of every language. A label that was not seen in a language has the wording of
/// <see cref="Language.Fallback"/> there, with words to look for.
/// </summary>
internal sealed class MetaLabelFiles(MergedFolder folder, IReadOnlyDictionary<string, Source> sources, DateOnly today)
{
    private const string NoSource = "names no source; write \"source: an-id-of-sources.yml\", or publisher, title, date and grade, or instead of all \"look-for\" where no wording was seen";

    /// <summary>The labels of each language, by its code; none for a language without the file.</summary>
    public IReadOnlyDictionary<string, LabelSet> Read(IReadOnlyList<Language> languages)
    {
        var standIn = (languages.FirstOrDefault(language => language.Code == Language.Fallback) ?? languages[0]).Code;
        var fallback = Read(standIn, null);
        return languages.ToDictionary(
            language => language.Code,
            language => language.Code == standIn ? fallback : Read(language.Code, fallback),
            StringComparer.Ordinal);
    }

    /// <param name="fallback">The labels that stand in; null for the language that stands in for the others.</param>
    private LabelSet Read(string language, LabelSet? fallback)
    {
        var name = $"{language}/meta-labels.yml";
        var labels = new Dictionary<string, MetaLabel>(StringComparer.Ordinal);
        var lines = new Dictionary<string, FileLine>(StringComparer.Ordinal);
        var file = folder.Has(name) ? folder.Map(name) : null;
        foreach (var id in file?.Keys ?? [])
        {
            if (file!.Map(id) is { } entry)
            {
                labels[id] = entry.Has("look-for") ? ReadUnseen(id, entry, language, fallback) : ReadSeen(id, entry, language);
                lines[id] = new(entry.File, entry.Line);
                entry.RefuseOtherFields();
            }
        }

        return new($"content/{name}", labels, lines);
    }

    private MetaLabel ReadUnseen(string id, YamlReader entry, string language, LabelSet? fallback)
    {
        var lookFor = entry.Text("look-for");
        if (entry.Has("wording"))
        {
            entry.Error("look-for", $"the label \"{id}\" has a wording and words to look for; remove one");
            return ReadSeen(id, entry, language);
        }

        if (fallback?.Labels.GetValueOrDefault(id) is { } label)
        {
            return label with { LookFor = lookFor };
        }

        entry.Error("look-for", fallback is null
            ? $"the other languages fall back to this wording of \"{id}\"; write it with its source"
            : $"{fallback.File} has no wording of \"{id}\" to fall back to; add it there, or write plain words in the text");
        return Of(id, lookFor, language, null);
    }

    private MetaLabel ReadSeen(string id, YamlReader entry, string language)
    {
        var wording = entry.Text("wording");
        if (entry.Has("source"))
        {
            return Of(id, wording, language, FindSource(entry));
        }

        if (!entry.Has("publisher"))
        {
            entry.Error("wording", $"the label \"{id}\" {NoSource}");
            return Of(id, wording, language, null);
        }

        return new(id, wording, language, entry.Text("publisher"), entry.Text("title"), entry.OptionalAddress("url"), SourceDate.Read(entry, today), entry.Choice<EvidenceGrade>("grade"));
    }

    private Source? FindSource(YamlReader entry)
    {
        var id = entry.Text("source");
        if (sources.GetValueOrDefault(id) is { } source)
        {
            return source;
        }

        entry.Error("source", $"source \"{id}\" is not in content/sources.yml; correct the id or add the source");
        return null;
    }

    private static MetaLabel Of(string id, string wording, string language, Source? source) =>
        new(id, wording, language, source?.Publisher ?? "", source?.Title ?? "", source?.Url, source?.Date ?? default, source?.Weight ?? EvidenceGrade.Other);
}
