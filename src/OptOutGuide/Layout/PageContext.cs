using System.Globalization;
using OptOutGuide.Checklists;
using OptOutGuide.Configuration;

namespace OptOutGuide.Layout;

/// <summary>What every component of a page may need: which page, in which language, when, and under which address.</summary>
/// <param name="Now">In the time zone of the site's visitors.</param>
/// <param name="BaseAddress">Scheme and host of absolute addresses, with a slash at its end.</param>
/// <param name="Options">The settings of this copy of the site.</param>
/// <param name="Query">The query of the page's address in canonical form, with its question mark: a list, answers, or empty.</param>
/// <param name="IsInAppBrowser">The page is open in the browser inside Facebook, Instagram, Messenger or Threads.</param>
public sealed record PageContext(SitePage Page, Language Language, SiteContent Content, DateTimeOffset Now, Uri BaseAddress, SiteOptions Options, string Query, bool IsInAppBrowser)
{
    /// <summary>The list that the address brought along, for those whose browser keeps none.</summary>
    public Checklist List { get; init; } = Checklist.Empty;

    /// <summary>Id of the person of that list for whom the visitor goes on.</summary>
    public int Person { get; init; }

    /// <summary>The answers to the questions that the address brought along, as its query; empty where there are none.</summary>
    public string AnswersQuery { get; init; } = "";

    /// <summary>Who runs this copy of the site.</summary>
    public HostProfile Host => Content.Host;

    /// <summary>A demonstration copy without a publisher; its pages say so.</summary>
    public bool IsDemo => Options.Demo || Host.IsDemo;

    /// <summary>On paper: who publishes the site, or that nobody does; null where nothing is known.</summary>
    public string? PublishedBy =>
        IsDemo ? Texts<HostTexts>().Demo : Host.Publisher is { } publisher ? Language.Format(Texts<HostTexts>().PublishedBy, publisher) : null;

    /// <summary>Where visitors may report that a step has changed; null for nowhere.</summary>
    public string? ReportEmail => Host.Contact ?? Options.ReportEmail;

    public DateOnly Today => DateOnly.FromDateTime(Now.DateTime);

    /// <summary>The texts of one part of the site.</summary>
    public T Texts<T>() where T : class, ITexts => Language.Texts<T>();

    /// <summary>This context with the language of the page's text, which is another one where there is no translation. Links keep the language of the page.</summary>
    public PageContext ForText => Page.IsFallback ? this with { Language = Content.TextLanguage(Page) } : this;

    /// <summary>The address of another page of the same language.</summary>
    public string Path(PageKind kind, string id) => Content.SiteMap.Find(kind, id, Page.Language)?.Path ?? $"/{Page.Language}/";

    /// <summary>A page that content names by its id, with its title; the home page where a host's own content lacks it.</summary>
    public (string Path, string Title) Named(string id)
    {
        var page = Content.SiteMap.FindNamed(id, Page.Language) ?? Content.SiteMap.FindNamed("home", Page.Language)!;
        return (page.Path, TitleOf(page));
    }

    /// <summary>A section that the site's own parts lead to, with its title; its page where the front matter names no such section.</summary>
    public (string Path, string Title) Named(NamedSection section)
    {
        var named = Named(WellKnownPages.Of(section));
        return Content.SiteMap.Find(PageKind.Article, WellKnownPages.Of(section), Page.Language) is { } page
            && Content.Article(page).FrontMatter.NamedSections.TryGetValue(section, out var anchor)
            && Content.Article(InTextLanguage(page)) is var words
            && words.FrontMatter.NamedSections.TryGetValue(section, out var own)
            ? ($"{page.Path}#{anchor}", words.Sections.First(candidate => candidate.Id == own).Title)
            : named;
    }

    /// <summary>The title of a page that content names by its id.</summary>
    public string TitleOf(SitePage page) => page.Kind switch
    {
        PageKind.Guide => Content.Guide(InTextLanguage(page)).Title,
        PageKind.Step => Content.Guide(InTextLanguage(page)).Steps[page.Step - 1].Title,
        PageKind.Home => Texts<SiteTexts>().Title,
        PageKind.Questions => Texts<IntroductionTexts>().Start,
        PageKind.List => Texts<ListNameTexts>().Title,
        PageKind.Workshop => Texts<WorkshopNameTexts>().Title,
        PageKind.Embed => Texts<EmbedNameTexts>().Title,
        _ => Content.Article(InTextLanguage(page)).Title,
    };

    /// <summary>The same page in the language of the texts.</summary>
    private SitePage InTextLanguage(SitePage page) => Content.SiteMap.Find(page.Kind, page.Id, Language.Code) ?? page;

    /// <summary>The list page, with this list in its address.</summary>
    public string ListPath(Checklist list) => Path(PageKind.List, "list") + ListQuery(list);

    /// <summary>The list page with this list and its length, for an address that is kept or sent: one that was cut short is refused.</summary>
    public Uri ListAddressWithLength(Checklist list) => Absolute($"{Path(PageKind.List, "list")}?l={ChecklistCodec.EncodeWithLength(list)}");

    /// <summary>A page on the way from the home page to the list, with the list of this page's address.</summary>
    /// <param name="address">Of this site, with or without a query and an anchor.</param>
    public string PathWithList(string address)
    {
        if (List.IsEmpty)
        {
            return address;
        }

        var (path, anchor) = address.Split('#', 2) is [var before, var after] ? (before, "#" + after) : (address, "");
        return $"{path}{(path.Contains('?', StringComparison.Ordinal) ? '&' : '?')}{ListQuery(List, Person)[1..]}{anchor}";
    }

    public string PathWithList(PageKind kind, string id) => PathWithList(Path(kind, id));

    /// <param name="number">Of the step, from 1.</param>
    public string StepPath(Guide guide, int number) => PathWithList(PageKind.Step, SitePage.StepId(guide.Id, number));

    /// <summary>The list of this device, or else the one in this page's address.</summary>
    public string MyListPath => List.IsEmpty ? Path(PageKind.List, "list") : PathWithList(Path(PageKind.List, "list") + "?here=");

    /// <summary>The same with a guide's services marked.</summary>
    public string MyListPathWith(ProgressState state, IEnumerable<Service> services) =>
        PathWithList($"{Path(PageKind.List, "list")}?here={new ChecklistOperation.MarkServices(new(Person), state, new([.. services]))}");

    /// <summary>A page with what the address of this one says.</summary>
    public string Address(SitePage page) => page.Path + Query;

    public Uri Absolute(string path) => new(BaseAddress, path);

    /// <summary>A list as the query of an address; empty for an empty list.</summary>
    /// <param name="person">Id of the person for whom the visitor goes on; the first one is left out.</param>
    public static string ListQuery(Checklist list, int person = 0) => list.IsEmpty
        ? ""
        : string.Create(CultureInfo.InvariantCulture, $"?l={ChecklistCodec.Encode(list)}{(person > 0 ? $"&who={person}" : "")}");
}
