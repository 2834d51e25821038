namespace OptOutGuide.Content.Markdown;

/// <summary>What the Markdown of a page may point to.</summary>
/// <param name="Words">The language of the text.</param>
/// <param name="ReaderLanguage">Code of the language of the readers, to whose pages the links lead.</param>
/// <param name="Anchors">The anchors of every page in their order, by its language and id. Links do not reach the easy versions.</param>
internal sealed record LinkTargets(
    Language Words,
    string ReaderLanguage,
    SiteMap SiteMap,
    IReadOnlyDictionary<string, OutsideLink> Links,
    IReadOnlyDictionary<string, Source> Sources,
    IReadOnlyDictionary<(string Language, string PageId), string[]> Anchors)
{
    /// <summary>Ids of the pages that the host left out: links to them are plain words.</summary>
    public IReadOnlySet<string> SwitchedOff { get; init; } = new HashSet<string>();

    /// <summary>The page that a text names by its id, in the language of the text, and the page that its readers get in theirs.</summary>
    public (SitePage Named, SitePage Shown)? Find(string id) =>
        SiteMap.FindNamed(id, Words.Code) is { } named ? (named, SiteMap.FindNamed(id, ReaderLanguage) ?? named) : null;

    /// <summary>The anchors of a page, those of the language that its text is in.</summary>
    public string[] AnchorsOf(SitePage page) => Anchors.GetValueOrDefault((page.WrittenIn, page.Id)) ?? [];
}
