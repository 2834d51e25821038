using System.Globalization;

namespace OptOutGuide.Content;

/// <summary>Reads a content folder as a whole: valid content, or the problems that make it invalid.</summary>
public static class ContentLoader
{
    private static readonly PageKind[] PageKinds = [PageKind.Guide, PageKind.Article, PageKind.Text, PageKind.GuideEasy];

    private static readonly TextsType[] OwnTexts =
    [
        TextsType.Of<AddressTexts>(), TextsType.Of<DateTexts>(), TextsType.Of<BoxTexts>(), TextsType.Of<NoteTexts>(), TextsType.Of<GradeTexts>(), TextsType.Of<ServiceTexts>(), TextsType.Of<LawTexts>(),
    ];

    /// <summary>Today in the earliest time zone, UTC+14, so that today's date of any editor is accepted.</summary>
    public static DateOnly LatestToday => DateOnly.FromDateTime(DateTime.UtcNow.AddHours(14));

    /// <param name="today">Nothing may be dated later; what is due for review by then is a warning.</param>
    /// <param name="texts">The records that the <c>site.yml</c> of each language must fill, beside those of this project.</param>
    /// <returns>No content where there is an error; warnings alone do not stop it.</returns>
    public static (SiteContent? Content, IReadOnlyList<ContentProblem> Problems) Load(string folder, DateOnly today, IReadOnlyList<TextsType> texts)
    {
        var (parts, problems) = Read(folder, today, texts);
        return (parts?.Content, problems);
    }

    /// <summary>The table of every sentence that names a source (docs/claims.md); null where there is an error.</summary>
    public static (string? Claims, IReadOnlyList<ContentProblem> Problems) LoadClaims(string folder, DateOnly today, IReadOnlyList<TextsType> texts)
    {
        var (parts, problems) = Read(folder, today, texts);
        return (parts is null ? null : ClaimsTable.Of(parts.Content.Languages, parts.Data, parts.Pages, parts.Content.SiteMap), problems);
    }

