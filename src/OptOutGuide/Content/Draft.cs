using Markdig.Extensions.CustomContainers;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace OptOutGuide.Content;

/// <summary>A Markdown file that was read but whose references are not yet resolved.</summary>
/// <param name="Slug">The file's name without its ending: the last part of its address.</param>
/// <param name="BodyLine">Lines of the file before the Markdown begins.</param>
/// <param name="HeadLines">Fields of the head that are Markdown too, each with its line.</param>
/// <param name="Sections">The blocks under each <c>##</c>, with its anchor.</param>
internal sealed record Draft(
    string File,
    PageKind Kind,
    string Language,
    string Slug,
    string Id,
    YamlMap Head,
    int BodyLine,
    IReadOnlyList<(MarkdownDocument Text, int Line)> HeadLines,
    MarkdownDocument Body,
    IReadOnlyList<Block> Opening,
    IReadOnlyList<DraftSection> Sections)
{
    /// <summary>Every part of the file, with its line. Kept, since walking through Markdown takes as long as reading it.</summary>
    private readonly (MarkdownObject Part, int Line)[] _parts =
    [
        .. HeadLines.SelectMany(head => head.Text.Descendants().Select(part => (part, head.Line))),
        .. Body.Descendants().Select(part => (part, BodyLine + part.Line + 1)),
    ];

    /// <summary>Every text of ours in the body; what is quoted to be copied is somebody else's.</summary>
    public IEnumerable<LeafBlock> OwnBlocks => Body.SelectMany(Own);

    public bool HasAnchor(string anchor) => Sections.Any(section => section.Anchor == anchor);

    /// <summary>Every part of some kind in the file, with its line.</summary>
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

    /// <summary>Reads a file's head and Markdown; null, with a problem, where it has no readable head.</summary>
    public static Draft? Read(string file, PageKind kind, string language, string text, ProblemList problems)
    {
        text = text.ReplaceLineEndings("\n");
        var end = EndOfHead(text);
        if (end < 0)
        {
            problems.Unreadable(file, 1, text == "---" || text.StartsWith("---\n", StringComparison.Ordinal)
                ? "the head does not end; write --- on a line of its own after the last field"
                : "the head is missing; start the file with --- , its fields, and --- again");
            return null;
        }

        if (YamlMap.ReadMap(text[Math.Min(4, end)..end], file, 1, problems) is not { } head)
        {
            return null;
        }

        var bodyLine = text.AsSpan(0, end + 1).Count('\n') + 1;
        var headLines = new List<(MarkdownDocument, int)>();
        foreach (var (markdown, line) in head.OptionalTextsWithLines("needs").Append((head.Has("who") ? head.Markdown("who") : "", head.LineOf("who"))))
        {
            var document = ReadMarkdown(markdown, file, line, problems);
            if (document is not ([] or [ParagraphBlock]))
            {
                problems.Error(file, line, $"\"{markdown}\" is more than one line of text; write it without the signs of a list, a heading or a box");
            }

            headLines.Add((document, line));
        }

        var body = ReadMarkdown(text[Math.Min(end + 5, text.Length)..], file, bodyLine + 1, problems);
        var opening = body.TakeWhile(block => block is not HeadingBlock { Level: 2 }).ToArray();
        var draft = new Draft(file, kind, language, Path.GetFileNameWithoutExtension(file), head.Text("id"), head, bodyLine,
            headLines, body, opening, [.. ReadSections(body.Skip(opening.Length))]);
        draft.RefuseUnsafe(problems);
        draft.CheckAnchors(problems);
        foreach (var screen in body.OfType<FencedCodeBlock>().Where(Screen.IsScreen))
        {
            draft.ReadScreen(screen, problems);
        }

        return draft;
    }

    /// <summary>Where the line end before the second <c>---</c> stands; -1 where the file has no whole head.</summary>
    private static int EndOfHead(string text)
    {
        if (!text.StartsWith("---\n", StringComparison.Ordinal))
        {
            return -1;
        }

        var end = text.IndexOf("\n---\n", 3, StringComparison.Ordinal);
        return end < 0 && text.Length > 6 && text.EndsWith("\n---", StringComparison.Ordinal) ? text.Length - 4 : end;
    }

    private static MarkdownDocument ReadMarkdown(string markdown, string file, int line, ProblemList problems)
    {
        if (!ContentMarkdown.TryParse(markdown, out var document))
        {
            problems.Unreadable(file, line, "boxes, lists or brackets stand in each other too often; close them");
        }

        return document;
    }

    /// <summary>Line in the file of something in its Markdown.</summary>
    public int LineOf(MarkdownObject part) => BodyLine + part.Line + 1;

    /// <summary>The picture that a block asks for; nothing is wrong with it once the file was read.</summary>
    public Screen ReadScreen(FencedCodeBlock block, ProblemList problems) => Screen.Read(block, File, LineOf(block), problems);

    /// <summary>Reports every reference that leads nowhere.</summary>
    public void CheckReferences(
        ProblemList problems,
        IReadOnlyDictionary<string, OutsideLink> links,
        IReadOnlyDictionary<string, Source> sources,
        SiteMap siteMap,
        ILookup<(string Language, string Id), Draft> drafts)
    {
        foreach (var (note, line) in Find<NoteInline>().Where(note => !sources.ContainsKey(note.Part.SourceId)))
        {
            problems.Error(File, line, $"source \"{note.SourceId}\" is not in content/sources.yml; correct the id or add the source");
        }

        if (Head.OptionalText("next") is { } next && siteMap.FindNamed(next, Language) is null)
        {
            Head.Error("next", $"there is no page \"{next}\" in this language; correct the id or remove the field");
        }

        foreach (var (link, line) in Find<LinkInline>())
        {
            var target = link.Url ?? "";
            if (Fault(target) is { } fault)
            {
                problems.Error(File, line, fault);
            }
            else if (OtherSite(target, ContentMarkdown.PlainText(link)) is { } site)
            {
                problems.Error(File, line, $"the words name {site}, the link leads elsewhere; make them agree");
            }
        }

        string? OtherSite(string target, string words) => target.Split(':', 2) switch
        {
            ["lang", _] => null,
            ["link", var id] => OutsideAddress.OtherSite(words, links[id].Url.Host),
            _ => OutsideAddress.OtherSite(words, null),
        };

        string? Fault(string target) => target.Split(':', 2) switch
        {
            ["link", var id] => links.ContainsKey(id) ? null : $"link \"{id}\" is not in content/links.yml; correct the id or add the link",
            ["lang", _] => PageReferences.ForeignLanguage(target) is null ? $"\"{target}\" names no language; write its two letters, such as lang:de" : null,
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

    private static IEnumerable<LeafBlock> Own(Block block) => block switch
    {
        CustomContainer { Info: "copy" } => [],
        LeafBlock leaf => [leaf],
        ContainerBlock container => container.SelectMany(Own),
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

    private void RefuseUnsafe(ProblemList problems)
    {
        foreach (var (part, line) in _parts)
        {
            if (UnsafeMarkup.Fault(part) is { } fault)
            {
                problems.Error(File, line, fault);
            }

            foreach (var (below, stray) in StrayMarkup.Faults(part))
            {
                problems.Error(File, line + below, stray);
            }
        }

        foreach (var definition in Body.Descendants<LinkReferenceDefinition>().Where(definition => !Find<LinkInline>().Any(link => link.Part.Reference == definition)))
        {
            problems.Error(File, LineOf(definition), $"\"[{definition.Label}]:\" would not be shown; write links where they stand, as [words](page:its-id)");
        }
    }

    private void CheckAnchors(ProblemList problems)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var section in Sections)
        {
            if (section.Anchor is null)
            {
                problems.Error(File, LineOf(section.Heading), section.Title.Contains("{#", StringComparison.Ordinal)
                    ? "this anchor is not understood; write it at the end, as {#a-short-name}, with small letters, digits and hyphens only"
                    : "this heading has no anchor; end it with {#a-short-name}");
            }
            else if (section.Anchor.StartsWith("page-", StringComparison.Ordinal) || section.Anchor.StartsWith("note-", StringComparison.Ordinal) || section.Anchor is "content")
            {
                problems.Error(File, LineOf(section.Heading), $"the anchor \"{section.Anchor}\" is one of the site's own; choose another");
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
