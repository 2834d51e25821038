namespace OptOutGuide.Content.Checks;

/// <summary>Compares each original with its translations.</summary>
internal static class TranslationChecks
{
    public static void Check(IReadOnlyList<PageFile> pages, IReadOnlyList<Language> languages, ProblemList problems)
    {
        var originals = pages.Where(page => page.Language == Language.Original).DistinctBy(page => (page.Kind, page.Id)).ToDictionary(page => (page.Kind, page.Id));
        foreach (var language in languages.Skip(1))
        {
            var translations = pages.Where(page => page.Language == language.Code).ToLookup(page => (page.Kind, page.Id));
            foreach (var missing in originals.Where(original => original.Value.Id.Length > 0 && !translations.Contains(original.Key)))
            {
                problems.Warning(missing.Value.File, 1, $"there is no translation into \"{language.Code}\"; write it with the id \"{missing.Value.Id}\"");
            }

            foreach (var translation in translations.SelectMany(group => group))
            {
                Check(translation, originals.GetValueOrDefault((translation.Kind, translation.Id)), problems);
            }
        }
    }

    private static void Check(PageFile translation, PageFile? original, ProblemList problems)
    {
        if (original is null)
        {
            problems.Warning(translation.File, 1, $"there is no original with the id \"{translation.Id}\"; write it or correct the id");
            return;
        }

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
