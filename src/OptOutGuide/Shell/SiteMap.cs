using System.Collections.Frozen;

namespace OptOutGuide.Shell;

public enum PageKind
{
    Home,
    Guide,
    GuidePrint,
    GuideShare,
    GuideEasy,
    Article,
    Text,
    Questions,
    Plan,
    List,
    ListPrint,
    ListShare,
    SiteShare,
    QuestionsShare,
    Poster,
    Workshop,

    /// <summary>Of no language's site map: for those who change the styles.</summary>
    Styles,
}

/// <summary>One page in one language.</summary>
/// <param name="Path">From the root, such as <c>/fr/guides/facebook</c>.</param>
/// <param name="Id">What the page is about, the same in every language: a guide's id, or the kind's own name.</param>
public sealed record SitePage(string Path, string Language, PageKind Kind, string Id)
{
    /// <summary>Worth finding in a search: not a sheet, not a way to send a page, not the end of a way.</summary>
    public bool IsForSearch => Kind is PageKind.Home or PageKind.Guide or PageKind.GuideEasy or PageKind.Article or PageKind.Text or PageKind.Questions or PageKind.List;

    /// <summary>Shows what its address asks for after the question mark: another query is another page.</summary>
    public bool DependsOnQuery => Kind is PageKind.List or PageKind.ListPrint or PageKind.ListShare or PageKind.Questions or PageKind.QuestionsShare or PageKind.Plan or PageKind.Workshop;
}

/// <summary>Every page of the site by its address; the one place where addresses are made.</summary>
public sealed class SiteMap
{
    private readonly FrozenDictionary<string, SitePage> _byPath;
    private readonly FrozenDictionary<(PageKind Kind, string Id, string Language), SitePage> _byId;

    public SiteMap(IEnumerable<SitePage> pages)
    {
        Pages = [.. pages];
        _byPath = Pages.DistinctBy(page => page.Path).ToFrozenDictionary(page => page.Path, StringComparer.Ordinal);
        _byId = Pages.DistinctBy(page => (page.Kind, page.Id, page.Language)).ToFrozenDictionary(page => (page.Kind, page.Id, page.Language));
    }

    public IReadOnlyList<SitePage> Pages { get; }

    public SitePage? Find(string path) => _byPath.GetValueOrDefault(path);

    public SitePage? Find(PageKind kind, string id, string language) => _byId.GetValueOrDefault((kind, id, language));

    /// <summary>A page that content names by its id alone: <c>page:list</c>, <c>page:facebook</c>.</summary>
    public SitePage? FindNamed(string id, string language) =>
        Find(PageKind.Guide, id, language) ?? Find(PageKind.Article, id, language) ?? Find(PageKind.Text, id, language) ?? id switch
        {
            "home" => Find(PageKind.Home, id, language),
            "questions" => Find(PageKind.Questions, id, language),
            "list" => Find(PageKind.List, id, language),
            _ => null,
        };

    /// <summary>The same page in the other languages that have it, itself included.</summary>
    public IEnumerable<SitePage> Translations(SitePage page) =>
        Pages.Where(other => other.Kind == page.Kind && other.Id == page.Id);

    /// <summary>The pages that exist in every language, whatever the content folder holds.</summary>
    public static IEnumerable<SitePage> FixedPages(string language, AddressWords words) =>
    [
        new($"/{language}/", language, PageKind.Home, "home"),
        new($"/{language}/{words.Share}", language, PageKind.SiteShare, "home"),
        new($"/{language}/{words.Poster}", language, PageKind.Poster, "poster"),
        new($"/{language}/{words.Workshop}", language, PageKind.Workshop, "workshop"),
        new($"/{language}/{words.Questions}", language, PageKind.Questions, "questions"),
        new($"/{language}/{words.Questions}/{words.Share}", language, PageKind.QuestionsShare, "questions"),
        new($"/{language}/{words.Plan}", language, PageKind.Plan, "plan"),
        new($"/{language}/{words.List}", language, PageKind.List, "list"),
        new($"/{language}/{words.List}/{words.Print}", language, PageKind.ListPrint, "list"),
        new($"/{language}/{words.List}/{words.Share}", language, PageKind.ListShare, "list"),
    ];

    public static IEnumerable<SitePage> GuidePages(string language, AddressWords words, string id, string slug) =>
    [
        new($"/{language}/{words.Guides}/{slug}", language, PageKind.Guide, id),
        new($"/{language}/{words.Guides}/{slug}/{words.Print}", language, PageKind.GuidePrint, id),
        new($"/{language}/{words.Guides}/{slug}/{words.Share}", language, PageKind.GuideShare, id),
    ];

    /// <summary>The address of a page of text: its kind decides in which part of the site it stands.</summary>
    /// <param name="guideSlug">The slug of the guide that an easy-to-read version belongs to.</param>
    public static SitePage ArticlePage(string language, AddressWords words, PageKind kind, string id, string slug, string? guideSlug) => new(
        kind switch
        {
            PageKind.GuideEasy => $"/{language}/{words.Guides}/{guideSlug}/{words.Easy}",
            PageKind.Text => $"/{language}/{words.Texts}/{slug}",
            _ => $"/{language}/{slug}",
        },
        language,
        kind,
        id);
}

/// <summary>Ids of the pages of content that the site's own parts lead to: the list, the plan, the reminders.</summary>
public static class NamedPage
{
    /// <summary>The pages that hold the sections to which the plan leads.</summary>
    public static string Of(NamedSection section) => section switch
    {
        NamedSection.Countries => Understand,
        NamedSection.Claims => Sources,
        _ => DidItWork,
    };

    public const string CheckAccountsCentre = "check-accounts-centre";
    public const string DidItWork = "did-it-work";
    public const string Complaint = "complaint";
    public const string NoAccount = "no-account";
    public const string ObjectionLetter = "objection-letter";
    public const string Reminder = "reminder";
    public const string RefusedOrSilent = "refused-or-silent";
    public const string Sources = "sources";
    public const string Understand = "understand";
    public const string WhatItChanges = "what-it-changes";
}

/// <summary>Sections that the site's own parts lead to; a page's head says which of its anchors they are.</summary>
public enum NamedSection
{
    /// <summary>What holds in which country.</summary>
    Countries,

    /// <summary>Where the home page, the questions, the plan and the list take their claims from.</summary>
    Claims,
    LostAccount,
    SeveralAccounts,
    ManagedPage,
}
