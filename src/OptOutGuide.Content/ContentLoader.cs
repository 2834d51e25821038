namespace OptOutGuide.Content;

/// <summary>Reads the content folders as a whole: valid content, or the problems that make it invalid.</summary>
public static class ContentLoader
{
    private static readonly PageKind[] PageKinds = [PageKind.Guide, PageKind.Article, PageKind.Text, PageKind.GuideEasy];

    /// <summary>Today in the earliest time zone, UTC+14, so that today's date of any editor is accepted.</summary>
    public static DateOnly LatestToday => DateOnly.FromDateTime(DateTime.UtcNow.AddHours(14));

    /// <param name="today">Nothing may be dated later; what is due for review by then is a warning.</param>
    /// <param name="texts">The records that the <c>site.yml</c> of each language must fill, beside those of this project.</param>
    /// <returns>No content where there is an error; warnings alone do not stop it.</returns>
    public static (SiteContent? Content, IReadOnlyList<ContentProblem> Problems) Load(ContentLayers folders, DateOnly today, IReadOnlyList<TextsType> texts)
    {
        var (parts, problems) = Read(folders, today, texts);
        return (parts?.Content, problems);
    }

    /// <summary>The table of every sentence that names a source (docs/claims.md); null where there is an error.</summary>
    public static (SiteContent? Content, string? Claims, IReadOnlyList<ContentProblem> Problems) LoadClaims(ContentLayers folders, DateOnly today, IReadOnlyList<TextsType> texts)
    {
        var (parts, problems) = Read(folders, today, texts);
        return (parts?.Content, parts is null ? null : ClaimsTable.Of(parts.Content.Languages, parts.Data, parts.Pages, parts.Content.SiteMap), problems);
    }

    private static (ContentParts? Parts, IReadOnlyList<ContentProblem> Problems) Read(ContentLayers folders, DateOnly today, IReadOnlyList<TextsType> texts)
    {
        var problems = new ProblemList();
        foreach (var (path, name) in folders.All.Where(folder => !Directory.Exists(folder.Path)))
        {
            problems.Error(name, 1, $"{(File.Exists(path) ? $"{path} is a file, not a folder" : $"the folder {path} does not exist")}; set {(folders.All.Count == 1 ? $"Site:ContentFolder to the folder that holds {LanguageList.File}" : "Site:ContentFolders to folders that exist, separated by \";\"")}");
        }

        if (problems.HasErrors)
        {
            return (null, problems.Sorted);
        }