    private static (ContentParts? Parts, IReadOnlyList<ContentProblem> Problems) Read(string folder, DateOnly today, IReadOnlyList<TextsType> texts)
    {
        var problems = new ProblemList();
        if (!Directory.Exists(folder))
        {
            problems.Error("content", 1, $"{(File.Exists(folder) ? $"{folder} is a file, not a folder" : $"the folder {folder} does not exist")}; set Site:ContentFolder to the folder that holds {Language.Original}/site.yml");
            return (null, problems.Sorted);
        }

        try
        {
            var tree = ContentTree.Read(folder, problems);
            // An incomplete folder is not read: what is missing would be reported as if it were wrong.
            return (problems.HasErrors ? null : Read(new ContentFolder(tree, today, problems), problems, today, texts), problems.Sorted);
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
        var languages = ReadLanguages(folder, texts);
        if (problems.HasErrors)
        {
            // Addresses are made of these texts: without them no link can be checked.
            return null;
        }

        if (languages.FirstOrDefault()?.Code != Language.Original)
        {
            problems.Error($"content/{Language.Original}/site.yml", 1, "the original language has no site.yml; write it first");
            return null;
        }

        var data = DataFiles.Read(folder, languages, problems, today);
        PageFile[] pages = [.. languages.SelectMany(language => PageKinds.SelectMany(kind => folder.Pages(language.Code, kind)))];
        foreach (var language in languages)
        {
            folder.CheckIgnored(language.Code);
        }

        var siteMap = new SiteMap(languages.SelectMany(language => PagesOf(language, pages)));
        var (guides, articles) = Parse(pages, languages, siteMap, data, today, problems);
        AddressChecks.Check(pages, siteMap, problems);
        TranslationChecks.Check(pages, languages, problems);
        DataChecks.Check(data, guides, articles, siteMap, today, problems);
        ForbiddenWordsCheck.Check(folder.Texts, data.Forbidden, problems);
        return problems.HasErrors
            ? null
            : new ContentParts(new SiteContent(languages, data.Links, data.Sources, data.Deadlines, guides, articles, data.Timeline, data.Authorities, data.Changes, siteMap), data, pages);
    }

    /// <summary>Resolves and renders every page, and checks it; the guides and the articles keep their order.</summary>
    private static (IReadOnlyList<Guide> Guides, IReadOnlyList<Article> Articles) Parse(
        PageFile[] pages, IReadOnlyList<Language> languages, SiteMap siteMap, DataFiles data, DateOnly today, ProblemList problems)
    {
        var anchors = pages.Where(page => page.Kind is not PageKind.GuideEasy)
            .SelectMany(page => page.Markdown.Sections, (page, section) => (page.Language, page.Id, section.Anchor ?? ""))
            .ToHashSet();
        var steps = pages.Where(page => page.Kind is PageKind.Guide)
            .SelectMany(page => page.Markdown.Sections.Select((section, index) => (Key: (page.Language, page.Id, section.Anchor ?? ""), Number: index + 1)))
            .DistinctBy(step => step.Key).ToDictionary(step => step.Key, step => step.Number);
        var targets = languages.ToDictionary(language => language.Code, language => new LinkTargets(language, siteMap, data.Links, data.Sources, anchors, steps), StringComparer.Ordinal);
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

    private static CultureInfo? FindRegionalForm(string name)
    {
        try
        {
            var culture = CultureInfo.GetCultureInfo(name, predefinedOnly: true);
            return culture.IsNeutralCulture || culture.Name != name ? null : InTheCommonCalendar(culture);
        }
        catch (CultureNotFoundException)
        {
            return null;
        }
    }

    /// <summary>
    /// The cultures of Persian, Thai and Saudi Arabia have other calendars; the dates of mails and laws here are Gregorian.
    /// </summary>
    private static CultureInfo InTheCommonCalendar(CultureInfo culture)
    {
        if (culture.OptionalCalendars.OfType<GregorianCalendar>().FirstOrDefault() is not { } calendar || culture.Calendar is GregorianCalendar)
        {
            return culture;
        }

        var own = (CultureInfo)culture.Clone();
        own.DateTimeFormat.Calendar = calendar;
        return CultureInfo.ReadOnly(own);
    }

    private static void CheckDates(YamlReader map, DateTexts? dates)
    {
        foreach (var form in new[] { dates?.Day, dates?.First, dates?.Month, dates?.Year }.OfType<string>())
        {
            try
            {
                _ = DateOnly.MinValue.ToString(form, CultureInfo.InvariantCulture);
            }
            catch (FormatException)
            {
                map.Error("dates", $"\"{form}\" is not a date form; write one such as d MMMM yyyy, with words between two '");
            }
        }
    }

    private static void CheckAddresses(YamlReader map, AddressTexts? addresses)
    {
        var words = typeof(AddressTexts).GetProperties().Where(property => property.PropertyType == typeof(string)).Select(property => property.GetValue(addresses) as string);
        foreach (var word in addresses is null ? [] : words.Where(word => !Slug.IsValid(word ?? "")))
        {
            map.Error("addresses", $"\"{word}\" cannot be part of an address; use small letters, digits and hyphens only");
        }
    }

    private static List<Language> ReadLanguages(ContentFolder folder, IReadOnlyList<TextsType> texts)
    {
        TextsType[] all = [.. OwnTexts, .. texts];
        var languages = new List<Language>();
        foreach (var code in folder.LanguageCodes.OrderByDescending(code => code == Language.Original).ThenBy(code => code, StringComparer.Ordinal))
        {
            if (folder.Map($"{code}/site.yml") is not { } map)
            {
                continue;
            }

            var (name, cultureName, set) = (map.Text("name"), map.Text("culture"), TextsReader.ReadSections(map, all));
            map.RefuseOtherFields();
            var culture = FindRegionalForm(cultureName);
            if (culture is null)
            {
                map.Error("culture", $"\"{cultureName}\" is not a regional form; write one such as fr-FR");
            }

            CheckDates(map, set.Find<DateTexts>());
            CheckAddresses(map, set.Find<AddressTexts>());
            languages.Add(new Language(code, name, culture ?? CultureInfo.InvariantCulture, set));
        }

        return languages;
    }
}

/// <summary>Valid content with the files that it was made of.</summary>
internal sealed record ContentParts(SiteContent Content, DataFiles Data, IReadOnlyList<PageFile> Pages);
