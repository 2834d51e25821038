namespace OptOutGuide.Content.Loading;

/// <summary>
/// The texts of shared data in one language (<c>content/&lt;language&gt;/data.yml</c>): a section for each data file, and in it
/// a text, or fields, for each id. A missing text and an unknown id are problems.
/// </summary>
internal sealed class DataTexts(Language language, YamlReader file)
{
    private static readonly string[] Sections = ["services", "links", "sources", "authorities", "deadlines", "timeline", "changes"];

    private readonly Dictionary<string, YamlReader?> _sections = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Section, string Id), YamlReader?> _entries = [];

    public Language Language => language;

    public bool Has(string section) => file.Has(section);

    public bool Has(string section, string id) => Has(section) && Section(section)?.Has(id) is true;

    /// <summary>The text of an id; empty, with a problem, where it is missing.</summary>
    public string Text(string section, string id) => Find(section, id)?.Text(id) ?? "";

    /// <summary>The fields of an id; null, with a problem, where they are missing.</summary>
    public YamlReader? Fields(string section, string id)
    {
        if (!_entries.TryGetValue((section, id), out var fields))
        {
            fields = _entries[(section, id)] = Find(section, id)?.Map(id);
        }

        return fields;
    }

    /// <summary>Reports what is wrong with the text of an id.</summary>
    public void Warn(string section, string id, string text) => Section(section)?.Warning(id, text);

    /// <summary>To be called once the data files were read: the ids that they do not have are mistakes.</summary>
    public void RefuseOtherIds()
    {
        foreach (var fields in _entries.Values)
        {
            fields?.RefuseOtherFields();
        }

        foreach (var (name, section) in _sections)
        {
            section?.RefuseOtherFields($"an id of content/{name}.yml");
        }

        foreach (var name in Sections.Where(file.Has))
        {
            // A section that was not read belongs to a data file with problems of its own.
            Section(name);
        }

        file.RefuseOtherFields();
    }

    private YamlReader? Find(string section, string id)
    {
        // An id that is missing in the data file was reported there.
        if (id.Length == 0 || Section(section) is not { } texts)
        {
            return null;
        }

        if (!texts.Has(id))
        {
            texts.Error(id, $"\"{id}\" of content/{section}.yml has no text in \"{section}\"; add it");
            return null;
        }

        return texts;
    }

    private YamlReader? Section(string name)
    {
        if (!_sections.TryGetValue(name, out var section))
        {
            section = _sections[name] = file.Map(name);
        }

        return section;
    }
}
