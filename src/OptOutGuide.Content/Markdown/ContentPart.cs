namespace OptOutGuide.Content.Markdown;

/// <summary>Text, or what stands between two runs of it: data that the site fills in, or the picture of a screen.</summary>
public sealed record ContentPart(Html Html, Embed? Embed = null, ScreenSketch? Screen = null);

/// <summary>Data of the content folder that a page shows where its file says <c>::: name</c>.</summary>
public enum Embed
{
    Timeline,
    Authorities,
    Sources,
    Changes,
    Texts,
}

internal static class Embeds
{
    public static bool IsKnown(string? name) => KebabCase.TryParse<Embed>(name ?? "", out _);
}
