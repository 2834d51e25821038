namespace OptOutGuide.Content.Markdown;

/// <summary>Text, or what stands between two runs of it: data that the site fills in, the picture of a screen, or words to copy.</summary>
/// <param name="Letter">The words of a <c>copy</c> box alone, one paragraph to a line with an empty one between.</param>
public sealed record ContentPart(Html Html, Embed? Embed = null, ScreenSketch? Screen = null, string? Letter = null);

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
