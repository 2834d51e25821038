using Markdig.Extensions.CustomContainers;
using Markdig.Syntax;

namespace OptOutGuide.Content.Markdown;

/// <summary>A Markdown file of the content folder: its front matter as YAML and its text as Markdown, each parsed once.</summary>
/// <param name="File">As problems name it: <c>content/fr/guides/facebook.md</c>.</param>
/// <param name="Slug">The file's name without its extension: the last part of its address.</param>
/// <param name="Fields">The front matter.</param>
/// <param name="Labels">The labels that the text may use.</param>
/// <param name="BodyLine">Lines of the file before the Markdown begins.</param>
/// <param name="Opening">The blocks before the first <c>##</c>.</param>
/// <param name="Sections">The blocks under each <c>##</c>, with its anchor.</param>
internal sealed record MarkdownFile(
    string File,
    string Language,
    string Slug,
    YamlReader Fields,
    LabelSet Labels,
    int BodyLine,
    MarkdownDocument Body,
    IReadOnlyList<Block> Opening,
    IReadOnlyList<MarkdownSection> Sections)
{
    /// <summary>Every part of the text, with its line. Cached, because walking through Markdown takes as long as parsing it.</summary>
    private readonly (MarkdownObject Part, int Line)[] _parts = [.. Body.Descendants().Select(part => (part, BodyLine + part.Line + 1))];

    public IReadOnlyList<(MarkdownObject Part, int Line)> Parts => _parts;

    /// <summary>The leaf blocks of the text, without those in a box to copy, which quotes a text for others.</summary>
    public IEnumerable<LeafBlock> OwnBlocks => Body.SelectMany(Own);

    public bool HasAnchor(string anchor) => Sections.Any(section => section.Anchor == anchor);

    /// <summary>Every part of some type in the text, with its line.</summary>
    public IEnumerable<(T Part, int Line)> Find<T>() where T : MarkdownObject
    {
        foreach (var (part, line) in _parts)
        {
            if (part is T found)
            {
                yield return (found, line);
            }
        }
    }

    /// <summary>Line in the file of something in its text.</summary>
    public int LineOf(MarkdownObject part) => BodyLine + part.Line + 1;

    /// <summary>A field of the front matter that is Markdown.</summary>
    public MarkdownLine ParseLine(string source, int line, ProblemList problems) => MarkdownLine.Parse(source, File, line, Labels, problems);

    /// <summary>Parses a file; null, with a problem, where it has no readable front matter.</summary>
    public static MarkdownFile? Parse(string file, string language, string text, LabelSet labels, ProblemList problems)
    {
        text = text.ReplaceLineEndings("\n");
        var end = EndOfFrontMatter(text);
        if (end < 0)
        {
            problems.Unreadable(file, 1, text == "---" || text.StartsWith("---\n", StringComparison.Ordinal)
                ? "the front matter does not end; write --- on a line of its own after the last field"
                : "the front matter is missing; start the file with --- , its fields, and --- again");
            return null;
        }

        if (YamlReader.ReadMap(text[Math.Min(4, end)..end], file, 1, problems) is not { } fields)
        {
            return null;
        }

        var bodyLine = text.AsSpan(0, end + 1).Count('\n') + 1;
        var body = SiteMarkdown.Parse(text[Math.Min(end + 5, text.Length)..], file, bodyLine + 1, problems);
        LabelInserter.Insert(body, labels, file, part => bodyLine + part.Line + 1, problems);
        var opening = body.TakeWhile(block => block is not HeadingBlock { Level: 2 }).ToArray();
        return new(file, language, Path.GetFileNameWithoutExtension(file), fields, labels, bodyLine, body, opening, [.. ReadSections(body.Skip(opening.Length))]);
    }

    /// <summary>Index of the line end before the second <c>---</c>; -1 where the front matter is missing or not closed.</summary>
    private static int EndOfFrontMatter(string text)
    {
        if (!text.StartsWith("---\n", StringComparison.Ordinal))
        {
            return -1;
        }

        var end = text.IndexOf("\n---\n", 3, StringComparison.Ordinal);
        return end < 0 && text.Length > 6 && text.EndsWith("\n---", StringComparison.Ordinal) ? text.Length - 4 : end;
    }

    private static IEnumerable<LeafBlock> Own(Block block) => block switch
    {
        CustomContainer { Info: "copy" } => [],
        LeafBlock leaf => [leaf],
        ContainerBlock container => container.SelectMany(Own),
        _ => [],
    };

    private static IEnumerable<MarkdownSection> ReadSections(IEnumerable<Block> blocks)
    {
        MarkdownSection? current = null;
        foreach (var block in blocks)
        {
            if (block is HeadingBlock { Level: 2 } heading)
            {
                if (current is not null)
                {
                    yield return current;
                }

                current = new MarkdownSection(heading, SiteMarkdown.TakeAnchor(heading), []);
            }
            else
            {
                current!.Blocks.Add(block);
            }
        }

        if (current is not null)
        {
            yield return current;
        }
    }
}

/// <summary>The blocks under one <c>##</c>.</summary>
internal sealed record MarkdownSection(HeadingBlock Heading, string? Anchor, List<Block> Blocks)
{
    public string Title => MarkdownParts.PlainText(Heading);
}
