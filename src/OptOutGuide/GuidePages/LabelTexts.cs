namespace OptOutGuide.GuidePages;

/// <summary>The texts about the labels of Meta's screens.</summary>
public sealed record LabelTexts : ITexts
{
    public static string Section => "labels";

    public required string Heading { get; init; }

    /// <summary>That the labels in English were not seen in the reader's language.</summary>
    public required string Unseen { get; init; }
}
