using System.Collections.Concurrent;
using System.Text;

namespace OptOutGuide.Content.Loading;

/// <summary>The texts of a content folder, named in problems as editors know them: <c>content/fr/site.yml</c>.</summary>
internal sealed class ContentFolder(ContentTree tree, DateOnly today, ProblemList problems)
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private readonly Dictionary<string, ContentFile> _files = tree.Files.ToDictionary(file => file.Name, StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, string> _texts = new(StringComparer.Ordinal);

    /// <summary>Files that were read or have a problem.</summary>
    private readonly ConcurrentDictionary<string, bool> _known = new(StringComparer.Ordinal);

    /// <summary>The folders named after a language.</summary>
    public IEnumerable<string> LanguageFolders => tree.Files.Select(file => file.Name.Split('/')).Where(path => path.Length > 1).Select(path => path[0]).Where(folder => folder != ServiceReader.IconFolder).Distinct();

    /// <summary>The text of every file read so far, by its name.</summary>
    public IReadOnlyDictionary<string, string> Texts => _texts;

    public bool Has(string file) => _files.ContainsKey(file);

    public YamlReader? Map(string file) => Read(file) is { } text ? YamlReader.ReadMap(text, Name(file), 0, problems) : null;

    public IReadOnlyList<YamlReader> List(string file) => Read(file) is { } text ? YamlReader.ReadList(text, Name(file), problems) : [];

    /// <summary>A file that is neither YAML nor Markdown; null, with a problem, where it cannot be read.</summary>
    public string? Text(string file) => Read(file);

    /// <summary>The Markdown files of one kind, in the order of their names.</summary>
    public IEnumerable<PageFile> Pages(string language, PageKind kind, ServiceCatalog services, LabelSet labels)
    {
        var folder = $"{language}/{FolderOf(kind)}/";
        string[] files =
        [
            .. tree.Files.Select(file => file.Name)
                .Where(name => name.StartsWith(folder, StringComparison.Ordinal) && name.EndsWith(".md", StringComparison.Ordinal))
                .Where(name => !name.AsSpan(folder.Length).Contains('/') && !IsCopy(folder, name)),
        ];
        return ParallelRead.All(files, file => ReadPage(language, kind, file, services, labels)).OfType<PageFile>();
    }

    /// <summary>Warns of files in a folder that nothing reads, such as one that ends in <c>.txt</c>.</summary>
    public void CheckIgnored(string folder, string text)
    {
        var ignored = _files.Keys.Where(name => name.StartsWith($"{folder}/", StringComparison.Ordinal) && !_known.ContainsKey(name));
        foreach (var file in ignored)
        {
            problems.Warning(Name(file), 1, text);
        }
    }

    /// <summary>The folder of each kind of page, in that of its language.</summary>
    public static string FolderOf(PageKind kind) => kind switch
    {
        PageKind.Guide => "guides",
        PageKind.GuideEasy => "easy",
        PageKind.Text => "texts",
        _ => "pages",
    };

    private static string Name(string file) => $"content/{file}";

    /// <summary>
    /// Whether a file is what a file manager or a synchronised folder leaves beside the original, such as
    /// <c>facebook (copy).md</c>: its name is not a valid address and contains the name of another file.
    /// </summary>
    private bool IsCopy(string folder, string name)
    {
        var words = Path.GetFileNameWithoutExtension(name);
        if (Slug.IsValid(words) || Slug.AllIn(words).FirstOrDefault(slug => _files.ContainsKey($"{folder}{slug}.md")) is not { } original)
        {
            return false;
        }

        _known[name] = true;
        problems.Warning(Name(name), 1, $"this looks like a copy of {original}.md, so it is not read; remove it, or name it with small letters, digits and hyphens only");
        return true;
    }

    private PageFile? ReadPage(string language, PageKind kind, string file, ServiceCatalog services, LabelSet labels) =>
        Read(file) is { } text && MarkdownFile.Parse(Name(file), language, text, labels, problems) is { } markdown
            ? PageFile.Read(kind, markdown, services, today, problems)
            : null;

    private string? Read(string name)
    {
        _known[name] = true;
        if (_files.GetValueOrDefault(name) is not { } file)
        {
            problems.Unreadable(Name(name), 1, "this file is missing; put it back");
            return null;
        }

        if (file.Length == 0)
        {
            problems.Unreadable(Name(name), 1, "this is an empty file, or none (a pipe, a device or a socket); write it or remove it");
            return null;
        }

        try
        {
            using var reader = new StreamReader(file.Open(), Utf8);
            var text = _texts[Name(name)] = reader.ReadToEnd();
            DeceptiveText.Check(Name(name), text, problems);
            return text;
        }
        catch (DecoderFallbackException)
        {
            problems.Unreadable(Name(name), 1, "this file is not UTF-8; save it as UTF-8");
            return null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            problems.Unreadable(Name(name), 1, $"this file cannot be read ({exception.Message}); put it back or correct its permissions");
            return null;
        }
    }
}
