namespace OptOutGuide.Content;

/// <summary>What one page's Markdown may point to, and the notes it has pointed to so far.</summary>
internal sealed class PageReferences(
    Language language,
    SiteMap siteMap,
    IReadOnlyDictionary<string, OutsideLink> links,
    IReadOnlyDictionary<string, Source> sources)
{
    private readonly List<Source> _notes = [];
    private readonly List<OutsideLink> _usedLinks = [];

    public Words Words => language.Words;

    /// <summary>The sources noted so far, in the order of their first note.</summary>
    public IReadOnlyList<Source> Notes => _notes;

    /// <summary>The number of the note to a source, from 1; the same source keeps its number on a page.</summary>
    public int NumberOf(string sourceId)
    {
        var source = sources[sourceId];
        if (!_notes.Contains(source))
        {
            _notes.Add(source);
        }

        return _notes.IndexOf(source) + 1;
    }

    /// <summary>The outside links met so far, in the order of their first use.</summary>
    public IReadOnlyList<OutsideLink> UsedLinks => _usedLinks;

    public string NoteLabel(int number) => language.Say(Words.Sources.NoteLabel, number);

    public OutsideLink? OutsideLink(string? target)
    {
        var link = target?.StartsWith("link:", StringComparison.Ordinal) is true ? links.GetValueOrDefault(target["link:".Length..]) : null;
        if (link is not null && !_usedLinks.Contains(link))
        {
            _usedLinks.Add(link);
        }

        return link;
    }

    /// <summary>The address on this site that <c>page:id</c>, <c>page:id#anchor</c> or <c>#anchor</c> stands for.</summary>
    public string Path(string? target)
    {
        if (target?.StartsWith("page:", StringComparison.Ordinal) is not true)
        {
            return target ?? "";
        }

        var (id, anchor) = SplitPage(target);
        return siteMap.FindNamed(id, language.Code)?.Path + (anchor is null ? "" : $"#{anchor}");
    }

    /// <summary>The language of the words of <c>[words](lang:de)</c>, which are no link; null where it is not of that form.</summary>
    public static string? ForeignLanguage(string? target) => target is ['l', 'a', 'n', 'g', ':', >= 'a' and <= 'z', >= 'a' and <= 'z'] ? target[5..] : null;

    /// <summary>The parts of <c>page:id#anchor</c>.</summary>
    public static (string Id, string? Anchor) SplitPage(string target)
    {
        var parts = target["page:".Length..].Split('#', 2);
        return (parts[0], parts.Length > 1 ? parts[1] : null);
    }
}
