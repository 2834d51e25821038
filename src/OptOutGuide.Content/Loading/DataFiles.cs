namespace OptOutGuide.Content.Loading;

/// <summary>What the YAML files at the top of the content folder hold.</summary>
internal sealed record DataFiles(
    IReadOnlyDictionary<string, Source> Sources,
    IReadOnlyDictionary<string, OutsideLink> Links,
    IReadOnlyList<Deadline> Deadlines,
    IReadOnlyList<TimelineEvent> Timeline,
    IReadOnlyList<SupervisoryAuthority> Authorities,
    IReadOnlyList<SiteChange> Changes,
    IReadOnlyList<ForbiddenWords> Forbidden)
{
    /// <summary>Line of each source and link in its file, for problems found later.</summary>
    public required IReadOnlyDictionary<string, int> SourceLines { get; init; }

    public required IReadOnlyDictionary<string, int> LinkLines { get; init; }

    public static DataFiles Read(ContentFolder folder, IReadOnlyList<Language> languages, ProblemList problems, DateOnly today) =>
        new Reader(folder, languages, problems, today).Read();

    private sealed class Reader(ContentFolder folder, IReadOnlyList<Language> languages, ProblemList problems, DateOnly today)
    {
        private Dictionary<string, Source> _sources = [];

        public DataFiles Read()
        {
            var sourceMaps = folder.List("sources.yml");
            var linkMaps = folder.List("links.yml");
            _sources = Index(sourceMaps, "id", ReadSource, source => source.Id);
            var links = Index(linkMaps, "id", ReadLink, link => link.Id);
            foreach (var map in linkMaps)
            {
                CheckLink(map, links);
            }

            return new DataFiles(
                _sources,
                links,
                [.. Index(folder.List("deadlines.yml"), "id", ReadDeadline, deadline => deadline.Id).Values.OrderBy(deadline => deadline.At)],
                [.. All(folder.List("timeline.yml"), ReadEvent).OrderBy(happened => happened.Date.FirstDay)],
                [.. Index(folder.List("authorities.yml"), "country", ReadAuthority, authority => authority.Country).Values],
                All(folder.List("changes.yml"), ReadChange),
                All(folder.List("forbidden.yml"), map => new ForbiddenWords(map.Text("language"), map.Text("words"), map.Text("instead"))))
            {
                SourceLines = Lines(sourceMaps),
                LinkLines = Lines(linkMaps),
            };
        }

        private static Dictionary<string, int> Lines(IEnumerable<YamlReader> maps) =>
            maps.DistinctBy(map => map.Text("id")).ToDictionary(map => map.Text("id"), map => map.Line, StringComparer.Ordinal);

        private static IReadOnlyList<T> All<T>(IReadOnlyList<YamlReader> maps, Func<YamlReader, T> read)
        {
            var items = maps.Select(read).ToArray();
            foreach (var map in maps)
            {
                map.RefuseOtherFields();
            }

            return items;
        }

        private static Dictionary<string, T> Index<T>(IReadOnlyList<YamlReader> maps, string key, Func<YamlReader, T> read, Func<T, string> id)
        {
            var items = new Dictionary<string, T>(StringComparer.Ordinal);
            foreach (var (map, item) in maps.Zip(All(maps, read)))
            {
                if (!items.TryAdd(id(item), item))
                {
                    map.Error(key, $"the {key} \"{id(item)}\" is used twice in this file; change one");
                }
            }

            return items;
        }

        private Source ReadSource(YamlReader map)
        {
            var source = new Source(
                map.Text("id"),
                map.Text("publisher"),
                map.Text("title"),
                map.Text("language"),
                SourceDate.Read(map, today),
                map.Choice<EvidenceGrade>("weight"),
                map.OptionalAddress("url"),
                map.OptionalAddress("home"),
                ReadNested(map, "supports"));
            if (source is { Url: not null, Home: not null })
            {
                map.Error("home", "\"home\" is for a text whose own address was not seen; remove it or \"url\"");
            }

            return source;
        }

        private OutsideLink ReadLink(YamlReader map) => new(
            map.Text("id"),
            map.Address("url"),
            map.Flag("meta"),
            ReadNested(map, "what"),
            map.Has("note") ? ReadNested(map, "note") : null,
            map.FlagOrUnknown("login"),
            SourceDate.Read(map, today),
            map.Choice<EvidenceGrade>("grade"),
            Review.Read(map, today),
            ReadSourceIds(map, "evidence"),
            [.. map.OptionalTextsWithLines("fallbacks").Select(entry => entry.Text)]);

        private Deadline ReadDeadline(YamlReader map)
        {
            var zone = map.Zone("zone");
            var local = map.LocalTime("at");
            return new Deadline(
                map.Text("id"),
                new DateTimeOffset(local, zone.GetUtcOffset(local)),
                zone,
                ReadSourceIds(map, "sources"),
                All(map.Maps("points"), point => new TimelinePoint(point.Date("date"), ReadLocalized(point))),
                languages.ToDictionary(
                    language => language.Code,
                    language => (map.Map(language.Code) is { } words ? TextsReader.Read<DeadlineTexts>(words, DeadlineTexts.ErrorIn) : null)!,
                    StringComparer.Ordinal));
        }

        private TimelineEvent ReadEvent(YamlReader map)
        {
            var text = ReadLocalized(map);
            foreach (var (language, words) in text.Texts)
            {
                foreach (var error in UndatedWords.ErrorsIn(words, language))
                {
                    problems.Warning(map.File, map.LineOf(language), error);
                }
            }

            return new(map.PartialDateUntil("date", today), [.. ReadSourceIds(map, "sources").Where(_sources.ContainsKey).Select(id => _sources[id])], text);
        }

        private SupervisoryAuthority ReadAuthority(YamlReader map)
        {
            var words = languages.Select(language => (language.Code, Map: map.Map(language.Code))).ToArray();
            var authority = new SupervisoryAuthority(
                map.Text("country"),
                map.Choice<Area>("area"),
                map.Text("name"),
                map.Address("home"),
                map.Address("complaint"),
                PastDate(map),
                map.Flag("confirmed"),
                new(words.ToDictionary(word => word.Code, word => word.Map?.Text("country") ?? "", StringComparer.Ordinal)),
                new(words.ToDictionary(word => word.Code, word => word.Map?.OptionalText("note") ?? "", StringComparer.Ordinal)));
            foreach (var (_, nested) in words)
            {
                nested?.RefuseOtherFields();
            }

            return authority;
        }

        private SiteChange ReadChange(YamlReader map) => new(PastDate(map), map.OptionalTextsWithLines("pages"), map.Line, ReadLocalized(map));

        private DateOnly PastDate(YamlReader map) => map.DateUntil("date", today);

        private IReadOnlyList<string> ReadSourceIds(YamlReader map, string key)
        {
            var ids = map.TextsWithLines(key);
            foreach (var (id, line) in ids.Where(entry => !_sources.ContainsKey(entry.Text)))
            {
                problems.Error(map.File, line, $"source \"{id}\" is not in content/sources.yml; correct the id or add the source");
            }

            return [.. ids.Select(entry => entry.Text)];
        }

        private LocalizedText ReadLocalized(YamlReader? map) =>
            new(languages.ToDictionary(language => language.Code, language => map?.Text(language.Code) ?? "", StringComparer.Ordinal));

        private LocalizedText ReadNested(YamlReader map, string key)
        {
            var nested = map.Map(key);
            var texts = ReadLocalized(nested);
            nested?.RefuseOtherFields();
            return texts;
        }

        private void CheckLink(YamlReader map, Dictionary<string, OutsideLink> links)
        {
            var link = links[map.Text("id")];
            foreach (var error in OutsideLinkRules.ErrorsIn(link))
            {
                map.Error("url", error);
            }

            foreach (var (id, line) in map.OptionalTextsWithLines("fallbacks"))
            {
                if (!links.TryGetValue(id, out var fallback))
                {
                    problems.Error(map.File, line, $"link \"{id}\" is not in this file; correct the id or add the link");
                }
                else if (link.IsMetas && !fallback.IsMetas)
                {
                    problems.Error(map.File, line, $"link \"{id}\" does not lead to Meta, and so cannot stand in for one that does; remove it");
                }
            }
        }
    }
}
