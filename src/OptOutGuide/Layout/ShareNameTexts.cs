namespace OptOutGuide.Layout;

/// <summary>Names of pages to send, as links to them say.</summary>
public sealed record ShareNameTexts : ITexts
{
    public static string Section => "share";

    public required string QuestionsTitle { get; init; }
}
