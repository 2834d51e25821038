namespace OptOutGuide.Content.Markdown;

public sealed record BoxTexts : ITexts
{
    public static string Section => "guide";

    public required string See { get; init; }
    public required string Otherwise { get; init; }
}
