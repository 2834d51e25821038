namespace OptOutGuide.Content.Markdown;

/// <summary>A part of a page: text, data that the site fills in, the picture of a screen, or a text to copy.</summary>
/// <param name="Letter">The plain text of a <c>copy</c> box: one line per paragraph, with an empty line between.</param>
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
