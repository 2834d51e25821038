namespace OptOutGuide.Layout;

/// <summary>What <c>device.js</c> says once something is copied, or is not.</summary>
public sealed record CopyTexts : ITexts
{
    public static string Section => "share";

    public required string Copied { get; init; }

    /// <summary>Where the device refuses the clipboard or its share sheet.</summary>
    public required string ByHand { get; init; }
}
