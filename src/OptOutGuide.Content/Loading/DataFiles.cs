using System.Globalization;

namespace OptOutGuide.Content.Loading;

/// <summary>What the YAML files at the top of the content folder hold, with their texts in each language.</summary>
internal sealed record DataFiles(
    ServiceCatalog Services,
    IReadOnlyDictionary<string, Source> Sources,
    IReadOnlyDictionary<string, OutsideLink> Links,
    IReadOnlyList<Deadline> Deadlines,
    IReadOnlyList<TimelineEvent> Timeline,
    IReadOnlyList<SupervisoryAuthority> Authorities,
    IReadOnlyList<SiteChange> Changes,
    IReadOnlyList<ForbiddenWords> Forbidden)
{
    public required IReadOnlyDictionary<string, FileLine> SourceLines { get; init; }

    public required IReadOnlyDictionary<string, FileLine> LinkLines { get; init; }

    public required IReadOnlyDictionary<string, FileLine> ServiceLines { get; init; }

    /// <summary>The sections of <c>data.yml</c> that a language may leave out.</summary>
    public static readonly IReadOnlyList<string> OptionalSections = ["timeline", "changes"];

    public required IReadOnlyList<DataTexts> Texts { get; init; }

    /// <param name="texts">Of each language, the default first.</param>
    public static DataFiles Read(MergedFolder folder, IReadOnlyList<DataTexts> texts, ProblemList problems, DateOnly today)
    {
        var files = new Reader(folder, texts, problems, today).Read();
        foreach (var language in texts)
        {
            language.RefuseOtherIds();
        }

        return files;
    }

    public bool HasSection(string section, string language) => Texts.Any(texts => texts.Language.Code == language && texts.Has(section));

    private sealed class Reader(MergedFolder folder, IReadOnlyList<DataTexts> texts, ProblemList problems, DateOnly today)
    {
        private readonly LocalizedTexts _words = new(folder, texts, problems);
        private readonly LinkAnswers _answers = new(folder, today);
        private Dictionary<string, Source> _sources = [];

        public DataFiles Read()
        {
            var sourceMaps = folder.List("sources.yml");
            var linkMaps = folder.List("links.yml");
            var serviceMaps = folder.List(ServiceReader.File);
            _sources = Index(sourceMaps, "id", ReadSource, source => source.Id);
            var links = Index(linkMaps, "id", ReadLink, link => link.Id);
            foreach (var map in linkMaps)
            {
                CheckLink(map, links);
            }

            var files = new DataFiles(
                new ServiceReader(folder, _words, problems).Read(serviceMaps),
                _sources,
                links,
                [.. Index(folder.List("deadlines.yml"), "id", ReadDeadline, deadline => deadline.Id).Values.OrderBy(deadline => deadline.At)],
                [.. Index(folder.List("timeline.yml"), "id", ReadEvent, happened => happened.Id).Values.OrderBy(happened => happened.Date.FirstDay)],
                [.. Index(folder.List("authorities.yml", "country"), "country", ReadAuthority, authority => authority.Country).Values],
                [.. Index(folder.List("changes.yml"), "id", ReadChange, change => change.Id).Values.OrderByDescending(change => change.Date)],
                [.. texts.Select(language => language.Language.Code).SelectMany(ReadForbidden)])
            {
                Texts = texts,
                SourceLines = Lines(sourceMaps),
                LinkLines = Lines(linkMaps),
                ServiceLines = Lines(serviceMaps),
            };
            _words.ReportMissing();
            return files;
        }

        private static Dictionary<string, FileLine> Lines(IEnumerable<YamlReader> maps) =>
            maps.DistinctBy(map => map.Text("id")).ToDictionary(map => map.Text("id"), map => new FileLine(map.File, map.Line), StringComparer.Ordinal);

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
                _words.Text("sources", map));
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
            _words.Field("links", map, "what"),
            _words.OptionalField("links", map, "note"),
            map.FlagOrUnknown("login"),
            SourceDate.Read(map, today),
            map.Choice<EvidenceGrade>("grade"),
            Review.Read(map, today),
            ReadSourceIds(map, "evidence"),
            [.. map.OptionalTextsWithLines("fallbacks").Select(entry => entry.Text)])
        {
            AnsweredOn = _answers.Of(map.Address("url")),
        };

        private Deadline ReadDeadline(YamlReader map)
        {
            var zone = map.Zone("zone");
            var local = map.LocalTime("at");
            return new Deadline(
                map.Text("id"),
                new DateTimeOffset(local, zone.GetUtcOffset(local)),
                zone,
                ReadSourceIds(map, "sources"),
                ReadPoints(map.Text("id"), map.OptionalDates("points")),
                texts.ToDictionary(language => language.Language.Code, language => ReadDeadlineTexts(language, map.Text("id")), StringComparer.Ordinal));
        }

        private static DeadlineTexts ReadDeadlineTexts(DataTexts language, string id) =>
            (language.Fields("deadlines", id) is { } words ? TextsReader.Read<DeadlineTexts>(words, PluralRule.Of(language.Language.Culture), DeadlineTexts.ErrorIn) : null)!;

        private IReadOnlyList<TimelinePoint> ReadPoints(string deadline, IReadOnlyList<DateOnly> dates)
        {
            if (dates.Count == 0)
            {
                return [];
            }

            var names = texts.ToDictionary(language => language.Language.Code, language => language.Fields("deadlines", deadline)?.Map("points"));
            TimelinePoint[] points = [.. dates.Select(date => new TimelinePoint(date, _words.In(language => names[language.Language.Code]?.Text(date.ToString("O", CultureInfo.InvariantCulture)) ?? "")))];
            foreach (var own in names.Values)
            {
                own?.RefuseOtherFields($"a date of \"{deadline}\" in content/deadlines.yml");
            }

            return points;
        }

        private TimelineEvent ReadEvent(YamlReader map)
        {
            var id = map.Text("id");
            var text = _words.OptionalSection("timeline", id);
            foreach (var language in texts.Where(language => text.Texts.ContainsKey(language.Language.Code)))
            {
                foreach (var error in UndatedWords.ErrorsIn(text.In(language.Language), language.Language.Code))
                {
                    language.Warn("timeline", id, error);
                }
            }

            return new(id, map.PartialDateUntil("date", today), [.. ReadSourceIds(map, "sources").Where(_sources.ContainsKey).Select(source => _sources[source])], text);
        }

        private SupervisoryAuthority ReadAuthority(YamlReader map) => new(
            map.Text("country"),
            map.Choice<Area>("area"),
            map.Text("name"),
            map.Address("home"),
            map.Address("complaint"),
            PastDate(map),
            map.Flag("confirmed"),
            _words.Field("authorities", map, "country", "country"),
            _words.OptionalField("authorities", map, "note", "country"));

        private SiteChange ReadChange(YamlReader map) =>
            new(map.Text("id"), PastDate(map), [.. map.OptionalTextsWithLines("pages").Select(page => (page.Text, new FileLine(map.File, page.Line)))], _words.OptionalSection("changes", map.Text("id")));

        private IEnumerable<ForbiddenWords> ReadForbidden(string language) =>
            All(folder.List($"{language}/forbidden.yml", "words"), map => new ForbiddenWords(language, map.Text("words"), map.Text("instead")));

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

        private void CheckLink(YamlReader map, Dictionary<string, OutsideLink> links)
        {
            var link = links[map.Text("id")];
            foreach (var error in OutsideLinkRules.ErrorsIn(link))
            {
                map.Error("url", error);
            }

            foreach (var words in texts.Where(language => link.What.Texts.ContainsKey(language.Language.Code)).Select(language => language.Fields("links", link.Id)).OfType<YamlReader>())
            {
                if (OutsideLinkRules.ErrorInWords(words.Text("what"), link) is { } error)
                {
                    words.Error("what", error);
                }
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
