using Microsoft.AspNetCore.Components;

namespace OptOutGuide.Layout;

internal static class AssetIntegrity
{
    /// <summary>What the file must hash to: one altered on its way, by a proxy or a cache, is not run.</summary>
    public static string? Of(ResourceAssetCollection assets, string file) =>
        assets.First(asset => asset.Url == assets[file]).Properties?.FirstOrDefault(property => property.Name == "integrity")?.Value;
}
