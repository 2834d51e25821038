namespace OptOutGuide.GuidePages;

/// <summary>What is said about the sketches of screens, and the texts that describe one to those who do not see it.</summary>
public sealed record PictureTexts : ITexts
{
    public static string Section => "pictures";

    public required string Note { get; init; }

    /// <summary>Above each sketch, which looks like something to tap.</summary>
    public required string Caption { get; init; }

    /// <summary>The same on one line where something is marked to be tapped: where to tap it instead.</summary>
    public required string CaptionTap { get; init; }
    public required string Phone { get; init; }
    public required string Browser { get; init; }
    public required string Rows { get; init; }
    public required string Fields { get; init; }
    public required string Button { get; init; }
    public required string Tap { get; init; }
    public required string TapCorner { get; init; }
    public required string Photo { get; init; }
    public required string TopLeft { get; init; }
    public required string TopRight { get; init; }
    public required string BottomLeft { get; init; }
    public required string BottomRight { get; init; }

    public string Name(Corner corner) => corner switch
    {
        Corner.TopLeft => TopLeft,
        Corner.TopRight => TopRight,
        Corner.BottomLeft => BottomLeft,
        Corner.BottomRight => BottomRight,
    };
}
