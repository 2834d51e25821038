using System.Globalization;

namespace OptOutGuide.Content;

/// <summary>Reads a content folder as a whole: either all of it holds together, or the problems say why not.</summary>
internal static class ContentLoader
{
    /// <summary>The language that content is written in first, and the one shown when nothing speaks for another.</summary>
    private const string Original = "fr";

    /// <returns>No content where there is an error; warnings alone do not stop it.</returns>
    public static (SiteContent? Content, IReadOnlyList<ContentProblem> Problems) Load(string folder)
    {
        var problems = new ProblemList();
        var content = Directory.Exists(folder) ? Read(new ContentFolder(folder, problems), problems) : null;
        if (content is null && !problems.HasErrors)
        {
            problems.Error("content", 1, $"the folder {folder} does not exist; set Site:ContentFolder to the folder that holds {Original}/site.yml");
        }

        return (content, problems.Sorted);
    }

    private static SiteContent? Read(ContentFolder folder, ProblemList problems)
    {
        var languages = ReadLanguages(folder);
        if (languages.Count == 0)
        {
            problems.Error($"content/{Original}/site.yml", 1, "no language has a site.yml; write this one first");
            return null;
        }

        var sources = Index(folder.List("sources.yml"), map => ReadSource(map, languages), source => source.Id, problems);
        var linkMaps = folder.List("links.yml");
        var links = Index(linkMaps, map => ReadLink(map, languages, sources, problems), link => link.Id, problems);
        CheckFallbacks(linkMaps, links, problems);
        var deadlines = Index(folder.List("deadlines.yml"), map => ReadDeadline(map, languages, sources, problems), deadline => deadline.Id, problems);

        IReadOnlyList<TimelineEvent> timeline = [.. ReadAll(folder.List("timeline.yml"), map => ReadEvent(map, languages, sources, problems)).OrderBy(happened => happened.Date)];
        var authorities = Index(folder.List("authorities.yml"), map => ReadAuthority(map, languages), authority => authority.Country, problems, "country");

        var guides = Drafts(folder, languages, PageKind.Guide);
        List<Draft> articles = [.. Drafts(folder, languages, PageKind.Article), .. Drafts(folder, languages, PageKind.Text), .. Drafts(folder, languages, PageKind.GuideEasy)];
        var siteMap = new SiteMap(languages.SelectMany(language => Pages(language, guides, articles)));
        var changes = ReadAll(folder.List("changes.yml"), map => ReadChange(map, languages, siteMap, problems));
        CheckDrafts(guides, articles, problems, links, sources, siteMap);
        if (problems.HasErrors)
        {
            return null;
        }

        PageReferences References(Draft draft) => new(languages.First(language => language.Code == draft.Language), siteMap, links, sources);
        return new SiteContent(
            languages,
            links,
            sources,
            [.. deadlines.Values.OrderBy(deadline => deadline.At)],
            [.. guides.Select(draft => GuideParser.Parse(draft, References(draft), links))],
            [.. articles.Select(draft => GuideParser.ParsePage(draft, References(draft)))],
            timeline,
            [.. authorities.Values],
            changes,
            siteMap);
    }

    private static IEnumerable<SitePage> Pages(Language language, IReadOnlyList<Draft> guides, IReadOnlyList<Draft> articles)
    {
        var words = language.Words.Addresses;
        var slugs = guides.Where(draft => draft.Language == language.Code).ToLookup(draft => draft.Id, draft => draft.Slug);
        return
        [
            .. SiteMap.FixedPages(language.Code, words),
            .. slugs.SelectMany(guide => SiteMap.GuidePages(language.Code, words, guide.Key, guide.First())),
            .. articles.Where(draft => draft.Language == language.Code)
                .Select(draft => SiteMap.ArticlePage(language.Code, words, draft.Kind, draft.Id, draft.Slug, slugs[draft.Id].FirstOrDefault())),
        ];
    }