        try
        {
            var trees = ContentTree.Read(folders, problems);
            // An incomplete folder is not read: what is missing would be reported as if it were wrong.
            return (problems.HasErrors ? null : Read(new ContentFolder(trees, today, problems), problems, today, texts), problems.Sorted);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // A folder; ContentFolder reports single files.
            problems.Error("content", 1, $"a folder cannot be read ({exception.Message}); put it back or correct its permissions");
            return (null, problems.Sorted);
        }
    }

    private static ContentParts? Read(ContentFolder folder, ProblemList problems, DateOnly today, IReadOnlyList<TextsType> texts)
    {
        string[] codes = [.. LanguageList.Read(folder, problems)];
        var host = new HostFile(folder, codes, problems);
        LanguageFiles[] files = [.. ParallelRead.All(codes, code => LanguageFiles.Read(folder, code, host, texts)).OfType<LanguageFiles>()];
        if (problems.HasErrors)
        {
            // Addresses are made of these texts: without them no link can be checked.
            return null;
        }

        Language[] languages = [.. files.Select(file => file.Language)];
        var data = DataFiles.Read(folder, [.. files.Select(file => file.Data)], problems, today);
        var pages = host.Kept([.. languages.SelectMany(language => PageKinds.SelectMany(kind => folder.Pages(language.Code, kind, data.Services)))]);
        foreach (var language in languages)
        {
            folder.CheckIgnored(language.Code, "this file is not read; pages end in .md and stand in guides, easy, pages or texts");
        }

        var siteMap = new SiteMap(languages.SelectMany(language => PagesOf(language, pages)));
        var (guides, articles) = Parse(pages, languages, siteMap, data, host.Profile, today, problems);
        AddressChecks.Check(pages, siteMap, problems);
        TranslationChecks.Check(pages, languages, problems);
        DataChecks.Check(pages, data, folder, host.Profile, guides, articles, siteMap, today, problems);
        ForbiddenWordsCheck.Check(folder.Texts, data.Forbidden, problems);
        return problems.HasErrors
            ? null
            : new ContentParts(new SiteContent(languages, data.Services, data.Links, data.Sources, data.Deadlines, guides, articles, data.Timeline, data.Authorities, data.Changes, siteMap) { Host = host.Profile }, data, pages);
    }

    /// <summary>Resolves and renders every page, and checks it; the guides and the articles keep their order.</summary>
    private static (IReadOnlyList<Guide> Guides, IReadOnlyList<Article> Articles) Parse(
        PageFile[] pages, IReadOnlyList<Language> languages, SiteMap siteMap, DataFiles data, HostProfile host, DateOnly today, ProblemList problems)
    {
        var anchors = pages.Where(page => page.Kind is not PageKind.GuideEasy)
            .SelectMany(page => page.Markdown.Sections, (page, section) => (page.Language, page.Id, section.Anchor ?? ""))
            .ToHashSet();
        var steps = pages.Where(page => page.Kind is PageKind.Guide)
            .SelectMany(page => page.Markdown.Sections.Select((section, index) => (Key: (page.Language, page.Id, section.Anchor ?? ""), Number: index + 1)))
            .DistinctBy(step => step.Key).ToDictionary(step => step.Key, step => step.Number);
        var targets = languages.ToDictionary(language => language.Code, language => new LinkTargets(language, siteMap, data.Links, data.Sources, anchors, steps) { SwitchedOff = host.SwitchedOff }, StringComparer.Ordinal);
        var parsed = ParallelRead.All(pages, object (PageFile page) =>
        {
            PageChecks.Check(page, today, problems);
            var links = new LinkResolver(page.Markdown, targets[page.Language], problems);
            return page.FrontMatter is GuideFrontMatter guide
                ? GuideParser.Parse(page.Markdown, guide, links, new LinkResolver(page.Markdown, targets[page.Language], new ProblemList(), isForStepPages: true), problems)
                : ArticleParser.Parse(page.Markdown, ArticleKinds.Of(page.Kind), (ArticleFrontMatter)page.FrontMatter, links, problems);
        });
        return ([.. parsed.OfType<Guide>()], [.. parsed.OfType<Article>()]);
    }

    private static IEnumerable<SitePage> PagesOf(Language language, IReadOnlyList<PageFile> pages)
    {
        var addresses = language.Texts<AddressTexts>();
        PageFile[] own = [.. pages.Where(page => page.Language == language.Code)];
        var guides = own.Where(page => page.Kind is PageKind.Guide).ToLookup(page => page.Id);
        return
        [
            .. SiteMap.Fixed(language.Code, addresses),
            .. guides.SelectMany(guide => SiteMap.OfGuide(language.Code, addresses, guide.Key, guide.First().Markdown.Slug, guide.First().Markdown.Sections.Count)),
            .. own.Where(page => page.Kind is not PageKind.Guide)
                .Select(page => SiteMap.OfArticle(language.Code, addresses, page.Kind, page.Id, page.Markdown.Slug, guides[page.Id].FirstOrDefault()?.Markdown.Slug)),
            .. own.Where(page => page.Kind is PageKind.GuideEasy)
                .Select(page => SiteMap.OfEasySheet(language.Code, addresses, page.Id, guides[page.Id].FirstOrDefault()?.Markdown.Slug)),
        ];
    }
}

/// <summary>Valid content with the files that it was made of.</summary>
internal sealed record ContentParts(SiteContent Content, DataFiles Data, IReadOnlyList<PageFile> Pages);
