namespace OptOutGuide.Content.Loading;

/// <summary>A page as readers of one language get it: in that language or, where it is missing, in another.</summary>
/// <param name="ReaderLanguage">The language of the readers: that of the address and of everything around the page.</param>
internal sealed record PageVersion(PageFile File, Language ReaderLanguage)
{
    public bool IsFallback => File.Language != ReaderLanguage.Code;

    /// <summary>Every page for every language: its own, and those that it lacks and another has.</summary>
    /// <param name="pages">In the order of their languages.</param>
    public static IReadOnlyList<PageVersion> All(IReadOnlyList<PageFile> pages, IReadOnlyList<Language> languages)
    {
        PageFile[][] versions = [.. pages.Where(page => page.Id.Length > 0).GroupBy(page => (page.Kind, page.Id)).Select(same => same.ToArray())];
        return
        [
            .. languages.SelectMany(language => pages.Where(page => page.Language == language.Code)
                .Concat(versions.Where(same => IsMissing(same, language)).Select(Fallback))
                .Select(page => new PageVersion(page, language))),
        ];
    }

    /// <summary>The version that stands in for a missing one: English, otherwise that of the first language that has the page.</summary>
    public static PageFile Fallback(IReadOnlyList<PageFile> versions) => versions.FirstOrDefault(version => version.Language == Language.Fallback) ?? versions[0];

    private static bool IsMissing(PageFile[] versions, Language language) =>
        Array.TrueForAll(versions, version => version.Language != language.Code && !version.FrontMatter.IsOnly);
}