    private static List<Language> ReadLanguages(ContentFolder folder)
    {
        var languages = new List<Language>();
        foreach (var code in folder.LanguageCodes.OrderByDescending(code => code == Original).ThenBy(code => code, StringComparer.Ordinal))
        {
            if (folder.Map($"{code}/site.yml") is { } map && WordsReader.Read<Words>(map) is { } words)
            {
                var isKnown = CultureInfo.GetCultures(CultureTypes.SpecificCultures).Any(culture => culture.Name == words.Culture);
                if (!isKnown)
                {
                    map.Error("culture", $"\"{words.Culture}\" is not a regional form; write one such as fr-FR");
                }

                languages.Add(new Language(code, isKnown ? CultureInfo.GetCultureInfo(words.Culture) : CultureInfo.InvariantCulture, words));
            }
        }

        return languages;
    }

    private static List<Draft> Drafts(ContentFolder folder, IReadOnlyList<Language> languages, PageKind kind) =>
        [.. languages.SelectMany(language => folder.Drafts(language.Code, kind))];

    private static void CheckDrafts(
        List<Draft> guides,
        List<Draft> articles,
        ProblemList problems,
        IReadOnlyDictionary<string, OutsideLink> links,
        IReadOnlyDictionary<string, Source> sources,
        SiteMap siteMap)
    {
        Draft[] drafts = [.. guides, .. articles];
        var byId = drafts.ToLookup(draft => (draft.Language, draft.Id));
        foreach (var draft in drafts)
        {
            draft.CheckReferences(problems, links, sources, siteMap, byId);
        }

        foreach (var twice in drafts.GroupBy(draft => (draft.Language, draft.Id, IsEasy: draft.Kind is PageKind.GuideEasy)).SelectMany(group => group.Skip(1)))
        {
            twice.Head.Error("id", $"the id \"{twice.Id}\" is already used by another page of this language; choose another");
        }

        foreach (var easy in articles.Where(draft => draft.Kind is PageKind.GuideEasy && siteMap.Find(PageKind.Guide, draft.Id, draft.Language) is null))
        {
            easy.Head.Error("id", $"there is no guide \"{easy.Id}\" in this language; give the easy-to-read version the id of its guide");
        }

        guides.ForEach(draft => GuideParser.Check(draft, problems, links));
        articles.ForEach(GuideParser.CheckPage);
    }

    private static Dictionary<string, T> Index<T>(IReadOnlyList<YamlMap> maps, Func<YamlMap, T> read, Func<T, string> id, ProblemList problems, string key = "id")
    {
        var items = new Dictionary<string, T>(StringComparer.Ordinal);
        foreach (var (map, item) in maps.Zip(ReadAll(maps, read)))
        {
            if (!items.TryAdd(id(item), item))
            {
                map.Error(key, $"the {key} \"{id(item)}\" is used twice in this file; change one");
            }
        }

        return items;
    }

    private static IReadOnlyList<T> ReadAll<T>(IReadOnlyList<YamlMap> maps, Func<YamlMap, T> read)
    {
        var items = maps.Select(read).ToArray();
        foreach (var map in maps)
        {
            map.RefuseOtherFields();
        }

        return items;
    }

    private static TimelineEvent ReadEvent(YamlMap map, IReadOnlyList<Language> languages, IReadOnlyDictionary<string, Source> sources, ProblemList problems) => new(
        map.Date("date"),
        [.. ReadSourceIds(map, "sources", sources, problems).Where(sources.ContainsKey).Select(id => sources[id])],
        ReadTranslated(map, languages));

