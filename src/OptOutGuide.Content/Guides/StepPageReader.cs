using Markdig.Extensions.CustomContainers;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace OptOutGuide.Content.Guides;

/// <summary>Makes of a guide's step what its own page shows.</summary>
internal static class StepPageReader
{
    /// <summary>What fits beside a picture and a button on a phone's screen, and what people read before they do something.</summary>
    public const int MaxWords = 60;

    /// <param name="parts">The step as its guide shows it.</param>
    /// <param name="links">Writes no notes, and leads to steps on their own pages.</param>
    public static StepPage Read(MarkdownSection step, IReadOnlyList<ContentPart> parts, MarkdownFile file, LinkResolver links)
    {
        var reader = new ContentPartReader(file, links, ProblemList.Unreported());
        ContentPart[] screens = [.. parts.Where(part => part.Screen is not null)];
        Block[] text = [.. TextOf(step)];
        var at = Array.FindIndex(text, block => ButtonLink(block) is not null);
        var (button, before) = at < 0 ? (null, text.Length) : (ButtonLink(text[at]), at);
        IReadOnlyList<ContentPart> problem = [.. screens.Skip(1), .. reader.Read(step.Blocks.OfType<CustomContainer>().Where(box => box.Info == "else").SelectMany(box => box))];
        return new(
            screens.FirstOrDefault()?.Screen,
            Render(text[..before].Where(block => !IsSeen(block))),
            button is not null && links.FindLink(button.Url![ButtonScheme.Length..], file.LineOf(button)) is { } link ? new(MarkdownParts.PlainText(button), link) : null,
            Render(text[before..].Where(block => !IsSeen(block))),
            Render(text.Where(IsSeen)),
            problem,
            UsedLabels.In(step.Blocks.Where(block => block is not CustomContainer { Info: "more" or "limits" }), screens.Concat(problem)).Any(label => label.IsForeign));

        Html Render(IEnumerable<Block> blocks) => SiteMarkdown.Render(blocks.Where(block => ButtonLink(block) is null), links, file.BodyLine);
    }

    private static bool IsSeen(Block block) => block is CustomContainer { Info: "see" };

    /// <summary>The words of the step that a visitor reads before doing it: without button, pictures, and the boxes <c>else</c>, <c>more</c> and <c>limits</c>.</summary>
    public static int CountWords(MarkdownSection step) => MarkdownParts.PlainText(TextOf(step).Where(block => ButtonLink(block) is null))
        .Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Count(word => word.Any(char.IsLetterOrDigit));

    private const string ButtonScheme = "link:";

    private static IEnumerable<Block> TextOf(MarkdownSection step) => step.Blocks.Where(block =>
        !ScreenSketch.IsScreen(block) && block is not CustomContainer { Info: "else" or "more" or "limits" });

    /// <summary>The link of a paragraph that is nothing but an outside link, notes aside; null for any other block.</summary>
    private static LinkInline? ButtonLink(Block block) =>
        block is ParagraphBlock { Inline: { } line } && line.Where(part => part is not NoteInline).ToArray() is [LinkInline { Url: { } url } link] && url.StartsWith(ButtonScheme, StringComparison.Ordinal)
            ? link
            : null;
}
