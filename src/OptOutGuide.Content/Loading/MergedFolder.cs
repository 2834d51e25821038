using System.Collections.Concurrent;
using System.Text;

namespace OptOutGuide.Content.Loading;

/// <summary>
/// The texts of the content folders, as one folder: of a file that several have, Markdown is read from the last, YAML from all.
/// </summary>
internal sealed class MergedFolder(IReadOnlyList<ContentTree> trees, DateOnly today, ProblemList problems)
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The files of each name, in the order of their folders.</summary>
    private readonly SortedDictionary<string, ContentFile[]> _files = new(
        trees.SelectMany(tree => tree.Files).GroupBy(file => file.Name).ToDictionary(files => files.Key, files => files.ToArray()), StringComparer.Ordinal);

    private readonly ConcurrentDictionary<ContentFile, string> _texts = [];

    /// <summary>Names of the files that were read or have a problem.</summary>
    private readonly ConcurrentDictionary<string, bool> _known = new(StringComparer.Ordinal);

    /// <summary>The folders named after a language.</summary>
    public IEnumerable<string> LanguageFolders => _files.Keys.Select(name => name.Split('/')).Where(path => path.Length > 1).Select(path => path[0]).Where(folder => folder != ServiceReader.IconFolder).Distinct();

    /// <summary>The text of every file read so far.</summary>
    public IReadOnlyDictionary<ContentFile, string> Texts => _texts;

    public bool Has(string file) => _files.ContainsKey(file);

    /// <summary>The fields of a file in all folders. Null, with a problem, where it is missing or one of them cannot be read.</summary>
    public YamlReader? Map(string file)
    {
        YamlReader?[] maps = [.. Read(file).Select(read => YamlReader.ReadMap(read.Text, read.File.ShownName, 0, problems))];
        return maps.Length == 0 || maps.Contains(null) || maps.Length < _files[file].Length ? null : maps.OfType<YamlReader>().Aggregate((below, above) => above.MergeInto(below));
    }

    /// <summary>The entries of a file in all folders: one of a later folder replaces that with the same key, or is added.</summary>
    public IReadOnlyList<YamlReader> List(string file, string key = "id") => Read(file)
        .Select(read => YamlReader.ReadList(read.Text, read.File.ShownName, problems))
        .Aggregate<IReadOnlyList<YamlReader>, IReadOnlyList<YamlReader>>([], (below, above) => Merge(below, above, key));

    /// <summary>A file that is neither YAML nor Markdown; null, with a problem, where it cannot be read.</summary>
    public string? Text(string file) => Read(file).Select(read => read.Text).LastOrDefault();

    /// <summary>A file that is no text; null, with a problem, where it cannot be read.</summary>
    public byte[]? Bytes(string name)
    {
        _known[name] = true;
        try
        {
            using var file = Last(name).Open();
            using var bytes = new MemoryStream();
            file.CopyTo(bytes);
            return bytes.ToArray();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            problems.Unreadable(ShownName(name), 1, $"this file cannot be read ({exception.Message}); put it back or correct its permissions");
            return null;
        }
    }

    /// <summary>The Markdown files of the languages: one language after the other, by kind, in the order of their names.</summary>
    /// <param name="labels">Those of each language.</param>
    public IEnumerable<PageFile> Pages(IReadOnlyList<Language> languages, IReadOnlyList<PageKind> kinds, ServiceCatalog services, IReadOnlyDictionary<string, LabelSet> labels)
    {
        PageName[] names = [.. languages.SelectMany(language => kinds.SelectMany(kind => PageNames(language.Code, kind)))];
        return InParallel.Map(names, page => ReadPage(page, services, labels[page.Language])).OfType<PageFile>();
    }

    private IEnumerable<PageName> PageNames(string language, PageKind kind)
    {
        var folder = $"{language}/{FolderOf(kind)}/";
        return _files.Keys
            .Where(name => name.StartsWith(folder, StringComparison.Ordinal) && name.EndsWith(".md", StringComparison.Ordinal))
            .Where(name => !name.AsSpan(folder.Length).Contains('/') && !IsCopy(folder, name))
            .Select(name => new PageName(language, kind, name));
    }

    /// <summary>Warns of files in a folder that nothing reads, such as one that ends in <c>.txt</c>.</summary>
    public void CheckIgnored(string folder, string text)
    {
        var ignored = _files.Keys.Where(name => name.StartsWith($"{folder}/", StringComparison.Ordinal) && !_known.ContainsKey(name));
        foreach (var file in ignored)
        {
            problems.Warning(Last(file).ShownName, 1, text);
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

    /// <summary>Entries with the same key twice in one folder are kept, so that whoever reads them can report them.</summary>
    private static IReadOnlyList<YamlReader> Merge(IReadOnlyList<YamlReader> below, IReadOnlyList<YamlReader> above, string key)
    {
        var added = above.ToList();
        var merged = new List<YamlReader>();
        foreach (var entry in below)
        {
            var index = added.FindIndex(other => other.Peek(key) is { } value && value == entry.Peek(key));
            merged.Add(index < 0 ? entry : added[index]);
            if (index >= 0)
            {
                added.RemoveAt(index);
            }
        }

        return [.. merged, .. added];
    }

    /// <summary>The file that is read of those with a name, as problems name it.</summary>
    public string ShownName(string name) => Last(name).ShownName;

    /// <summary>Whether a file is in the last folder, so that no other can override it.</summary>
    /// <param name="shownName">As problems name it.</param>
    public bool IsLast(string shownName) => shownName.StartsWith($"{trees[^1].Name}/", StringComparison.Ordinal);

    /// <summary>Whether a file is in the first folder, which later ones change.</summary>
    /// <param name="shownName">As problems name it.</param>
    public bool IsFirst(string shownName) => shownName.StartsWith($"{trees[0].Name}/", StringComparison.Ordinal);

    private ContentFile Last(string name) => _files[name][^1];

    /// <summary>
    /// Whether a file is what a file manager or a synchronised folder leaves beside the original, such as
    /// <c>facebook (copy).md</c>: its name is not a valid address and contains the name of another file.
    /// </summary>
    private bool IsCopy(string folder, string name)
    {
        var words = Path.GetFileNameWithoutExtension(name);
        if (Slug.IsValid(words) || Slug.AllIn(words).FirstOrDefault(slug => Has($"{folder}{slug}.md")) is not { } original)
        {
            return false;
        }

        _known[name] = true;
        problems.Warning(Last(name).ShownName, 1, $"this looks like a copy of {original}.md, so it is not read; remove it, or name it with small letters, digits and hyphens only");
        return true;
    }

    /// <summary>A page comes whole from the last folder that has it; a host's own folder stands after <c>content</c>.</summary>
    private PageFile? ReadPage(PageName page, ServiceCatalog services, LabelSet labels)
    {
        _known[page.Name] = true;
        return ReadText(Last(page.Name)) is { } text && MarkdownFile.Parse(Last(page.Name).ShownName, page.Language, text, labels, problems) is { } markdown
            ? PageFile.Of(page.Kind, markdown, services, today, problems)
            : null;
    }

    /// <summary>The text of a file in each folder that has it; none, with a problem, where no folder has.</summary>
    private IEnumerable<(ContentFile File, string Text)> Read(string name)
    {
        _known[name] = true;
        if (!Has(name))
        {
            problems.Unreadable($"{ContentLayers.FirstName}/{name}", 1, "this file is missing; put it back");
            return [];
        }

        return _files[name].Select(file => (file, Text: ReadText(file))).Where(read => read.Text is not null).Select(read => (read.file, read.Text!));
    }

    private string? ReadText(ContentFile file)
    {
        if (file.Length == 0)
        {
            problems.Unreadable(file.ShownName, 1, "this is an empty file, or none (a pipe, a device or a socket); write it or remove it");
            return null;
        }

        try
        {
            using var reader = new StreamReader(file.Open(), Utf8);
            var text = _texts[file] = reader.ReadToEnd();
            DeceptiveText.Check(file.ShownName, text, problems);
            return text;
        }
        catch (DecoderFallbackException)
        {
            problems.Unreadable(file.ShownName, 1, "this file is not UTF-8; save it as UTF-8");
            return null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            problems.Unreadable(file.ShownName, 1, $"this file cannot be read ({exception.Message}); put it back or correct its permissions");
            return null;
        }
    }

    /// <param name="Name">Path below the content folder.</param>
    private sealed record PageName(string Language, PageKind Kind, string Name);
}
