namespace OptOutGuide.Content;

/// <summary>All content, read and checked as a whole.</summary>
/// <param name="Languages">The default first.</param>
public sealed record SiteContent(
    IReadOnlyList<Language> Languages,
    ServiceCatalog Services,
    IReadOnlyDictionary<string, OutsideLink> Links,
    IReadOnlyDictionary<string, Source> Sources,
    IReadOnlyList<Deadline> Deadlines,
    IReadOnlyList<Guide> Guides,
    IReadOnlyList<Article> Articles,
    IReadOnlyList<TimelineEvent> Timeline,
    IReadOnlyList<SupervisoryAuthority> Authorities,
    IReadOnlyList<SiteChange> Changes,
    SiteMap SiteMap)
{
    /// <summary>Who runs this copy of the site.</summary>
    public HostProfile Host { get; init; } = HostProfile.None;

    /// <summary>The languages that pages are written in: those of the site, and the one that stands in where these lack a page.</summary>
    public required IReadOnlyList<Language> TextLanguages { get; init; }

    /// <summary>Not true while only the languages that come first were read (<see cref="CheckedContent"/>); the site map and the names of the others are there.</summary>
    public bool IsWhole => Languages.All(language => IsRead(language.Code));

    /// <summary>Whether a page can be rendered, which a page in a language that is not read yet cannot.</summary>
    public bool CanRender(SitePage page) => IsRead(page.Language) && IsRead(page.WrittenIn);

    public bool IsRead(string language) => TextLanguages.Any(read => read.Code == language);

    /// <summary>The language of a page's text, which may be one that the site does not offer.</summary>
    public Language TextLanguage(SitePage page) => TextLanguages.First(language => language.Code == page.WrittenIn);

    public Language? FindLanguage(string code) => Languages.FirstOrDefault(language => language.Code == code);

    public IEnumerable<Guide> GuidesIn(Language language) =>
        Guides.Where(guide => guide.Language == language.Code).OrderBy(guide => guide.FrontMatter.Order);

    /// <summary>Sorted by the name of the country in the reader's language.</summary>
    public IEnumerable<SupervisoryAuthority> AuthoritiesIn(Language language) =>
        Authorities.OrderBy(authority => authority.CountryName.In(language), StringComparer.Create(language.Culture, ignoreCase: true));

    public Guide Guide(SitePage page) => Guides.First(guide => guide.Id == page.GuideId && guide.Language == page.Language);

    public Article Article(SitePage page) => Articles.First(article => article.Kind == ArticleKinds.Of(page.Kind) && article.Id == page.Id && article.Language == page.Language);

    public IEnumerable<Article> ArticlesIn(Language language, PageKind kind) =>
        Articles.Where(article => article.Language == language.Code && article.Kind == ArticleKinds.Of(kind)).OrderBy(article => article.FrontMatter.Order);

    /// <summary>Null for a page that is not made of a Markdown file.</summary>
    public PageFrontMatter? FrontMatter(SitePage page) => page.Kind switch
    {
        PageKind.Guide or PageKind.Step => Guide(page).FrontMatter,
        PageKind.Article or PageKind.Text or PageKind.GuideEasy => Article(page).FrontMatter,
        _ => null,
    };

    /// <summary>When a page was last checked against its sources; null for one that has none.</summary>
    public Review? Review(SitePage page) => FrontMatter(page)?.Review;

    /// <summary>When the original of a translated page was reviewed; null for an original, and where the site does not have it.</summary>
    public Review? OriginalReview(SitePage page) =>
        Original(page) is { } original && original.Language != page.WrittenIn ? Review(original) : null;

    /// <summary>The version of a page that the others are translations of; null where the site does not have it.</summary>
    internal SitePage? Original(SitePage page) => PageFrontMatter.OriginalOf([.. SiteMap.Translations(page).Where(CanRender)], FrontMatter);

    /// <summary>The law of a country; the GDPR where it is not known.</summary>
    public Law LawOf(string? country) => Authorities.FirstOrDefault(authority => authority.Country == country)?.Law ?? Law.Gdpr;

    /// <summary>A ready text under each law that it was written for, the GDPR first.</summary>
    public IEnumerable<Article> Letters(string id, Language language) =>
        ArticlesIn(language, PageKind.Text).Where(text => text.LetterId == id).OrderBy(text => text.Law);

    /// <summary>The ready text for somebody who objects under a law; that under the GDPR where there is no other.</summary>
    public Article? Letter(string id, Law law, Language language)
    {
        Article[] letters = [.. Letters(id, language)];
        return Array.Find(letters, letter => letter.Law == law) ?? letters.FirstOrDefault();
    }

    /// <summary>What readers of a language are offered: a host's guide may be for another language alone.</summary>
    public IEnumerable<Service> ServicesIn(Language language) => Services.All.Where(service => GuideFor(service, language) is not null);

    /// <summary>The guide that says how to make an objection for a service.</summary>
    public Guide? GuideFor(Service service, Language language) => GuidesIn(language).FirstOrDefault(guide => guide.FrontMatter.Services.Contains(service));
}
