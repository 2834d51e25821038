using System.Globalization;
using YamlDotNet.RepresentationModel;

namespace OptOutGuide.Content;

/// <summary>
/// A YAML mapping read strictly: each missing, malformed or unknown field becomes a problem with its line,
/// and reading goes on with a harmless value so that all problems of a file are found in one go.
/// </summary>
internal sealed class YamlMap
{
    private readonly Dictionary<string, YamlNode> _fields = new(StringComparer.Ordinal);
    private readonly HashSet<string> _read = new(StringComparer.Ordinal);
    private readonly ProblemList _problems;
    private readonly int _lineOffset;
    private readonly YamlMappingNode _node;

    private YamlMap(YamlMappingNode node, string file, int lineOffset, ProblemList problems)
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

    /// <summary>The mapping at the top of a file, or null when there is none (said as a problem).</summary>
    /// <param name="lineOffset">Lines of the file that stand before <paramref name="yaml"/>.</param>
    public static YamlMap? ReadMap(string yaml, string file, int lineOffset, ProblemList problems)
    {
        var root = YamlDocument.Read(yaml, file, lineOffset, problems);
        if (root is YamlMappingNode node && HasPlainKeys(node))
        {
            return new YamlMap(node, file, lineOffset, problems);
        }

        if (root is not null)
        {
            problems.Error(file, lineOffset + 1, "expected fields such as \"id: …\" at the top level");
        }

        return null;
    }

    /// <summary>The mappings of a file whose top level is a list of them.</summary>
    public static IReadOnlyList<YamlMap> ReadList(string yaml, string file, ProblemList problems)
    {
        var root = YamlDocument.Read(yaml, file, 0, problems);
        if (root is YamlSequenceNode list && IsListOfMaps(list))
        {
            return [.. list.Cast<YamlMappingNode>().Select(item => new YamlMap(item, file, 0, problems))];
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

    /// <summary>A text that is shown as it stands.</summary>
    public string Text(string key)
    {
        var text = Scalar(key);
        if (StrayMarkup.PlainFault(text) is { } fault)
        {
            Error(key, $"\"{key}\" {fault}");
        }

        return text;
    }

    /// <summary>A text whose marks, links and notes are drawn.</summary>
    public string Markdown(string key) => Scalar(key);

    public string? OptionalText(string key) => Has(key) ? Text(key) : null;

    public int Number(string key) => Parse(key, "a whole number above zero, such as 5",
        (string text, out int number) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number) && number > 0);

    public DateOnly Date(string key) => Parse(key, "a date, such as 2025-05-27",
        (string text, out DateOnly date) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out date));

    /// <summary>A date that has come: nothing was published, read or changed in the future.</summary>
    public DateOnly DateUntil(string key, DateOnly today) => RefuseFuture(key, Date(key), today);

    /// <summary>The same, as precise as it is known; a month or a year has come with its first day.</summary>
    public PartialDate PartialDateUntil(string key, DateOnly today)
    {
        var date = Parse<PartialDate>(key, "a date as precise as it is known, such as 2025-05-27, 2025-05 or 2025", PartialDate.TryParse);
        RefuseFuture(key, date.FirstDay, today);
        return date;
    }

    /// <summary>A moment on the clocks of a place; some plain day where it cannot be read.</summary>
    public DateTime LocalTime(string key) => Parse<DateTime?>(key, "a local time, such as 2025-05-27T00:00",
        (string text, out DateTime? time) =>
        {
            var isTime = DateTime.TryParseExact(text, "yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var read);
            time = read;
            return isTime;
        }) ?? new(2025, 1, 1);

    public TimeZoneInfo Zone(string key) => Parse<TimeZoneInfo>(key, "a time zone, such as Europe/Paris",
        TimeZoneInfo.TryFindSystemTimeZoneById) ?? TimeZoneInfo.Utc;

    public Uri Address(string key)
    {
        var text = Scalar(key);
        var fault = text.Length == 0 ? "" : OutsideAddress.Fault(text);
        if (fault is null)
        {
            return new Uri(text);
        }

        if (fault.Length > 0)
        {
            Error(key, $"\"{key}: {text}\" {fault}");
        }

        return OutsideAddress.Unreadable;
    }

    public Uri? OptionalAddress(string key) => Has(key) ? Address(key) : null;

    public bool Flag(string key) => Parse<bool>(key, "true or false", bool.TryParse);

    /// <summary>Null where the field says that nobody knows.</summary>
    public bool? FlagOrUnknown(string key) => Parse<bool?>(key, "true, false or unknown", (string text, out bool? flag) =>
    {
        flag = bool.TryParse(text, out var known) ? known : null;
        return flag is not null || text is "unknown";
    });

    /// <summary>One of the words of an enum, written as in content: <c>NoAccount</c> is <c>no-account</c>.</summary>
    public T Choice<T>(string key) where T : struct, Enum => Parse<T>(key, $"one of {KebabCase.All<T>()}", KebabCase.TryParse);

    public IReadOnlyList<T> Choices<T>(string key) where T : struct, Enum => [.. TextsWithLines(key)
        .Select(entry => (entry, IsKnown: KebabCase.TryParse<T>(entry.Text, out var value), value))
        .Where(choice => Accept(choice.IsKnown, choice.entry.Line, $"\"{choice.entry.Text}\" is not one of {KebabCase.All<T>()}"))
        .Select(choice => choice.value)];

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

            return [.. list.Cast<YamlScalarNode>().Select(item => (item.Value!.Trim(), LineOf(item)))];
        }

