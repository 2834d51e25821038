namespace OptOutGuide.Content.Markdown;

/// <summary>
/// Resolves the links and source notes of one page while its Markdown is rendered, and collects those used. An unknown target
/// is a problem with its line.
/// </summary>
/// <param name="isForStepPages">For the pages of single steps: without notes, and a link to a guide's step leads to the step's page.</param>
internal sealed class LinkResolver(MarkdownFile file, LinkTargets targets, ProblemList problems, bool isForStepPages = false)
{
    private readonly List<Source> _notes = [];
    private readonly List<OutsideLink> _usedLinks = [];
    private readonly List<ContentLink> _resolved = [];

    public bool ShowsNotes => !isForStepPages;

    /// <summary>Code of the language of the readers, which may be another than that of the text.</summary>
    public string ReaderLanguage => targets.ReaderLanguage;

    public BoxTexts Boxes => targets.Words.Texts<BoxTexts>();

    /// <summary>The sources noted so far, in the order of their first note.</summary>
    public IReadOnlyList<Source> Notes => _notes;

    /// <summary>The outside links used so far, in the order of their first use.</summary>
    public IReadOnlyList<OutsideLink> UsedLinks => _usedLinks;

    /// <summary>Every link to another page so far, in reading order.</summary>
    public IReadOnlyList<ContentLink> Resolved => _resolved;

    /// <summary>The number of the note to a source, from 1; the same source keeps its number on a page.</summary>
    public int NumberOf(string sourceId, int line)
    {
        if (targets.Sources.GetValueOrDefault(sourceId) is not { } source)
        {
            problems.Error(file.File, line, $"source \"{sourceId}\" is not in content/sources.yml; correct the id or add the source");
            return 0;
        }

        if (!_notes.Contains(source))
        {
            _notes.Add(source);
        }

        return _notes.IndexOf(source) + 1;
    }

    public string NoteLabel(int number) => targets.Words.Format(targets.Words.Texts<NoteTexts>().NoteLabel, number);

    /// <summary>An outside link by its id; null, with a problem, where there is none.</summary>
    public OutsideLink? FindLink(string id, int line)
    {
        if (targets.Links.GetValueOrDefault(id) is { } link)
        {
            return link;
        }

        problems.Error(file.File, line, $"link \"{id}\" is not in content/links.yml; correct the id or add the link");
        return null;
    }

    /// <summary>Resolves a link, and reports words on it that name another site than the one it leads to.</summary>
    /// <param name="text">The words of the link.</param>
    public LinkTarget Resolve(string? target, string text, int line)
    {
        var resolved = Resolve(target, line);
        if (resolved.Address.Length > 0 && OutsideAddress.OtherSite(text, resolved.OutsideLink?.Url.Host) is { } site)
        {
            problems.Error(file.File, line, $"the words name {site}, the link leads elsewhere; make them agree");
        }

        if (resolved.Address is [not '#', ..])
        {
            _resolved.Add(new(text, resolved.Address, resolved.OutsideLink));
        }

        return resolved;
    }

    /// <summary>Resolves the target of a link: <c>link:id</c>, <c>page:id</c>, <c>page:id#anchor</c>, <c>#anchor</c> or
    /// <c>lang:de</c>.</summary>
    private LinkTarget Resolve(string? target, int line)
    {
        switch ((target ?? "").Split(':', 2))
        {
            case ["link", var id]:
                var link = FindLink(id, line);
                if (link is not null && !_usedLinks.Contains(link))
                {
                    _usedLinks.Add(link);
                }

                return new(link?.Url.AbsoluteUri ?? "", OutsideLink: link);
            case ["lang", [>= 'a' and <= 'z', >= 'a' and <= 'z'] language]:
                return new("", ForeignLanguage: language);
            case ["lang", _]:
                return Unknown($"\"{target}\" names no language; write its two letters, such as lang:de");
            case ["page", var page]:
                var parts = page.Split('#', 2);
                return ResolvePage(parts[0], parts.Length > 1 ? parts[1] : null, line);
            case [['#', .. var anchor]]:
                return file.HasAnchor(anchor) ? new(target!) : Unknown($"this page has no anchor \"{anchor}\"; correct it");
            case ["mailto" or "tel", _]:
                return Unknown($"\"{target}\" is for the imprint and the contact of host.yml; write it there");
            default:
                return Unknown($"\"{target}\" is a bare address; put it in content/links.yml and write link:its-id");
        }

        LinkTarget Unknown(string error)
        {
            problems.Error(file.File, line, error);
            return new("");
        }
    }

    /// <summary>Reports a page id of the front matter that no page has.</summary>
    public void CheckNext(string? id)
    {
        if (id is not null && !targets.SwitchedOff.Contains(id) && targets.Find(id) is null)
        {
            file.Fields.Error("next", $"there is no page \"{id}\" in this language; correct the id or remove the field");
        }
    }

    private LinkTarget ResolvePage(string id, string? anchor, int line)
    {
        if (targets.SwitchedOff.Contains(id))
        {
            return new("", IsSwitchedOff: true);
        }

        if (targets.Find(id) is not { } page)
        {
            problems.Error(file.File, line, $"there is no page \"{id}\" in this language; correct the id or write the page");
            return new("");
        }

        if (anchor is null)
        {
            return new(page.Shown.Path);
        }

        var position = Array.IndexOf(targets.AnchorsOf(page.Named), anchor);
        if (position < 0)
        {
            problems.Error(file.File, line, $"page \"{id}\" has no anchor \"{anchor}\"; correct it");
        }

        return isForStepPages && targets.SiteMap.Find(PageKind.Step, SitePage.StepId(id, position + 1), page.Shown.Language) is { } step
            ? new(step.Path)
            : new(page.Shown.Path + (targets.AnchorsOf(page.Shown).ElementAtOrDefault(position) is { } shown ? $"#{shown}" : ""));
    }
}

/// <param name="Address">Empty for words that are not a link, and for an unknown target.</param>
/// <param name="ForeignLanguage">The language of words that are not a link.</param>
internal sealed record LinkTarget(string Address, OutsideLink? OutsideLink = null, string? ForeignLanguage = null, bool IsSwitchedOff = false);
