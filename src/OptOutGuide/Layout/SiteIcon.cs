namespace OptOutGuide.Layout;

/// <summary>The site's icons: the host's logo where there is one.</summary>
internal sealed record SiteIcon(string Address, string Sizes, string Type, string Purpose = "any")
{
    private const string Png = "image/png";
    private const string Svg = "image/svg+xml";

    /// <param name="asset">The address of a file of <c>wwwroot</c>.</param>
    public static IReadOnlyList<SiteIcon> All(HostProfile host, Func<string, string> asset) =>
        host.Logo is { } logo ? [Of(logo)] : [new(asset("icon.svg"), "any", Svg), new(asset("icons/icon-32.png"), "32x32", Png)];

    public static IReadOnlyList<SiteIcon> ForManifest(HostProfile host, Func<string, string> asset) => host.Logo is { } logo
        ? [Of(logo)]
        :
        [
            new(asset("icon.svg"), "any", Svg),
            new(asset("icons/icon-192.png"), "192x192", Png),
            new(asset("icons/icon-512.png"), "512x512", Png),
            new(asset("icons/full-512.png"), "512x512", Png, "maskable"),
        ];

    /// <summary>Apple's phones take PNG only; null where the host has none.</summary>
    public static string? Touch(HostProfile host, Func<string, string> asset) =>
        host.Logo is { } logo ? (logo.IsVector ? null : logo.Asset.Path) : asset("icons/full-180.png");

    private static SiteIcon Of(HostPicture logo) => logo.IsVector
        ? new(logo.Asset.Path, "any", Svg)
        : new(logo.Asset.Path, FormattableString.Invariant($"{logo.Width:0}x{logo.Height:0}"), Png);
}
