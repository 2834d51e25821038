using System.Text.RegularExpressions;

namespace OptOutGuide.Content;

/// <summary>
/// The files of a new language: those that it must have before it is offered, copied from a language that is there, with a mark
/// wherever something is to be translated. <c>check</c> names each mark once the language is listed.
/// </summary>
public sealed partial class NewLanguageFiles
{
    private static readonly PageKind[] Kinds = [PageKind.Guide, PageKind.GuideEasy, PageKind.Article, PageKind.Text];

    private readonly ContentLayers _folders;
    private readonly string _code;
    private readonly string? _model;

    /// <param name="code">Two letters, such as <c>sv</c>.</param>
    public NewLanguageFiles(ContentLayers folders, string code)
    {
        (_folders, _code) = (folders, code);
        _model = Models().FirstOrDefault(model => Find($"{model}/site.yml") is not null);
    }

    public static bool IsCode(string code) => Code().IsMatch(code);

    /// <summary>Whether a content folder holds the language already.</summary>
    public bool Exists => _folders.All.Any(folder => Directory.Exists(Path.Combine(folder.Path, _code)));

    /// <summary>Each file's path below the content folder, with its text; none where there is no language to copy from.</summary>
    public IEnumerable<(string Path, string Text)> Files => _model is null ? [] :
    [
        ($"{_code}/site.yml", MarkValues(Text("site.yml"))),
        ($"{_code}/data.yml", MarkValues(Text("data.yml"))),
        ($"{_code}/forbidden.yml", MarkValues(Text("forbidden.yml"))),
        ($"{_code}/meta-labels.yml", MarkLabels(Text("meta-labels.yml"))),
        .. Kinds.SelectMany(PagesOf),
    ];

    /// <summary>The language of the texts to translate from: English where the site has it, else its default.</summary>
    private IEnumerable<string> Models() =>
        (Find(LanguageList.File) is { } list ? YamlReader.ReadMap(list, LanguageList.File, 0, ProblemList.Unreported())?.Texts("languages") ?? [] : []).OrderByDescending(code => code == Language.Fallback);

    private string? Find(string file) => _folders.Read(file).LastOrDefault();

    private string Text(string file) => Find($"{_model}/{file}") ?? "";

    private IEnumerable<(string Path, string Text)> PagesOf(PageKind kind)
    {
        var folder = MergedFolder.FolderOf(kind);
        return _folders.All.Select(layer => Path.Combine(layer.Path, _model!, folder)).Where(Directory.Exists)
            .SelectMany(path => Directory.EnumerateFiles(path, "*.md"))
            .GroupBy(file => Path.GetFileName(file)).Select(files => (Name: files.Key, Text: File.ReadAllText(files.Last())))
            .Where(page => CoreSet.Has(kind, Id().Match(page.Text).Groups["id"].Value))
            .OrderBy(page => page.Name, StringComparer.Ordinal)
            .Select(page => ($"{_code}/{folder}/{page.Name}", MarkPage(page.Text)));
    }

    /// <summary>Marks every text of a YAML file; keys, lists on one line and comments stay.</summary>
    private static string MarkValues(string yaml) => Value().Replace(yaml, Marked);

    private static string Marked(Match found) => $"{found.Groups["key"].Value}\"{Placeholder.Sign} {Escape(found.Groups["text"].Value.Trim())}\"";

    private static string MarkLabels(string yaml) => Label().Replace(yaml, found =>
        $"{found.Groups["id"].Value}: {{ look-for: \"{Placeholder.Sign} what to look for; where a source shows the name: wording, publisher, title, date, grade\" }}");

    /// <summary>
    /// Marks the fields that readers see, and the text as a whole. Texts begin with a capital letter; ids, numbers, dates and
    /// other codes do not.
    /// </summary>
    private static string MarkPage(string page)
    {
        var end = page.IndexOf("\n---\n", StringComparison.Ordinal) + 5;
        var head = Value().Replace(page[..end], found => char.IsUpper(found.Groups["text"].Value.TrimStart('"', '\'')[0]) ? Marked(found) : found.Value);
        return $"{head}{Placeholder.Sign} Translate what follows and the name of this file, with its anchors; keep ids, notes and the number of headings. Then remove this line.\n\n{page[end..].TrimStart('\n')}";
    }

    /// <summary>The inside of a quoted YAML text, from a text that may be quoted.</summary>
    private static string Escape(string text) => text switch
    {
        ['"', .. var inside, '"'] => inside,
        ['\'', .. var inside, '\''] => inside.Replace("''", "'", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal),
        _ => text.Replace("\"", "\\\"", StringComparison.Ordinal),
    };

    [GeneratedRegex("^[a-z]{2}$")]
    private static partial Regex Code();

    [GeneratedRegex("^id: *(?<id>[a-z0-9-]+)", RegexOptions.Multiline)]
    private static partial Regex Id();

    [GeneratedRegex(@"^(?<key> *(- )?([a-z0-9A-Z-]+|""[^""]+""): +|  +- )(?<text>[^\s\[{|>&#].*)$", RegexOptions.Multiline)]
    private static partial Regex Value();

    [GeneratedRegex(@"^(?<id>[a-z0-9-]+):(.*)(\n +.*)*", RegexOptions.Multiline)]
    private static partial Regex Label();
}
