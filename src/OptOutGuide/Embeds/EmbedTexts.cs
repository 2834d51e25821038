namespace OptOutGuide.Embeds;

public sealed record EmbedTexts : ITexts
{
    public static string Section => "embed";

    public required string Intro { get; init; }
    public required string Allowed { get; init; }

    /// <summary>Where the setting names no origin.</summary>
    public required string NoneAllowed { get; init; }
    public required string Dates { get; init; }
    public required string Services { get; init; }

    /// <summary>« Code du cadre : {0} »: the label of what is to be copied.</summary>
    public required string Code { get; init; }
    public required string Copy { get; init; }
    public required string Data { get; init; }
    public required string DataText { get; init; }

    /// <summary>Of the links in a frame.</summary>
    public required string NewTab { get; init; }
}
