using System.Globalization;

namespace OptOutGuide.GuidePages;

/// <summary>The positions of the parts of a <see cref="ScreenSketch"/> in its picture, in units of the picture.</summary>
/// <param name="Title">In lines. A browser's is an address, which stays in one.</param>
internal sealed record ScreenLayout(int Width, int Height, IReadOnlyList<string> Title, int BarHeight, IReadOnlyList<ScreenItem> Items, (int X, int Y)? Spot)
{
    public const int LineHeight = 17;

    /// <summary>Size of a letter, as the style sheet has it.</summary>
    private const double Em = 13;

    private const int Margin = 14;
    private const int PhoneWidth = 210;
    private const int BrowserWidth = 270;

    /// <summary>Minimum height, so that a phone with few labels still looks like one.</summary>
    private const int MinPhoneHeight = 170;

    /// <summary>Height of a sign below the bar of a browser or at the bottom of a screen.</summary>
    private const int SignHeight = 36;

    /// <summary>Average width of a letter, to decide where a label has to be broken.</summary>
    private const double LetterWidth = 7;

    /// <summary>The width on the page, which grows with its letters.</summary>
    public string Ems => string.Create(CultureInfo.InvariantCulture, $"{Width / Em:0.##}em");

    public static ScreenLayout Of(ScreenSketch screen)
    {
        var isPhone = screen.Device is DeviceKind.Phone;
        var (width, lowestBar) = isPhone ? (PhoneWidth, 46) : (BrowserWidth, 40);
        IReadOnlyList<string> title = isPhone ? Break(screen.Title, width) : [screen.Title];
        var bar = lowestBar + (title.Count - 1) * LineHeight;
        var hasSignRow = screen.TapCorner is Corner.TopLeft or Corner.TopRight && !isPhone;
        var top = bar + 4 + (hasSignRow ? SignHeight : 0);
        var items = new List<ScreenItem>();
        foreach (var (label, kind) in Labels(screen))
        {
            var item = ScreenItem.At(top, label, Break(label, width), kind, label == screen.Tap);
            items.Add(item);
            top = item.Bottom;
        }

        var height = Math.Max(top, isPhone ? MinPhoneHeight : 0) + (screen.TapCorner is Corner.BottomLeft or Corner.BottomRight ? SignHeight : 0) + Margin;
        return new(width, height, title, bar, items, screen.TapCorner is { } corner ? Place(corner, width, isPhone ? bar - Margin : bar + SignHeight / 2, height - SignHeight / 2 - Margin / 2) : null);
    }

    private static IEnumerable<(string Label, ScreenItemKind Kind)> Labels(ScreenSketch screen) =>
    [
        .. screen.Rows.Select(row => (row, ScreenItemKind.Row)),
        .. screen.Fields.Select(field => (field, ScreenItemKind.Field)),
        .. screen.Button is { } button ? [(button, ScreenItemKind.Button)] : Array.Empty<(string, ScreenItemKind)>(),
    ];

    private static (int X, int Y) Place(Corner corner, int width, int top, int bottom) => corner switch
    {
        Corner.TopLeft => (Margin + 12, top),
        Corner.TopRight => (width - Margin - 12, top),
        Corner.BottomLeft => (Margin + 12, bottom),
        Corner.BottomRight => (width - Margin - 12, bottom),
    };

    /// <summary>Breaks a label between words, since text in a picture does not break by itself.</summary>
    private static IReadOnlyList<string> Break(string label, int width)
    {
        var maxLetters = (int)((width - 3 * Margin) / LetterWidth);
        var lines = new List<string> { "" };
        foreach (var word in label.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (lines[^1].Length == 0)
            {
                lines[^1] = word;
            }
            else if (lines[^1].Length + 1 + word.Length <= maxLetters)
            {
                lines[^1] += " " + word;
            }
            else
            {
                lines.Add(word);
            }
        }

        return lines;
    }
}

internal enum ScreenItemKind
{
    Row,
    Field,
    Button,
}

/// <summary>One label of a screen.</summary>
/// <param name="Baseline">Of the first line of the label.</param>
/// <param name="Frame">The box to fill in, the button, or what marks the row to tap.</param>
internal sealed record ScreenItem(string Label, IReadOnlyList<string> Lines, ScreenItemKind Kind, bool IsTapped, int Bottom, int Baseline, (int Top, int Height)? Frame)
{
    public static ScreenItem At(int top, string label, IReadOnlyList<string> lines, ScreenItemKind kind, bool isTapped)
    {
        var text = lines.Count * ScreenLayout.LineHeight;
        return kind switch
        {
            ScreenItemKind.Row => new(label, lines, kind, isTapped, top + text + 16, top + 20, isTapped ? (top + 2, text + 12) : null),
            ScreenItemKind.Field => new(label, lines, kind, isTapped, top + text + 40, top + 18, (top + text + 8, 26)),
            ScreenItemKind.Button => new(label, lines, kind, isTapped, top + text + 24, top + 24, (top + 6, text + 14)),
        };
    }
}
