namespace OptOutGuide.Content;

/// <summary>The files of a content folder, named in problems as editors know them: <c>content/fr/site.yml</c>.</summary>
internal sealed class ContentFolder(string root, ProblemList problems)
{
    /// <summary>The folders that hold a language.</summary>
    public IEnumerable<string> LanguageCodes => Directory.EnumerateDirectories(root)
        .Where(folder => File.Exists(Path.Combine(folder, "site.yml")))
        .Select(folder => Path.GetFileName(folder));

    public YamlMap? Map(string file) => Read(file) is { } text ? YamlMap.ReadMap(text, Name(file), 0, problems) : null;

    public IReadOnlyList<YamlMap> List(string file) => Read(file) is { } text ? YamlMap.ReadList(text, Name(file), problems) : [];

    public IEnumerable<Draft> Drafts(string language, string kind)
    {
        var folder = Path.Combine(root, language, kind);
        return Directory.Exists(folder)
            ? Directory.EnumerateFiles(folder, "*.md").Order(StringComparer.Ordinal).Select(file => ReadDraft(language, $"{language}/{kind}/{Path.GetFileName(file)}")).OfType<Draft>()
            : [];
    }

    private static string Name(string file) => $"content/{file}";

    private Draft? ReadDraft(string language, string file) => Read(file) is { } text ? Draft.Read(Name(file), language, text, problems) : null;

    private string? Read(string file)
    {
        try
        {
            return File.ReadAllText(Path.Combine(root, file));
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            problems.Error(Name(file), 1, $"this file cannot be read ({fault.Message}); put it back or correct its permissions");
            return null;
        }
    }
}
