using YamlDotNet.RepresentationModel;

namespace OptOutGuide.Content.Parsing;

/// <summary>
/// A YAML mapping read strictly: each missing, malformed or unknown field becomes a problem with its line,
/// and reading goes on with a default value, so that all problems of a file are found at once.
/// </summary>
internal sealed partial class YamlReader
{
    private readonly Dictionary<string, YamlNode> _fields = new(StringComparer.Ordinal);
    private readonly HashSet<string> _read = new(StringComparer.Ordinal);
    private readonly ProblemList _problems;
    private readonly int _lineOffset;
    private readonly YamlMappingNode _node;

    private YamlReader(YamlMappingNode node, string file, int lineOffset, ProblemList problems)
    {
        (_node, File, _lineOffset, _problems) = (node, file, lineOffset, problems);
        foreach (var (key, value) in node.Children)
        {
            _fields[((YamlScalarNode)key).Value!] = value;
        }
    }

    public string File { get; }

    public int Line => LineOf(_node);

    public IEnumerable<string> Keys => _fields.Keys;

    /// <summary>The mapping at the top of a file; null, with a problem, where there is none.</summary>
    /// <param name="lineOffset">Lines of the file before <paramref name="yaml"/>.</param>
    public static YamlReader? ReadMap(string yaml, string file, int lineOffset, ProblemList problems)
    {
        var root = YamlDocument.Read(yaml, file, lineOffset, problems);
        if (root is YamlMappingNode node && HasPlainKeys(node))
        {
            return new YamlReader(node, file, lineOffset, problems);
        }

        if (root is not null)
        {
            problems.Error(file, lineOffset + 1, "expected fields such as \"id: …\" at the top level");
        }

        return null;
    }

    /// <summary>The mappings of a file whose top level is a list of them.</summary>
    public static IReadOnlyList<YamlReader> ReadList(string yaml, string file, ProblemList problems)
    {
        var root = YamlDocument.Read(yaml, file, 0, problems);
        if (root is YamlSequenceNode list && IsListOfMaps(list))
        {
            return [.. list.Cast<YamlMappingNode>().Select(item => new YamlReader(item, file, 0, problems))];
        }

        if (root is not null)
        {
            problems.Error(file, 1, "expected a list; start each entry with \"- \"");
        }

        return [];
    }

    public int LineOf(string key) => _fields.TryGetValue(key, out var node) ? LineOf(node) : Line;

    public bool Has(string key) => _fields.ContainsKey(key);

    public void Error(string key, string text) => _problems.Error(File, LineOf(key), text);

    public void Warning(string key, string text) => _problems.Warning(File, LineOf(key), text);

    /// <summary>A text that is shown as it is, without markup.</summary>
    public string Text(string key)
    {
        var text = Scalar(key);
        if (PlainTextRules.ErrorIn(text) is { } error)
        {
            Error(key, $"\"{key}\" {error}");
        }

        return text;
    }

    /// <summary>A text that is rendered as Markdown.</summary>
    public string Markdown(string key) => Scalar(key);

    public string? OptionalText(string key) => Has(key) ? Text(key) : null;

    public IReadOnlyList<string> Texts(string key) => [.. TextsWithLines(key).Select(entry => entry.Text)];

    /// <summary>A list of texts with the line of each, for ids that are checked later.</summary>
    public IReadOnlyList<(string Text, int Line)> TextsWithLines(string key)
    {
        if (Take(key) is YamlSequenceNode list && list.All(item => item is YamlScalarNode { Value.Length: > 0 }))
        {
            foreach (var item in list.Cast<YamlScalarNode>())
            {
                CheckCharacters(item);
            }

            return [.. list.Cast<YamlScalarNode>().Where(item => IsFilledIn(key, item)).Select(item => (item.Value!.Trim(), LineOf(item)))];
        }

        Error(key, Has(key) ? $"\"{key}\" is not a list of texts; write [one, two] or a line \"- …\" each" : $"\"{key}\" is missing; add it");
        return [];
    }

    public IReadOnlyList<(string Text, int Line)> OptionalTextsWithLines(string key) => Has(key) ? TextsWithLines(key) : [];

    /// <summary>A nested mapping; null, with a problem, where it is missing.</summary>
    public YamlReader? Map(string key)
    {
        if (Take(key) is YamlMappingNode node && HasPlainKeys(node))
        {
            return new YamlReader(node, File, _lineOffset, _problems);
        }

        Error(key, Has(key) ? $"\"{key}\" has no fields; indent them below it" : $"\"{key}\" is missing; add it");
        return null;
    }

    /// <summary>To be called once all known fields were read: the others are mistakes.</summary>
    /// <param name="known">What a field here must be.</param>
    public void RefuseOtherFields(string known = "a field known here")
    {
        foreach (var key in _fields.Keys.Where(key => !_read.Contains(key)))
        {
            Error(key, $"\"{key}\" is not {known}; correct its spelling or remove it");
        }
    }

    private static bool IsListOfMaps(YamlSequenceNode list) => list.All(item => item is YamlMappingNode map && HasPlainKeys(map));

    private static bool HasPlainKeys(YamlMappingNode node) => node.Children.Keys.All(key => key is YamlScalarNode { Value: not null });

    private bool Accept(bool isValid, int line, string text)
    {
        if (!isValid)
        {
            _problems.Error(File, line, text);
        }

        return isValid;
    }

    private string Scalar(string key)
    {
        if (Take(key) is YamlScalarNode { Value: { Length: > 0 } text } node)
        {
            CheckCharacters(node);
            return IsFilledIn(key, node) ? text.Trim() : "";
        }

        Error(key, Has(key) ? $"\"{key}\" is empty or not a text; write it on one line" : $"\"{key}\" is missing; add it");
        return "";
    }

    private bool IsFilledIn(string key, YamlScalarNode node) =>
        Placeholder.ErrorIn(node.Value!) is not { } error || Accept(false, LineOf(node), $"\"{key}\" {error}");

    /// <summary>A text between double quotes may escape characters (<c>\u202E</c>) that are not in the file itself.</summary>
    private void CheckCharacters(YamlScalarNode node)
    {
        if (DeceptiveText.ErrorIn(node.Value!) is { } error)
        {
            _problems.Error(File, LineOf(node), error);
        }
    }

    private YamlNode? Take(string key)
    {
        _read.Add(key);
        return _fields.GetValueOrDefault(key);
    }

    private int LineOf(YamlNode node) => (int)node.Start.Line + _lineOffset;
}
