using Markdig.Extensions.CustomContainers;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace OptOutGuide.Content;

/// <summary>What a contributor may not write: markup of one's own, addresses whose evidence nobody knows, boxes that are none.</summary>
internal static class UnsafeMarkup
{
    private const string BareAddress = "bare addresses are not allowed; put it in content/links.yml and write [words](link:its-id)";

    private static readonly string[] KnownBoxes = ["see", "else", "note", "copy", "limits"];

    /// <summary>What is wrong with a part of a text and what to do; null for one that may stand.</summary>
    public static string? Fault(MarkdownObject part) => part switch
    {
        HtmlBlock or HtmlInline => "HTML is not allowed; write it as Markdown",
        AutolinkInline => BareAddress,
        LiteralInline literal => TextFault(literal.Content.ToString()),
        // Characters may be named (&#x202E;), and a word put together from pieces.
        LeafBlock { Inline: { } line } leaf when line.Any(piece => piece is HtmlEntityInline or EmphasisInline) && DeceptiveText.Fault(ContentMarkdown.PlainText(leaf)) is { } deception => deception,
        LinkInline { IsImage: true } => "pictures are not allowed in the text; remove it",
        HeadingBlock { Level: 1 } => "\"#\" is the page's title, which stands in the head; use \"##\"",
        CustomContainer { Parent: CustomContainer { Info: var outer } } => $"this box stands inside \"::: {outer}\"; close that one before, with ::: on a line of its own",
        CustomContainer { ClosingFencedCharCount: 0, Info: var name } => $"the box \"::: {name}\" is not closed; write ::: on a line of its own after it",
        FencedCodeBlock { Parent: not MarkdownDocument } screen when Screen.IsScreen(screen) => "a screen stands by itself; move it out of the box or the list",
        FencedCodeBlock { ClosingFencedCharCount: 0 } screen when Screen.IsScreen(screen) => "the screen is not closed; write ``` on a line of its own after it",
        HeadingBlock { Level: > 2 } heading when ContentMarkdown.PlainText(heading).Contains("{#", StringComparison.Ordinal) =>
            "only \"##\" has an anchor; write \"##\" for a step or a section, or remove {#…}",
        CustomContainer { Info: var name } when !KnownBoxes.Contains(name) && !Article.IsEmbed(name) =>
            $"there is no box \"::: {name}\"; use one of {string.Join(", ", KnownBoxes)}",
        _ => null,
    };

    private static string? TextFault(string text)
    {
        if (text.Contains("://", StringComparison.Ordinal) || text.Contains("www.", StringComparison.OrdinalIgnoreCase))
        {
            return BareAddress;
        }

        // The bracket before it is a piece of its own.
        if (text.StartsWith('^'))
        {
            return "this note is not closed; end it with ]";
        }

        return text.Contains("**", StringComparison.Ordinal) ? "this bold text is not closed; end it with **" : null;
    }
}
