namespace OptOutGuide.Content.Checks;

/// <summary>Compares each original with its translations.</summary>
internal static class TranslationChecks
{
    /// <param name="pages">In the order of their languages.</param>
    public static void Check(IReadOnlyList<PageFile> pages, IReadOnlyList<Language> languages, ProblemList problems)
    {
        foreach (var versions in pages.Where(page => page.Id.Length > 0).GroupBy(page => (page.Kind, page.Id)).Select(versions => versions.DistinctBy(version => version.Language).ToArray()))
        {
            var original = OriginalOf(versions);
            CheckOriginal(original, versions, problems);
            foreach (var translation in versions.Where(version => version != original))
            {
                CheckTranslation(translation, original, problems);
            }

            foreach (var language in original.FrontMatter.IsOnly ? [] : languages.Where(language => Array.TrueForAll(versions, version => version.Language != language.Code)))
            {
                CheckMissing(original, language, problems);
            }
        }
    }

    /// <summary>The version that says so, otherwise that of the first language that has the page.</summary>
    public static PageFile OriginalOf(IReadOnlyList<PageFile> versions) => versions.FirstOrDefault(version => version.FrontMatter.IsOriginal) ?? versions[0];

    private static void CheckOriginal(PageFile original, PageFile[] versions, ProblemList problems)
    {
        foreach (var second in versions.Where(version => version.FrontMatter.IsOriginal).Skip(1))
        {
            second.Markdown.Fields.Error("original", $"{original.File} is the original already; remove \"original\" from one");
        }

        if (original.FrontMatter.Translation is not null)
        {
            original.Markdown.Fields.Warning("translation", "this is the original of the page, not a translation; remove \"translation\", or write \"original: true\" in the original");
        }

        foreach (var only in versions.Where(version => version.FrontMatter.IsOnly && versions.Length > 1))
        {
            only.Markdown.Fields.Warning("only", $"this page is also there in \"{versions.First(version => version != only).Language}\"; remove \"only\" or that page");
        }
    }

    /// <summary>Pages that are not needed to object fall back to another language.</summary>
    private static void CheckMissing(PageFile original, Language language, ProblemList problems)
    {
        if (CoreSet.Has(original.Kind, original.Id))
        {
            problems.Error(original.File, 1, $"there is no translation into \"{language.Code}\", which every listed language needs; write it with the id \"{original.Id}\", or take \"{language.Code}\" off content/{LanguageList.File}");
        }
        else if (original.Kind is PageKind.Guide)
        {
            problems.Warning(original.File, 1, $"there is no translation into \"{language.Code}\", so its readers get this guide in another language; write it with the id \"{original.Id}\", or write \"only: true\" here");
        }
    }

    private static void CheckTranslation(PageFile translation, PageFile original, ProblemList problems)
    {
        if (translation.Markdown.Sections.Count != original.Markdown.Sections.Count)
        {
            problems.Warning(translation.File, translation.Markdown.BodyLine, $"the translation has {translation.Markdown.Sections.Count} sections, the original {original.Markdown.Sections.Count}; translate them all");
        }

        if (translation.FrontMatter.Review.On < original.FrontMatter.Review.On)
        {
            problems.Warning(translation.File, translation.Markdown.Fields.LineOf("reviewed"), $"the translation is older than {original.File}; bring it up to date and change \"reviewed\"");
        }
    }
}
