using System.Globalization;

namespace OptOutGuide.Content;

/// <summary>Reads a content folder as a whole: either all of it holds together, or the problems say why not.</summary>
internal static class ContentLoader
{
    /// <summary>The language that content is written in first, and the one shown when nothing speaks for another.</summary>
    public const string Original = "fr";

    private static readonly PageKind[] ArticleKinds = [PageKind.Article, PageKind.Text, PageKind.GuideEasy];

    /// <summary>The latest day that it is anywhere: what an editor dates today is in no one's future.</summary>
    public static DateOnly LatestToday => DateOnly.FromDateTime(DateTime.UtcNow.AddHours(14));

    /// <param name="today">Nothing may be dated later; what is due for review by then is said as a warning.</param>
    /// <returns>No content where there is an error; warnings alone do not stop it.</returns>
    public static (SiteContent? Content, IReadOnlyList<ContentProblem> Problems) Load(string folder, DateOnly today)
    {
        var (parts, problems) = Read(folder, today);
        return (parts is null ? null : Draw(parts), problems);
    }

    /// <summary>The same, before anything is drawn.</summary>
    public static (ContentParts? Parts, IReadOnlyList<ContentProblem> Problems) Read(string folder, DateOnly today)
    {
        var problems = new ProblemList();
        if (!Directory.Exists(folder))
        {
            problems.Error("content", 1, $"{(File.Exists(folder) ? $"{folder} is a file, not a folder" : $"the folder {folder} does not exist")}; set Site:ContentFolder to the folder that holds {Original}/site.yml");
            return (null, problems.Sorted);
        }

        try
        {
            var tree = ContentTree.Read(folder, problems);
            // Of a folder that is not whole nothing is read: what is missing would be named as if it were wrong.
            return (problems.HasErrors ? null : Read(new ContentFolder(tree, problems), problems, today), problems.Sorted);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            // A folder, where ContentFolder speaks for single files.
            problems.Error("content", 1, $"a folder cannot be read ({fault.Message}); put it back or correct its permissions");
            return (null, problems.Sorted);
        }
    }

    /// <summary>Each part read on whichever processor is free, in the order of the parts. PLINQ does the same in 1 MB more at start.</summary>
    public static TResult[] InParallel<T, TResult>(T[] parts, Func<T, TResult> read)
    {
        var results = new TResult[parts.Length];
        Parallel.For(0, parts.Length, index => results[index] = read(parts[index]));
        return results;
    }

    private static ContentParts? Read(ContentFolder folder, ProblemList problems, DateOnly today)
    {
        var languages = ReadLanguages(folder);
        if (problems.HasErrors)
        {
            // Without the words of a language its addresses cannot be told, nor anything that leads to them.
            return null;
        }

        if (languages.FirstOrDefault()?.Code != Original)
        {
            problems.Error($"content/{Original}/site.yml", 1, "the original language has no site.yml; write it first");
            return null;
        }

        var data = DataFiles.Read(folder, languages, problems, today);
        Draft[] guides = [.. languages.SelectMany(language => folder.Drafts(language.Code, PageKind.Guide))];
        Draft[] articles = [.. languages.SelectMany(language => ArticleKinds.SelectMany(kind => folder.Drafts(language.Code, kind)))];
        foreach (var language in languages)
        {
            folder.CheckIgnored(language.Code);
        }

        var siteMap = new SiteMap(languages.SelectMany(language => Pages(language, guides, articles)));

        new ContentChecks(problems, today, data, siteMap, languages).Check(guides, articles, folder.Texts);
        return problems.HasErrors ? null : new ContentParts(languages, data, guides, articles, siteMap);
    }

    private static SiteContent Draw(ContentParts parts)
    {
        PageReferences References(Draft draft) => new(parts.Languages.First(language => language.Code == draft.Language), parts.SiteMap, parts.Data.Links, parts.Data.Sources);
        return new SiteContent(
            parts.Languages,
            parts.Data.Links,
            parts.Data.Sources,
            parts.Data.Deadlines,
            [.. parts.Guides.Select(draft => GuideParser.Parse(draft, References(draft), parts.Data.Links))],
            InParallel(parts.Articles, draft => GuideParser.ParsePage(draft, References(draft))),
            parts.Data.Timeline,
            parts.Data.Authorities,
            parts.Data.Changes,
            parts.SiteMap);
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

    private static CultureInfo? FindRegionalForm(string name)
    {
        try
        {
            var culture = CultureInfo.GetCultureInfo(name, predefinedOnly: true);
            return culture.IsNeutralCulture || culture.Name != name ? null : culture;
        }
        catch (CultureNotFoundException)
        {
            return null;
        }
    }

    private static void CheckDates(YamlMap map, DateWords? dates)
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

    private static void CheckAddresses(YamlMap map, AddressWords? addresses)
    {
        var words = typeof(AddressWords).GetProperties().Where(property => property.PropertyType == typeof(string)).Select(property => property.GetValue(addresses) as string);
        foreach (var word in addresses is null ? [] : words.Where(word => !ContentChecks.IsSlug(word ?? "")))
        {
            map.Error("addresses", $"\"{word}\" cannot be part of an address; use small letters, digits and hyphens only");
        }
    }

    private static List<Language> ReadLanguages(ContentFolder folder)
    {
        var languages = new List<Language>();
        foreach (var code in folder.LanguageCodes.OrderByDescending(code => code == Original).ThenBy(code => code, StringComparer.Ordinal))
        {
            if (folder.Map($"{code}/site.yml") is { } map && WordsReader.Read<Words>(map) is { } words)
            {
                var culture = FindRegionalForm(words.Culture);
                if (culture is null)
                {
                    map.Error("culture", $"\"{words.Culture}\" is not a regional form; write one such as fr-FR");
                }

                CheckDates(map, words.Dates);
                CheckAddresses(map, words.Addresses);
                languages.Add(new Language(code, culture ?? CultureInfo.InvariantCulture, words));
            }
        }

        return languages;
    }
}

/// <summary>What a content folder holds, read and found right, and not yet drawn.</summary>
internal sealed record ContentParts(IReadOnlyList<Language> Languages, DataFiles Data, Draft[] Guides, Draft[] Articles, SiteMap SiteMap);
