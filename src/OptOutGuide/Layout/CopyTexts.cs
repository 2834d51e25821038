namespace OptOutGuide.Layout;

/// <summary>What <c>device.js</c> says once an address is copied.</summary>
public sealed record CopyTexts : ITexts
{
    public static string Section => "share";

    public required string Copied { get; init; }
}
