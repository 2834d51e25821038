namespace OptOutGuide.Layout;

/// <summary>Names of share pages, for links to them.</summary>
public sealed record ShareNameTexts : ITexts
{
    public static string Section => "share";

    public required string QuestionsTitle { get; init; }
    public required string SiteTitle { get; init; }
}
