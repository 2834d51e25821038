using Markdig.Extensions.CustomContainers;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace OptOutGuide.Content;

/// <summary>A Markdown file that was read but whose references are not yet resolved.</summary>
/// <param name="Slug">The file's name without its ending: the last part of its address.</param>
/// <param name="BodyLine">Lines of the file before the Markdown begins.</param>
/// <param name="Sections">The blocks under each <c>##</c>, with its anchor.</param>
internal sealed record Draft(
    string File,
    PageKind Kind,
    string Language,
    string Slug,
    string Id,
    YamlMap Head,
    int BodyLine,
    IReadOnlyList<Block> Opening,
    IReadOnlyList<DraftSection> Sections)
{
    private static readonly string[] KnownBoxes = ["see", "else", "note", "copy", "limits"];

    public bool HasAnchor(string anchor) => Sections.Any(section => section.Anchor == anchor);

    public IEnumerable<Block> Blocks => [.. Opening, .. Sections.SelectMany(section => section.Blocks.Prepend(section.Heading))];

    /// <summary>Reads a file's head and Markdown; null, with a problem, where it has no readable head.</summary>
    public static Draft? Read(string file, PageKind kind, string language, string text, ProblemList problems)
    {
        var lines = text.ReplaceLineEndings("\n").Split('\n');
        var end = lines[0] == "---" ? Array.IndexOf(lines, "---", 1) : -1;
        if (end < 0)
        {
            problems.Error(file, 1, "the head is missing; start the file with --- , its fields, and --- again");
            return null;
        }

        if (YamlMap.ReadMap(string.Join('\n', lines[1..end]), file, 1, problems) is not { } head)
        {
            return null;
        }

        var body = ContentMarkdown.Parse(string.Join('\n', lines[(end + 1)..]));
        RefuseUnsafe(body, file, end + 1, problems);
        var opening = body.TakeWhile(block => block is not HeadingBlock { Level: 2 }).ToArray();
        var draft = new Draft(file, kind, language, Path.GetFileNameWithoutExtension(file), head.Text("id"), head, end + 1,
            opening, [.. ReadSections(body.Skip(opening.Length))]);
        draft.CheckAnchors(problems);
        return draft;
    }

    public IEnumerable<T> Inlines<T>() where T : Inline => Blocks.SelectMany(Inlines<T>);

    /// <summary>Line in the file of something in its Markdown.</summary>
    public int LineOf(MarkdownObject part) => BodyLine + part.Line + 1;

    /// <summary>Reports every reference that leads nowhere.</summary>
    public void CheckReferences(
        ProblemList problems,
        IReadOnlyDictionary<string, OutsideLink> links,
        IReadOnlyDictionary<string, Source> sources,
        SiteMap siteMap,
        ILookup<(string Language, string Id), Draft> drafts)
    {
        foreach (var note in Inlines<NoteInline>().Where(note => !sources.ContainsKey(note.SourceId)))
        {
            problems.Error(File, LineOf(note), $"source \"{note.SourceId}\" is not in content/sources.yml; correct the id or add the source");
        }

        foreach (var link in Inlines<LinkInline>())
        {
            if (Fault(link.Url ?? "") is { } fault)
            {
                problems.Error(File, LineOf(link), fault);
            }
        }

        string? Fault(string target) => target.Split(':', 2) switch
        {
            ["link", var id] => links.ContainsKey(id) ? null : $"link \"{id}\" is not in content/links.yml; correct the id or add the link",
            ["page", _] => PageFault(PageReferences.SplitPage(target)),
            [['#', .. var anchor]] => HasAnchor(anchor) ? null : $"this page has no anchor \"{anchor}\"; correct it",
            _ => $"\"{target}\" is a bare address; put it in content/links.yml and write link:its-id",
        };

        string? PageFault((string Id, string? Anchor) page)
        {
            if (siteMap.FindNamed(page.Id, Language) is null)
            {
                return $"there is no page \"{page.Id}\" in this language; correct the id or write the page";
            }

            return page.Anchor is null || drafts[(Language, page.Id)].Any(draft => draft.Kind is not PageKind.GuideEasy && draft.HasAnchor(page.Anchor))
                ? null
                : $"page \"{page.Id}\" has no anchor \"{page.Anchor}\"; correct it";
        }
    }

    public static IEnumerable<T> Inlines<T>(Block block) where T : Inline => block switch
    {
        LeafBlock { Inline: { } inline } => inline.Descendants<T>(),
        ContainerBlock container => container.SelectMany(Inlines<T>),
        _ => [],
    };

    private static IEnumerable<DraftSection> ReadSections(IEnumerable<Block> blocks)
    {
        DraftSection? current = null;
        foreach (var block in blocks)
        {
            if (block is HeadingBlock { Level: 2 } heading)
            {
                if (current is not null)
                {
                    yield return current;
                }

                current = new DraftSection(heading, ContentMarkdown.TakeAnchor(heading), []);
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

    private static void RefuseUnsafe(MarkdownDocument body, string file, int bodyLine, ProblemList problems)
    {
        foreach (var part in body.Descendants())
        {
            if (Fault(part) is { } fault)
            {
                problems.Error(file, bodyLine + part.Line + 1, fault);
            }
        }

        static string? Fault(MarkdownObject part) => part switch
        {
            HtmlBlock or HtmlInline => "HTML is not allowed; write it as Markdown",
            AutolinkInline => "bare addresses are not allowed; put it in content/links.yml and write [words](link:its-id)",
            LinkInline { IsImage: true } => "pictures are not allowed in the text; remove it",
            HeadingBlock { Level: 1 } => "\"#\" is the page's title, which stands in the head; use \"##\"",
            CustomContainer { Info: var name } when !KnownBoxes.Contains(name) && !Article.IsEmbed(name) =>
                $"there is no box \"::: {name}\"; use one of {string.Join(", ", KnownBoxes)}",
            _ => null,
        };
    }

    private void CheckAnchors(ProblemList problems)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var section in Sections)
        {
            if (section.Anchor is null)
            {
                problems.Error(File, LineOf(section.Heading), "this heading has no anchor; end it with {#a-short-name}");
            }
            else if (!seen.Add(section.Anchor))
            {
                problems.Error(File, LineOf(section.Heading), $"the anchor \"{section.Anchor}\" is used twice on this page; change one");
            }
        }
    }
}

/// <summary>What stands under one <c>##</c>.</summary>
internal sealed record DraftSection(HeadingBlock Heading, string? Anchor, List<Block> Blocks)
{
    public string Title => ContentMarkdown.PlainText(Heading);
}
