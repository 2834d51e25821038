namespace OptOutGuide.GuidePages;

/// <summary>The texts about how a translation came to be.</summary>
public sealed record TranslationTexts : ITexts
{
    public static string Section => "translation";

    public required string Unread { get; init; }
    public required string Report { get; init; }

    /// <summary>« Traduit par un programme, relu par {0}. »</summary>
    public required string ReadBy { get; init; }
}
