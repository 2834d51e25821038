using Microsoft.AspNetCore.Components;

namespace OptOutGuide.Layout;

internal static class AssetIntegrity
{
    /// <summary>The integrity hash of a file: browsers do not run one that a proxy or a cache has altered.</summary>
    public static string? Of(ResourceAssetCollection assets, string file) =>
        assets.First(asset => asset.Url == assets[file]).Properties?.FirstOrDefault(property => property.Name == "integrity")?.Value;
}
