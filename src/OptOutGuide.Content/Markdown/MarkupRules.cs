using Markdig.Extensions.CustomContainers;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace OptOutGuide.Content.Markdown;

/// <summary>Checks the markup of a Markdown file: no HTML, only known boxes, and an anchor for each <c>##</c>.</summary>
internal static class MarkupRules
{
    private const string BareAddress = "bare addresses are not allowed; put it in content/links.yml and write [words](link:its-id)";

    private static readonly string[] KnownBoxes = ["see", "else", "more", "online", "note", "copy", "limits"];

    public static void Check(MarkdownFile file, ProblemList problems)
    {
        foreach (var (part, line) in file.Parts)
        {
            Check(part, file.File, line, problems);
        }

        CheckDefinitions(file, problems);
        CheckAnchors(file, problems);
        CheckHeadings(file, problems);
    }

    public static void Check(MarkdownObject part, string file, int line, ProblemList problems)
    {
        if (ErrorIn(part) is { } error)
        {
            problems.Error(file, line, error);
        }

        foreach (var (below, stray) in StrayMarkup.ErrorsIn(part))
        {
            problems.Error(file, line + below, stray);
        }
    }

    /// <summary>What is wrong with one part; null for nothing.</summary>
    private static string? ErrorIn(MarkdownObject part) => part switch
    {
        HtmlBlock or HtmlInline => "HTML is not allowed; write it as Markdown",
        AutolinkInline => BareAddress,
        LiteralInline literal => TextError(literal.Content.ToString()),
        // Characters may be entities (&#x202E;), and a word may consist of several literals.
        LeafBlock { Inline: { } line } leaf when line.Any(piece => piece is HtmlEntityInline or EmphasisInline) && DeceptiveText.ErrorIn(MarkdownParts.PlainText(leaf)) is { } deception => deception,
        LinkInline { IsImage: true } => "pictures are not allowed in the text; remove it",
        HeadingBlock { Level: 1 } => "\"#\" is the page's title, which stands in the front matter; use \"##\"",
        CustomContainer { Parent: CustomContainer { Info: var outer } } => $"this box stands inside \"::: {outer}\"; close that one before, with ::: on a line of its own",
        CustomContainer { ClosingFencedCharCount: 0, Info: var name } => $"the box \"::: {name}\" is not closed; write ::: on a line of its own after it",
        FencedCodeBlock { Parent: not MarkdownDocument } screen when ScreenSketch.IsScreen(screen) => "a screen stands by itself; move it out of the box or the list",
        FencedCodeBlock { ClosingFencedCharCount: 0 } screen when ScreenSketch.IsScreen(screen) => "the screen is not closed; write ``` on a line of its own after it",
        HeadingBlock { Level: > 2 } heading when MarkdownParts.PlainText(heading).Contains("{#", StringComparison.Ordinal) =>
            "only \"##\" has an anchor; write \"##\" for a step or a section, or remove {#…}",
        CustomContainer { Info: var name } when !KnownBoxes.Contains(name) && !DataBlocks.IsKnown(name) =>
            $"there is no box \"::: {name}\"; use one of {string.Join(", ", KnownBoxes)}",
        _ => null,
    };

    private static string? TextError(string text)
    {
        if (text.Contains("://", StringComparison.Ordinal) || text.Contains("www.", StringComparison.OrdinalIgnoreCase))
        {
            return BareAddress;
        }

        if (Placeholder.ErrorIn(text) is { } error)
        {
            return $"this text {error}";
        }

        // The bracket before it is a literal of its own.
        if (text.StartsWith('^'))
        {
            return "this note is not closed; end it with ]";
        }

        return text.Contains("**", StringComparison.Ordinal) ? "this bold text is not closed; end it with **" : null;
    }

    private static void CheckDefinitions(MarkdownFile file, ProblemList problems)
    {
        foreach (var definition in file.Body.Descendants<LinkReferenceDefinition>().Where(definition => !file.Find<LinkInline>().Any(link => link.Part.Reference == definition)))
        {
            problems.Error(file.File, file.LineOf(definition), $"\"[{definition.Label}]:\" would not be shown; write links where they stand, as [words](page:its-id)");
        }
    }

    private static void CheckAnchors(MarkdownFile file, ProblemList problems)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var section in file.Sections)
        {
            if (section.Anchor is null)
            {
                problems.Error(file.File, file.LineOf(section.Heading), section.Title.Contains("{#", StringComparison.Ordinal)
                    ? "this anchor is not understood; write it at the end, as {#a-short-name}, with small letters, digits and hyphens only"
                    : "this heading has no anchor; end it with {#a-short-name}");
            }
            else if (section.Anchor.StartsWith("page-", StringComparison.Ordinal) || section.Anchor.StartsWith("note-", StringComparison.Ordinal) || section.Anchor is "content")
            {
                problems.Error(file.File, file.LineOf(section.Heading), $"the anchor \"{section.Anchor}\" is one of the site's own; choose another");
            }
            else if (!seen.Add(section.Anchor))
            {
                problems.Error(file.File, file.LineOf(section.Heading), $"the anchor \"{section.Anchor}\" is used twice on this page; change one");
            }
        }
    }

    private static void CheckHeadings(MarkdownFile file, ProblemList problems)
    {
        foreach (var section in file.Sections)
        {
            if (section.Title.Length == 0)
            {
                problems.Error(file.File, file.LineOf(section.Heading), "this heading has no words; write its title");
            }

            var level = 2;
            foreach (var heading in section.Blocks.OfType<HeadingBlock>())
            {
                if (heading.Level > level + 1)
                {
                    problems.Error(file.File, file.LineOf(heading), $"this heading skips a level; write it with {new string('#', level + 1)}");
                }

                level = heading.Level;
            }
        }
    }
}
