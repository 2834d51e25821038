namespace OptOutGuide.Content.Checks;

/// <summary>Compares each original with its translations.</summary>
internal static class TranslationChecks
{
    /// <param name="pages">In the order of their languages.</param>
    public static void Check(IReadOnlyList<PageFile> pages, IReadOnlyList<Language> languages, ProblemList problems)
    {
        foreach (var versions in pages.Where(page => page.Id.Length > 0).GroupBy(page => (page.Kind, page.Id)).Select(versions => versions.DistinctBy(version => version.Language).ToArray()))
        {
            CheckVersions(versions, problems);
            if (OriginalOf(versions) is { } original)
            {
                foreach (var translation in versions.Where(version => version != original))
                {
                    CheckTranslation(translation, original, problems);
                }
            }

            foreach (var language in versions[0].FrontMatter.IsOnly ? [] : languages.Where(language => Array.TrueForAll(versions, version => version.Language != language.Code)))
            {
                CheckMissing(OriginalOf(versions) ?? versions[0], language, problems);
            }
        }
    }

    public static PageFile? OriginalOf(IReadOnlyCollection<PageFile> versions) => PageFrontMatter.OriginalOf(versions, version => version.FrontMatter);

    private static void CheckVersions(PageFile[] versions, ProblemList problems)
    {
        foreach (var second in versions.Where(version => version.FrontMatter.IsOriginal).Skip(1))
        {
            second.Markdown.Fields.Error("original", $"{OriginalOf(versions)!.File} is the original already; remove \"original\" from one");
        }

        foreach (var both in versions.Where(version => version.FrontMatter is { IsOriginal: true, Translation: not null }))
        {
            both.Markdown.Fields.Warning("translation", "this is the original of the page, not a translation; remove \"translation\" or \"original\"");
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