    private static SupervisoryAuthority ReadAuthority(YamlMap map, IReadOnlyList<Language> languages)
    {
        var words = languages.Select(language => (language.Code, Map: map.Map(language.Code))).ToArray();
        return new SupervisoryAuthority(
            map.Text("country"),
            map.Choice<Area>("area"),
            map.Text("name"),
            map.Address("home"),
            map.Address("complaint"),
            map.Date("date"),
            map.Flag("confirmed"),
            new(words.ToDictionary(word => word.Code, word => word.Map?.Text("country") ?? "", StringComparer.Ordinal)),
            new(words.ToDictionary(word => word.Code, word => word.Map?.OptionalText("note") ?? "", StringComparer.Ordinal)));
    }

    private static Change ReadChange(YamlMap map, IReadOnlyList<Language> languages, SiteMap siteMap, ProblemList problems)
    {
        var pages = map.OptionalTextsWithLines("pages");
        foreach (var (id, line) in pages.Where(page => siteMap.FindNamed(page.Text, languages[0].Code) is null))
        {
            problems.Error(map.File, line, $"there is no page \"{id}\"; correct the id");
        }

        return new Change(map.Date("date"), [.. pages.Select(page => page.Text)], ReadTranslated(map, languages));
    }

    private static Source ReadSource(YamlMap map, IReadOnlyList<Language> languages) => new(
        map.Text("id"),
        map.Text("publisher"),
        map.Text("title"),
        map.Text("language"),
        map.Date("date"),
        map.Choice<EvidenceGrade>("weight"),
        map.OptionalAddress("url"),
        ReadTranslated(map.Map("supports"), languages));

    private static OutsideLink ReadLink(YamlMap map, IReadOnlyList<Language> languages, IReadOnlyDictionary<string, Source> sources, ProblemList problems) => new(
        map.Text("id"),
        map.Address("url"),
        ReadTranslated(map.Map("what"), languages),
        map.Has("note") ? ReadTranslated(map.Map("note"), languages) : null,
        map.Flag("login"),
        map.Date("date"),
        map.Choice<EvidenceGrade>("grade"),
        ReadSourceIds(map, "evidence", sources, problems),
        [.. map.OptionalTextsWithLines("fallbacks").Select(entry => entry.Text)]);

    private static Deadline ReadDeadline(YamlMap map, IReadOnlyList<Language> languages, IReadOnlyDictionary<string, Source> sources, ProblemList problems)
    {
        var local = map.LocalTime("at");
        var zone = map.Zone("zone");
        return new Deadline(
            map.Text("id"),
            new DateTimeOffset(local, zone.GetUtcOffset(local)),
            zone,
            ReadSourceIds(map, "sources", sources, problems),
            [.. map.Maps("points").Select(point => new TimePoint(point.Date("date"), ReadTranslated(point, languages)))],
            languages.ToDictionary(
                language => language.Code,
                language => (map.Map(language.Code) is { } words ? WordsReader.Read<DeadlineWords>(words) : null)!,
                StringComparer.Ordinal));
    }

    private static IReadOnlyList<string> ReadSourceIds(YamlMap map, string key, IReadOnlyDictionary<string, Source> sources, ProblemList problems)
    {
        var ids = map.TextsWithLines(key);
        foreach (var (id, line) in ids.Where(entry => !sources.ContainsKey(entry.Text)))
        {
            problems.Error(map.File, line, $"source \"{id}\" is not in content/sources.yml; correct the id or add the source");
        }

        return [.. ids.Select(entry => entry.Text)];
    }

    private static Translated ReadTranslated(YamlMap? map, IReadOnlyList<Language> languages) =>
        new(languages.ToDictionary(language => language.Code, language => map?.Text(language.Code) ?? "", StringComparer.Ordinal));

    private static void CheckFallbacks(IReadOnlyList<YamlMap> maps, Dictionary<string, OutsideLink> links, ProblemList problems)
    {
        foreach (var map in maps)
        {
            foreach (var (id, line) in map.OptionalTextsWithLines("fallbacks").Where(entry => !links.ContainsKey(entry.Text)))
            {
                problems.Error(map.File, line, $"link \"{id}\" is not in this file; correct the id or add the link");
            }
        }
    }
}
