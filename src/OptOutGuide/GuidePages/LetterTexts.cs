namespace OptOutGuide.GuidePages;

public sealed record LetterTexts : ITexts
{
    public static string Section => "letter";

    public required string FillIn { get; init; }
    public required string Copy { get; init; }
    public required string Copied { get; init; }
    public required string File { get; init; }
    public required string Print { get; init; }
}
