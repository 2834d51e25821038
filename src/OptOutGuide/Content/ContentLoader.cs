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

        var guides = Drafts(folder, languages, "guides");
        var texts = Drafts(folder, languages, "pages");
        var siteMap = new SiteMap(languages.SelectMany(language => Pages(language, guides, texts)));
        CheckDrafts(guides, texts, problems, links, sources, siteMap);
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
            [.. texts.Select(draft => GuideParser.ParsePage(draft, References(draft)))],
            siteMap);
    }

    private static IEnumerable<SitePage> Pages(Language language, IReadOnlyList<Draft> guides, IReadOnlyList<Draft> texts) =>
    [
        .. SiteMap.FixedPages(language.Code, language.Words.Addresses),
        .. guides.Where(draft => draft.Language == language.Code)
            .SelectMany(draft => SiteMap.GuidePages(language.Code, language.Words.Addresses, draft.Id, draft.Slug)),
        .. texts.Where(draft => draft.Language == language.Code).Select(draft => SiteMap.ArticlePage(language.Code, draft.Id, draft.Slug)),
    ];

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

    private static List<Draft> Drafts(ContentFolder folder, IReadOnlyList<Language> languages, string kind) =>
        [.. languages.SelectMany(language => folder.Drafts(language.Code, kind))];

    private static void CheckDrafts(
        List<Draft> guides,
        List<Draft> texts,
        ProblemList problems,
        IReadOnlyDictionary<string, OutsideLink> links,
        IReadOnlyDictionary<string, Source> sources,
        SiteMap siteMap)
    {
        Draft[] drafts = [.. guides, .. texts];
        var byId = drafts.ToLookup(draft => (draft.Language, draft.Id));
        foreach (var draft in drafts)
        {
            draft.CheckReferences(problems, links, sources, siteMap, byId);
        }

        foreach (var twice in byId.SelectMany(group => group.Skip(1)))
        {
            twice.Head.Error("id", $"the id \"{twice.Id}\" is already used by another page of this language; choose another");
        }

        guides.ForEach(draft => GuideParser.Check(draft, problems, links));
        texts.ForEach(GuideParser.CheckPage);
    }

    private static Dictionary<string, T> Index<T>(IEnumerable<YamlMap> maps, Func<YamlMap, T> read, Func<T, string> id, ProblemList problems)
    {
        var items = new Dictionary<string, T>(StringComparer.Ordinal);
        foreach (var map in maps)
        {
            var item = read(map);
            map.RefuseOtherFields();
            if (!items.TryAdd(id(item), item))
            {
                map.Error("id", $"the id \"{id(item)}\" is used twice in this file; change one");
            }
        }

        return items;
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
