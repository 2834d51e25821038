using Markdig.Syntax;

namespace OptOutGuide.Content.Guides;

/// <summary>The labels of Meta's screens that a page or a step names, each once.</summary>
internal static class UsedLabels
{
    public static IReadOnlyList<MetaLabel> In(IEnumerable<Block> texts, IEnumerable<ContentPart> parts) =>
    [
        .. texts.SelectMany(MarkdownParts.Inlines<LabelInline>).Select(inline => inline.Label).OfType<MetaLabel>()
            .Concat(parts.SelectMany(part => part.Screen?.MetaLabels ?? []))
            .DistinctBy(label => label.Id),
    ];
}
