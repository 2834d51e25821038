using Markdig.Syntax;

namespace OptOutGuide.Content.Markdown;

public enum DeviceKind
{
    Phone,
    Browser,
}

public enum Corner
{
    TopLeft,
    TopRight,
    BottomLeft,
    BottomRight,
}

/// <summary>A sketch of what one sees on a step's screen: a block <c>```screen</c> of its Markdown.</summary>
/// <param name="Title">The text at the top: the name of the screen, or the domain in a browser.</param>
/// <param name="Rows">Lines of a menu or of a text, from the top.</param>
/// <param name="Fields">Boxes to fill in, below the rows.</param>
/// <param name="Button">The button below the fields.</param>
/// <param name="Sign">The sign in the corner to tap, such as ☰; a round picture if null.</param>
/// <param name="Tap">The row, field or button to tap.</param>
/// <param name="TapCorner">The corner to tap, instead of a label.</param>
public sealed record ScreenSketch(
    DeviceKind Device,
    string Title,
    IReadOnlyList<string> Rows,
    IReadOnlyList<string> Fields,
    string? Button,
    string? Sign,
    string? Tap,
    Corner? TapCorner)
{
    private const string Info = "screen";
    private const int MaxLabels = 7;

    /// <summary>In characters: the bar at the top has one line.</summary>
    private const int MaxTitleLength = 28;

    public static bool IsScreen(Block block) => block is FencedCodeBlock { Info: Info };

    /// <summary>The labels of Meta's among its words.</summary>
    public IReadOnlyList<MetaLabel> MetaLabels { get; init; } = [];

    /// <summary>The language of words that are a label in another one; otherwise null.</summary>
    public string? LanguageOf(string words) => MetaLabels.FirstOrDefault(label => label.IsForeign && label.Wording == words)?.Language;

    /// <summary>Reads the fields of a block; what is wrong with them goes to <paramref name="problems"/>.</summary>
    internal static ScreenSketch Read(FencedCodeBlock block, string file, int line, LabelSet labels, ProblemList problems)
    {
        if (YamlReader.ReadMap(block.Lines.ToString(), file, line, problems) is not { } map)
        {
            return new(DeviceKind.Phone, "", [], [], null, null, null, null);
        }

        var words = new WordReader(map, labels, problems);
        var tap = words.Read("tap", map.OptionalText("tap"));
        var corner = tap is not null && KebabCase.TryParse<Corner>(tap, out var known) ? known : (Corner?)null;
        var screen = new ScreenSketch(
            map.Choice<DeviceKind>("device"),
            words.Read("title", map.Text("title"))!,
            [.. map.OptionalTextsWithLines("rows").Select(row => words.Read("rows", row.Text)!)],
            [.. map.OptionalTextsWithLines("fields").Select(field => words.Read("fields", field.Text)!)],
            words.Read("button", map.OptionalText("button")),
            map.OptionalText("sign"),
            corner is null ? tap : null,
            corner)
        {
            MetaLabels = words.Labels,
        };
        screen.Check(map);
        map.RefuseOtherFields();
        return screen;
    }

    /// <summary>Everything that can be tapped by its name, from the top.</summary>
    private IEnumerable<string> Labels => [.. Rows, .. Fields, .. Button is null ? [] : new[] { Button }];

    private void Check(YamlReader map)
    {
        if (Title.Length > MaxTitleLength)
        {
            map.Error("title", $"\"title: {Title}\" does not fit; write at most {MaxTitleLength} letters");
        }

        if (Labels.Count() is 0 or > MaxLabels)
        {
            map.Error("rows", $"a screen shows one to {MaxLabels} things; write rows, fields or a button");
        }

        if (Tap is not null && !Labels.Contains(Tap))
        {
            map.Error("tap", $"\"tap: {Tap}\" is neither one of this screen's rows, fields and button nor one of {KebabCase.All<Corner>()}");
        }
    }

    /// <summary>Puts the words of labels in the place of <c>label:id</c>, and collects them.</summary>
    private sealed class WordReader(YamlReader map, LabelSet labels, ProblemList problems)
    {
        private readonly List<MetaLabel> _labels = [];

        public IReadOnlyList<MetaLabel> Labels => _labels;

        public string? Read(string key, string? words)
        {
            if (!LabelSet.IsReference(words) || labels.Find(words!, map.File, map.LineOf(key), problems) is not { } label)
            {
                return words;
            }

            _labels.Add(label);
            return label.Wording;
        }
    }
}
