namespace OptOutGuide.Content.Markdown;

/// <summary>A part of a page: text, data that the site fills in, the picture of a screen, or a text to copy.</summary>
/// <param name="Letter">The plain text of a <c>copy</c> box: one line per paragraph, with an empty line between.</param>
/// <param name="Links">The links of the text, in their order; null where the part is no text.</param>
/// <param name="IsOnline">Whether it is for a screen only: a box <c>online</c>.</param>
public sealed record ContentPart(Html Html, DataBlock? Data = null, ScreenSketch? Screen = null, string? Letter = null, IReadOnlyList<ContentLink>? Links = null, bool IsOnline = false);

/// <summary>A link of a text to another page.</summary>
/// <param name="Words">The words of the link.</param>
/// <param name="Address">Absolute where it leads outside; otherwise the path on this site.</param>
/// <param name="OutsideLink">Null for a link inside the site.</param>
public sealed record ContentLink(string Words, string Address, OutsideLink? OutsideLink);

/// <summary>Data of the content folder that a page shows where its file says <c>::: name</c>.</summary>
public enum DataBlock
{
    Timeline,
    Authorities,
    Sources,
    Changes,
    Texts,
    Imprint,
}

internal static class DataBlocks
{
    public static bool IsKnown(string? name) => KebabCase.TryParse<DataBlock>(name ?? "", out _);
}
