using System.Collections.Frozen;
using System.Globalization;

namespace OptOutGuide.Content.Routing;

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
            "workshop" => Find(PageKind.Workshop, id, language),
            _ => null,
        };

    /// <summary>The same page for readers of each language, itself included.</summary>
    public IEnumerable<SitePage> Versions(SitePage page) => Pages.Where(other => other.Kind == page.Kind && other.Id == page.Id);

    /// <summary>The same page in each language that has it.</summary>
    public IEnumerable<SitePage> Translations(SitePage page) => Versions(page).Where(version => !version.IsFallback);

    /// <summary>The page itself or, of one in another language than its own, the page of that language where the site offers it.</summary>
    public SitePage Canonical(SitePage page) => page.IsFallback ? Find(page.Kind, page.Id, page.WrittenIn) ?? page : page;

    /// <summary>The path for <c>hreflang="x-default"</c>: of the home page "/", which chooses by the browser's languages; otherwise that of the first language that has the page.</summary>
    public string DefaultPath(SitePage page) => page.Kind is PageKind.Home ? "/" : (Translations(page).FirstOrDefault() ?? page).Path;

    /// <summary>The pages that exist in every language, whatever the content folder holds.</summary>
    public static IEnumerable<SitePage> Fixed(string language, AddressTexts words) =>
    [
        new($"/{language}/", language, PageKind.Home, "home"),
        new($"/{language}/{words.Share}", language, PageKind.SiteShare, "home"),
        new($"/{language}/{words.Poster}", language, PageKind.Poster, "poster"),
        new($"/{language}/{words.Workshop}", language, PageKind.Workshop, "workshop"),
        new($"/{language}/{words.Workshop}/{words.Print}", language, PageKind.WorkshopPrint, "workshop"),
        new($"/{language}/{words.Questions}", language, PageKind.Questions, "questions"),
        new($"/{language}/{words.Questions}/{words.Share}", language, PageKind.QuestionsShare, "questions"),
        new($"/{language}/{words.Plan}", language, PageKind.Plan, "plan"),
        new($"/{language}/{words.List}", language, PageKind.List, "list"),
        new($"/{language}/{words.List}/{words.Done}", language, PageKind.ListDone, "list"),
        new($"/{language}/{words.List}/{words.Print}", language, PageKind.ListPrint, "list"),
        new($"/{language}/{words.List}/{words.Share}", language, PageKind.ListShare, "list"),
        new($"/{language}/{words.Embed}", language, PageKind.Embed, "embed"),
        new($"/{language}/{words.Embed}/{words.Dates}", language, PageKind.DatesFrame, "embed"),
        new($"/{language}/{words.Embed}/{words.Services}", language, PageKind.ServicesFrame, "embed"),
    ];

    /// <summary>The pages of a guide: itself, one for each step, and those to print, share and embed.</summary>
    /// <param name="words">The segments, from <c>site.yml</c>.</param>
    /// <param name="slug">The name of the file without <c>.md</c>.</param>
    public static IEnumerable<SitePage> OfGuide(string language, AddressTexts words, string id, string slug, int steps) =>
    [
        new($"/{language}/{words.Guides}/{slug}", language, PageKind.Guide, id),
        .. Enumerable.Range(1, steps).Select(step => new SitePage(string.Create(CultureInfo.InvariantCulture, $"/{language}/{words.Guides}/{slug}/{step}"), language, PageKind.Step, SitePage.StepId(id, step))),
        new($"/{language}/{words.Guides}/{slug}/{words.Print}", language, PageKind.GuidePrint, id),
        new($"/{language}/{words.Guides}/{slug}/{words.Share}", language, PageKind.GuideShare, id),
        new($"/{language}/{words.Embed}/{words.Guides}/{slug}", language, PageKind.GuideFrame, id),
    ];

    /// <summary>The sheet of a guide's easy-to-read version.</summary>
    public static SitePage OfEasySheet(string language, AddressTexts words, string id, string? guideSlug) =>
        new($"/{language}/{words.Guides}/{guideSlug}/{words.Easy}/{words.Print}", language, PageKind.GuideEasyPrint, id);

    /// <summary>The address of a page of text: its kind decides the path.</summary>
    /// <param name="guideSlug">The slug of the guide that an easy-to-read version belongs to.</param>
    public static SitePage OfArticle(string language, AddressTexts words, PageKind kind, string id, string slug, string? guideSlug) => new(
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
