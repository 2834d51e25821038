namespace OptOutGuide.Content.Markdown;

public sealed record NoteTexts : ITexts
{
    public static string Section => "sources";

    public required string NoteLabel { get; init; }
}