        Error(key, Has(key) ? $"\"{key}\" is not a list of texts; write [one, two] or a line \"- …\" each" : $"\"{key}\" is missing; add it");
        return [];
    }

    public IReadOnlyList<(string Text, int Line)> OptionalTextsWithLines(string key) => Has(key) ? TextsWithLines(key) : [];

    /// <summary>A nested mapping; null, with a problem, where it is missing.</summary>
    public YamlMap? Map(string key)
    {
        if (Take(key) is YamlMappingNode node && HasPlainKeys(node))
        {
            return new YamlMap(node, File, _lineOffset, _problems);
        }

        Error(key, Has(key) ? $"\"{key}\" has no fields; indent them below it" : $"\"{key}\" is missing; add it");
        return null;
    }

    public IReadOnlyList<YamlMap> Maps(string key)
    {
        if (!Has(key))
        {
            return [];
        }

        if (Take(key) is YamlSequenceNode list && IsListOfMaps(list))
        {
            return [.. list.Cast<YamlMappingNode>().Select(item => new YamlMap(item, File, _lineOffset, _problems))];
        }

        Error(key, $"\"{key}\" is not a list of entries; start each with \"- \"");
        return [];
    }

    /// <summary>
    /// To be called once all known fields were read: whatever is left is a mistake, save for two letters, which
    /// stand for a language that the site does not have yet.
    /// </summary>
    public void RefuseOtherFields()
    {
        foreach (var key in _fields.Keys.Where(key => !_read.Contains(key) && key.Length != 2))
        {
            Error(key, $"\"{key}\" is not a field known here; correct its spelling or remove it");
        }
    }

    private delegate bool TryParse<T>(string text, out T? value);

    private static bool IsListOfMaps(YamlSequenceNode list) => list.All(item => item is YamlMappingNode map && HasPlainKeys(map));

    private static bool HasPlainKeys(YamlMappingNode node) => node.Children.Keys.All(key => key is YamlScalarNode { Value: not null });

    private T? Parse<T>(string key, string expected, TryParse<T> tryParse)
    {
        if (Scalar(key) is not { Length: > 0 } text)
        {
            return default;
        }

        return Accept(tryParse(text, out var value), LineOf(key), $"\"{key}: {text}\" is not valid; write {expected}") ? value : default;
    }

    private DateOnly RefuseFuture(string key, DateOnly date, DateOnly today)
    {
        if (date > today)
        {
            Error(key, $"\"{key}: {OptionalText(key)}\" is in the future; correct it");
        }

        return date;
    }

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
            return text.Trim();
        }

        Error(key, Has(key) ? $"\"{key}\" is empty or not a text; write it on one line" : $"\"{key}\" is missing; add it");
        return "";
    }

    /// <summary>A text between double quotes may name characters (<c>\u202E</c>) that do not stand in the file.</summary>
    private void CheckCharacters(YamlScalarNode node)
    {
        if (DeceptiveText.Fault(node.Value!) is { } fault)
        {
            _problems.Error(File, LineOf(node), fault);
        }
    }

    private YamlNode? Take(string key)
    {
        _read.Add(key);
        return _fields.GetValueOrDefault(key);
    }

    private int LineOf(YamlNode node) => (int)node.Start.Line + _lineOffset;
}
