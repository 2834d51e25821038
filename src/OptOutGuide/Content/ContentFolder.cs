using System.Collections.Concurrent;
using System.Text;

namespace OptOutGuide.Content;

/// <summary>The files of a content folder, named in problems as editors know them: <c>content/fr/site.yml</c>.</summary>
internal sealed class ContentFolder(string root, ProblemList problems)
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private readonly ConcurrentDictionary<string, string> _texts = new(StringComparer.Ordinal);

    /// <summary>The folders that hold a language. A folder that may not be looked into is a fault, not a language less.</summary>
    public IEnumerable<string> LanguageCodes => Directory.EnumerateDirectories(root)
        .Where(folder => Directory.EnumerateFiles(folder, "site.yml").Any())
        .Select(folder => Path.GetFileName(folder));

    /// <summary>The text of every file read so far, by its name.</summary>
    public IReadOnlyDictionary<string, string> Texts => _texts;

    public YamlMap? Map(string file) => Read(file) is { } text ? YamlMap.ReadMap(text, Name(file), 0, problems) : null;

    public IReadOnlyList<YamlMap> List(string file) => Read(file) is { } text ? YamlMap.ReadList(text, Name(file), problems) : [];

    /// <summary>The Markdown files of one kind, in the order of their names.</summary>
    public IEnumerable<Draft> Drafts(string language, PageKind kind)
    {
        var folder = Path.Combine(root, language, FolderOf(kind));
        if (!Directory.Exists(folder))
        {
            return [];
        }

        string[] files = [.. Directory.GetFiles(folder, "*.md").Order(StringComparer.Ordinal)];
        return ContentLoader.InParallel(files, file => ReadDraft(language, kind, Path.GetFileName(file))).OfType<Draft>();
    }

    /// <summary>Warns of files in a language's folder that nothing reads, such as one that ends in <c>.txt</c>.</summary>
    public void CheckIgnored(string language)
    {
        var files = Directory.EnumerateFiles(Path.Combine(root, language), "*", SearchOption.AllDirectories)
            .Select(file => Name(Path.GetRelativePath(root, file).Replace('\\', '/')));
        foreach (var file in files.Where(file => !_texts.ContainsKey(file)))
        {
            problems.Warning(file, 1, "this file is not read; pages end in .md and stand in guides, easy, pages or texts");
        }
    }

    private static string FolderOf(PageKind kind) => kind switch
    {
        PageKind.Guide => "guides",
        PageKind.GuideEasy => "easy",
        PageKind.Text => "texts",
        _ => "pages",
    };

    private static string Name(string file) => $"content/{file}";

    private Draft? ReadDraft(string language, PageKind kind, string name)
    {
        var file = $"{language}/{FolderOf(kind)}/{name}";
        return Read(file) is { } text ? Draft.Read(Name(file), kind, language, text, problems) : null;
    }

    private string? Read(string file)
    {
        try
        {
            return _texts[Name(file)] = File.ReadAllText(Path.Combine(root, file), Utf8);
        }
        catch (DecoderFallbackException)
        {
            problems.Unreadable(Name(file), 1, "this file is not UTF-8; save it as UTF-8");
            return null;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            problems.Unreadable(Name(file), 1, $"this file cannot be read ({fault.Message}); put it back or correct its permissions");
            return null;
        }
    }
}
