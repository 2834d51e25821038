using YamlDotNet.RepresentationModel;

namespace OptOutGuide.Content.Parsing;

/// <summary>
/// A YAML mapping read strictly: each missing, malformed or unknown field becomes a problem with its line,
/// and reading goes on with a default value, so that all problems of a file are found at once.
/// </summary>
internal sealed partial class YamlReader
{
    private readonly Dictionary<string, YamlField> _fields = new(StringComparer.Ordinal);
    private readonly HashSet<string> _read = new(StringComparer.Ordinal);
    private readonly ProblemList _problems;

    private YamlReader(YamlField map, ProblemList problems)
    {
        (File, Line, _problems) = (map.File, map.Line, problems);
        foreach (var (key, value) in ((YamlMappingNode)map.Node).Children)
        {
            _fields[((YamlScalarNode)key).Value!] = new(value, map.File, map.Offset);
        }
    }

    /// <summary>The file that the mapping begins in; where several are merged, the first.</summary>
    public string File { get; }

    public int Line { get; }

    public IEnumerable<string> Keys => _fields.Keys;

    /// <summary>The mapping at the top of a file; null, with a problem, where there is none.</summary>
    /// <param name="lineOffset">Lines of the file before <paramref name="yaml"/>.</param>
    public static YamlReader? ReadMap(string yaml, string file, int lineOffset, ProblemList problems)
    {
        var root = YamlDocument.Read(yaml, file, lineOffset, problems);
        if (root is YamlMappingNode node && HasPlainKeys(node))
        {
            return new YamlReader(new(node, file, lineOffset), problems);
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
            return [.. list.Select(item => new YamlReader(new(item, file, 0), problems))];
        }

        if (root is not null)
        {
            problems.Error(file, 1, "expected a list; start each entry with \"- \"");
        }

        return [];
    }

    /// <summary>Merges this mapping into <paramref name="target"/>, which is changed and returned: a field of this one replaces that of the target, and mappings within are merged.</summary>
    public YamlReader MergeInto(YamlReader target)
    {
        foreach (var (key, field) in _fields)
        {
            target._fields[key] = field with { Below = target._fields.GetValueOrDefault(key) };
        }

        return target;
    }

    /// <summary>Replaces a field of the nested mapping <paramref name="map"/>, where there is one, by one of <paramref name="source"/>, which keeps its file and line.</summary>
    public void OverrideField(string map, string key, YamlReader source, string sourceKey)
    {
        if (_fields.TryGetValue(map, out var below) && HasPlainKeys(below.Node) && source._fields.TryGetValue(sourceKey, out var field))
        {
            _fields[map] = field with { Node = new YamlMappingNode { { key, field.Node } }, Below = below };
        }
    }

    /// <summary>A text that is not yet read; null where there is none.</summary>
    public string? Peek(string key) => (_fields.GetValueOrDefault(key)?.Node as YamlScalarNode)?.Value?.Trim();

    public string FileOf(string key) => _fields.TryGetValue(key, out var field) ? field.File : File;

    public int LineOf(string key) => _fields.TryGetValue(key, out var field) ? field.Line : Line;

    public bool Has(string key) => _fields.ContainsKey(key);

    public void Error(string key, string text) => _problems.Error(FileOf(key), LineOf(key), text);

    public void Warning(string key, string text) => _problems.Warning(FileOf(key), LineOf(key), text);

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
        if (Take(key) is { Node: YamlSequenceNode list } field && list.All(item => item is YamlScalarNode { Value.Length: > 0 }))
        {
            YamlField[] items = [.. list.Select(item => field with { Node = item })];
            foreach (var item in items)
            {
                CheckCharacters(item);
            }

            return [.. items.Where(item => IsFilledIn(key, item)).Select(item => (item.Text!.Trim(), item.Line))];
        }

        Error(key, Has(key) ? $"\"{key}\" is not a list of texts; write [one, two] or a line \"- …\" each" : $"\"{key}\" is missing; add it");
        return [];
    }

    public IReadOnlyList<(string Text, int Line)> OptionalTextsWithLines(string key) => Has(key) ? TextsWithLines(key) : [];

    /// <summary>A nested mapping; null, with a problem, where it is missing.</summary>
    public YamlReader? Map(string key)
    {
        if (Take(key) is { } field && HasPlainKeys(field.Node))
        {
            return Map(field);
        }

        Error(key, Has(key) ? $"\"{key}\" has no fields; indent them below it" : $"\"{key}\" is missing; add it");
        return null;
    }

    /// <summary>The entries of an optional list.</summary>
    public IReadOnlyList<YamlReader> Maps(string key)
    {
        if (!Has(key))
        {
            return [];
        }

        if (Take(key) is { Node: YamlSequenceNode list } field && IsListOfMaps(list))
        {
            return [.. list.Select(item => new YamlReader(field with { Node = item, Below = null }, _problems))];
        }

        Error(key, $"\"{key}\" is not a list of entries; start each with \"- \"");
        return [];
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

    private static bool IsListOfMaps(YamlSequenceNode list) => list.All(HasPlainKeys);

    private static bool HasPlainKeys(YamlNode node) => node is YamlMappingNode map && map.Children.Keys.All(key => key is YamlScalarNode { Value: not null });

    private YamlReader Map(YamlField field) => field.Below is { } below && HasPlainKeys(below.Node)
        ? new YamlReader(field, _problems).MergeInto(Map(below))
        : new YamlReader(field, _problems);

    private bool Accept(bool isValid, string key, int line, string text)
    {
        if (!isValid)
        {
            _problems.Error(FileOf(key), line, text);
        }

        return isValid;
    }

    private string Scalar(string key)
    {
        if (Take(key) is { Text: { Length: > 0 } text } field)
        {
            CheckCharacters(field);
            return IsFilledIn(key, field) ? text.Trim() : "";
        }

        Error(key, Has(key) ? $"\"{key}\" is empty or not a text; write it on one line" : $"\"{key}\" is missing; add it");
        return "";
    }

    private bool IsFilledIn(string key, YamlField text) =>
        Placeholder.ErrorIn(text.Text!) is not { } error || Accept(false, key, text.Line, $"\"{key}\" {error}");

    /// <summary>A text between double quotes may escape characters (<c>\u202E</c>) that are not in the file itself.</summary>
    private void CheckCharacters(YamlField text)
    {
        if (DeceptiveText.ErrorIn(text.Text!) is { } error)
        {
            _problems.Error(text.File, text.Line, error);
        }
    }

    private YamlField? Take(string key)
    {
        _read.Add(key);
        return _fields.GetValueOrDefault(key);
    }

    /// <param name="Offset">Lines of the file before the YAML begins.</param>
    /// <param name="Below">The same field in a folder before this one.</param>
    private sealed record YamlField(YamlNode Node, string File, int Offset, YamlField? Below = null)
    {
        public int Line => (int)Node.Start.Line + Offset;

        /// <summary>Null for a list or a mapping.</summary>
        public string? Text => (Node as YamlScalarNode)?.Value;
    }
}
