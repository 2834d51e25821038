namespace OptOutGuide.Layout;

/// <summary>The name of the page for those who put a frame into their own site.</summary>
public sealed record EmbedNameTexts : ITexts
{
    public static string Section => "embed";

    public required string Title { get; init; }
}
