namespace OptOutGuide.Shell;

/// <summary>What a page is drawn from: which page, in which language, when, and under which address.</summary>
/// <param name="BaseAddress">Scheme and host of absolute addresses, with a slash at its end.</param>
/// <param name="Host">What the host of this copy of the site has set.</param>
/// <param name="Query">The list in the address; empty on pages that have none.</param>
/// <param name="Answers">The answers in the address.</param>
/// <param name="People">How many people a workshop is prepared for.</param>
/// <param name="IsInMetaApp">The page is open in the browser inside Facebook, Instagram or Messenger.</param>
public sealed record Visit(SitePage Page, Language Language, SiteContent Content, DateTimeOffset Now, Uri BaseAddress, SiteOptions Host, ChecklistRequest Query, Answers Answers, int People, bool IsInMetaApp)
{
    public Words Words => Language.Words;

    public DateOnly Today => DateOnly.FromDateTime(Now.DateTime);

    /// <summary>The address of another page of the same language.</summary>
    public string Path(PageKind kind, string id) => Content.SiteMap.Find(kind, id, Language.Code)?.Path ?? $"/{Language.Code}/";

    /// <summary>A page that content names by its id, with its title; the home page where a host's own content lacks it.</summary>
    public (string Path, string Title) Named(string id)
    {
        var page = Content.SiteMap.FindNamed(id, Language.Code) ?? Content.SiteMap.FindNamed("home", Language.Code)!;
        return (page.Path, Content.TitleOf(page));
    }

    /// <summary>A section that the site's own parts lead to, with its title; its page where the page's head names no such section.</summary>
    public (string Path, string Title) Named(NamedSection section)
    {
        var page = Named(NamedPage.Of(section));
        var article = Content.ArticlesIn(Language, PageKind.Article).FirstOrDefault(article => article.Id == NamedPage.Of(section));
        return article?.NamedSections.TryGetValue(section, out var anchor) is true
            ? ($"{page.Path}#{anchor}", article.Sections.First(candidate => candidate.Id == anchor).Title)
            : page;
    }

    /// <summary>The list page, with this list in its address.</summary>
    public string ListPath(Checklist list, PageKind kind = PageKind.List) =>
        Path(kind, "list") + (list.IsEmpty ? "" : $"?l={ChecklistCodec.Encode(list)}");

    /// <summary>The address of a page with what that of this one says, put in our own words: the list or the answers.</summary>
    public string Address(SitePage page) =>
        page.Path + (Query.List.IsEmpty ? Answers.ToQuery() : $"?l={ChecklistCodec.Encode(Query.List)}");

    public Uri Absolute(string path) => new(BaseAddress, path);
}
