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
        var (result, problems) = LoadAll(folders, today, texts);
        return (result?.Content, problems);
    }

    /// <summary>The languages of checked content that come first, without checking again what pages have in common.</summary>
    /// <returns>Null where these cannot be read without the others.</returns>
    public static SiteContent? LoadFirst(ContentLayers folders, CheckedContent known, DateOnly today, IReadOnlyList<TextsType> texts)
    {
        var (result, problems) = LoadAll(folders, today, texts, known);
        return problems.Any(problem => problem.Severity is Severity.Error) ? null : result?.Content;
    }

    /// <summary>The table of every sentence that names a source (docs/claims.md); null where there is an error.</summary>
    public static (SiteContent? Content, string? Claims, IReadOnlyList<ContentProblem> Problems) LoadClaims(ContentLayers folders, DateOnly today, IReadOnlyList<TextsType> texts)
    {
        var (result, problems) = LoadAll(folders, today, texts);
        return (result?.Content, result?.Content is { } content ? ClaimsTable.Of(content.Languages, result.Data, result.Pages, content.SiteMap) : null, problems);
    }

    /// <summary>The table of what is translated; null where no language could be read.</summary>
    public static (SiteContent? Content, string? Coverage, IReadOnlyList<ContentProblem> Problems) LoadCoverage(ContentLayers folders, DateOnly today, IReadOnlyList<TextsType> texts)
    {
        var (result, problems) = LoadAll(folders, today, texts);
        return (result?.Content, result is null ? null : Coverage.Of(result.Pages, result.Languages), problems);
    }

    private static (LoadResult? Result, IReadOnlyList<ContentProblem> Problems) LoadAll(ContentLayers folders, DateOnly today, IReadOnlyList<TextsType> texts, CheckedContent? known = null)
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
            var trees = ContentTree.List(folders, problems);
            // An incomplete folder is not read: what is missing would be reported as if it were wrong.
            return (problems.HasErrors ? null : ReadAndRender(new MergedFolder(trees, today, problems), problems, today, texts, known), problems.Sorted);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // A folder; MergedFolder reports single files.
            problems.Error("content", 1, $"a folder cannot be read ({exception.Message}); put it back or correct its permissions");
            return (null, problems.Sorted);
        }
    }

    /// <summary>Reads every file, makes the addresses of all pages, then renders the pages, whose links need these, and checks them.</summary>
    /// <param name="known">Null to read and check everything. What a build has checked: only the languages that come first are read.</param>
    private static LoadResult? ReadAndRender(MergedFolder folder, ProblemList problems, DateOnly today, IReadOnlyList<TextsType> texts, CheckedContent? known)
    {
        string[] offered = [.. LanguageList.Read(folder, problems)];
        var host = new HostFile(folder, offered, problems);
        LanguageFiles[] files = [.. InParallel.Map([.. known?.First ?? offered.Concat(LanguageList.StandIn(folder, offered))], code => LanguageFiles.Read(folder, code, host, texts)).OfType<LanguageFiles>()];
        if (problems.HasErrors)
        {
            // Addresses are made of these texts: without them no link can be checked.
            return null;
        }

        Language[] textLanguages = [.. files.Select(file => file.Language)];
        Language[] languages = [.. textLanguages.Where(language => offered.Contains(language.Code))];
        var data = DataFiles.Read(folder, [.. files.Select(file => file.Data)], problems, today);
        var labels = new MetaLabelFiles(folder, data.Sources, today).Read(textLanguages);
        var pages = host.WithoutSwitchedOff([.. folder.Pages(textLanguages, PageKinds, data.Services, labels)]);
        foreach (var language in textLanguages)
        {
            folder.CheckIgnored(language.Code, "this file is not read; pages end in .md and stand in guides, easy, pages or texts");
        }

        // Each page for the readers of each language, in a foreign one where there is no translation.
        var versions = PageVersion.All(pages, languages);
        var siteMap = new SiteMap(known?.Pages ?? languages.SelectMany(language => PagesOf(language, versions)));
        var (guides, articles) = CheckAndRender(versions, pages, textLanguages, siteMap, data, host.Profile, today, problems);
        PageFile[] ownPages = [.. pages.Where(page => offered.Contains(page.Language))];
        // What a check has on file (check --record) is not checked again.
        if (known is null)
        {
            // Those that stand in for a missing translation say nothing new, and are not rendered yet.
            Article[] ownArticles = [.. articles.Where(article => article.ForeignLanguage is null)];
            AddressChecks.Check(ownPages, siteMap, problems);
            TranslationChecks.Check(ownPages, languages, problems);
            DataChecks.Check(ownPages, data, folder, host.Profile, guides, ownArticles, siteMap, today, problems);
            LabelChecks.CheckUnused([.. labels.Where(set => offered.Contains(set.Key))], guides, ownArticles, problems);
            ForbiddenWordsCheck.Check(folder.Texts, data.Forbidden, problems);
            FrenchSpacingCheck.Check(folder.Texts, problems);
        }

        var content = problems.HasErrors ? null : new SiteContent(known?.NamesOf(textLanguages) ?? languages, data.Services, data.Links, data.Sources, data.Deadlines, guides, articles, data.Timeline, data.Authorities, data.Changes, siteMap) { Host = host.Profile, TextLanguages = textLanguages };
        return new LoadResult(content, languages, data, ownPages);
    }

    /// <summary>Checks every page, and resolves and renders it for its readers; the guides and the articles keep their order.</summary>
    private static (IReadOnlyList<Guide> Guides, IReadOnlyList<Article> Articles) CheckAndRender(
        IReadOnlyList<PageVersion> versions, IReadOnlyList<PageFile> pages, IReadOnlyList<Language> languages, SiteMap siteMap, DataFiles data, HostProfile host, DateOnly today, ProblemList problems)
    {
        var words = languages.ToDictionary(language => language.Code, StringComparer.Ordinal);
        var anchors = pages.Where(page => page.Kind is not PageKind.GuideEasy).DistinctBy(page => (page.Language, page.Id))
            .ToDictionary(page => (page.Language, page.Id), page => page.Markdown.Sections.Select(section => section.Anchor ?? "").ToArray());
        var rendered = InParallel.Map([.. versions], object (PageVersion version) =>
        {
            var targets = new LinkTargets(words[version.File.Language], version.ReaderLanguage.Code, siteMap, data.Links, data.Sources, anchors) { SwitchedOff = host.SwitchedOff };
            if (version.IsFallback)
            {
                // What is wrong with a page is reported where it is in its own language.
                return RenderFallback(version.File, targets);
            }

            PageChecks.Check(version.File, today, problems);
            return Render(version.File, targets, problems);
        });
        return ([.. rendered.OfType<Guide>()], [.. rendered.OfType<Article>()]);
    }

    private static object Render(PageFile page, LinkTargets targets, ProblemList problems)
    {
        var links = new LinkResolver(page.Markdown, targets, problems);
        return page.FrontMatter is GuideFrontMatter guide
            ? GuideBuilder.Build(page.Markdown, guide, links, new LinkResolver(page.Markdown, targets, ProblemList.Unreported(), isForStepPages: true), problems)
            : ArticleBuilder.Build(page.Markdown, ArticleKinds.Of(page.Kind), (ArticleFrontMatter)page.FrontMatter, links, problems);
    }

    private static object RenderFallback(PageFile page, LinkTargets targets) => page.FrontMatter is ArticleFrontMatter article
        ? ArticleBuilder.BuildFallback(page.Markdown, ArticleKinds.Of(page.Kind), article, new LinkResolver(page.Markdown, targets, ProblemList.Unreported()))
        : Render(page, targets, ProblemList.Unreported());

    private static IEnumerable<SitePage> PagesOf(Language language, IReadOnlyList<PageVersion> versions)
    {
        var addresses = language.Texts<AddressTexts>();
        PageFile[] files = [.. versions.Where(version => version.ReaderLanguage.Code == language.Code).Select(version => version.File)];
        var guides = files.Where(page => page.Kind is PageKind.Guide).ToLookup(page => page.Id);
        return
        [
            .. SiteMap.Fixed(language.Code, addresses),
            .. guides.SelectMany(guide => SiteMap.OfGuide(language.Code, addresses, guide.Key, guide.First().Markdown.Slug, guide.First().Markdown.Sections.Count)
                .Select(page => page with { WrittenIn = guide.First().Language })),
            .. files.Where(page => page.Kind is not PageKind.Guide)
                .Select(page => SiteMap.OfArticle(language.Code, addresses, page.Kind, page.Id, page.Markdown.Slug, guides[page.Id].FirstOrDefault()?.Markdown.Slug) with { WrittenIn = page.Language }),
            .. files.Where(page => page.Kind is PageKind.GuideEasy)
                .Select(page => SiteMap.OfEasySheet(language.Code, addresses, page.Id, guides[page.Id].FirstOrDefault()?.Markdown.Slug) with { WrittenIn = page.Language }),
        ];
    }
}

/// <summary>The files of the content folder, with what was made of them.</summary>
/// <param name="Content">Null where there is an error.</param>
internal sealed record LoadResult(SiteContent? Content, IReadOnlyList<Language> Languages, DataFiles Data, IReadOnlyList<PageFile> Pages);
