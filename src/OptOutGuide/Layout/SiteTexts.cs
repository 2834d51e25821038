namespace OptOutGuide.Layout;

public sealed record SiteTexts : ITexts
{
    public static string Section => "site";

    public required string Title { get; init; }
    public required string Tagline { get; init; }
    public required string Skip { get; init; }
    public required string Next { get; init; }
    public required string Menu { get; init; }
    public required string Independent { get; init; }
    public required string NeverAsk { get; init; }
    public required string Licence { get; init; }
    public required string InAppTitle { get; init; }
    public required string InAppText { get; init; }
    public required string InAppAddress { get; init; }
    public required string FooterMenu { get; init; }
    public required string Languages { get; init; }

    /// <summary>Before the name of the language in which a missing page is shown.</summary>
    public required string Fallback { get; init; }

    /// <summary>What that line is about, for screen readers.</summary>
    public required string FallbackLabel { get; init; }
}
