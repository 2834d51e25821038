namespace OptOutGuide.Content.Loading;

/// <summary>The languages that <c>content/languages.yml</c> lists.</summary>
internal static class LanguageList
{
    public const string File = "languages.yml";

    /// <summary>The codes of the languages, the default first; one that is not there is a problem.</summary>
    public static IReadOnlyList<string> Read(MergedFolder folder, ProblemList problems)
    {
        if (folder.Map(File) is not { } map)
        {
            return [];
        }

        var listed = map.TextsWithLines("languages");
        map.RefuseOtherFields();
        foreach (var (code, line) in listed.Where(language => !folder.Has($"{language.Text}/site.yml")))
        {
            problems.Error(map.FileOf("languages"), line, $"there is no content/{code}/site.yml; write it, or take \"{code}\" off the list until it is written");
        }

        foreach (var (code, line) in listed.GroupBy(language => language.Text).SelectMany(same => same.Skip(1)))
        {
            problems.Error(map.FileOf("languages"), line, $"\"{code}\" is listed twice; remove one");
        }

        if (listed.Count == 0 && map.Has("languages"))
        {
            map.Error("languages", "no language is listed; write the code of one, such as [fr]");
        }

        string[] codes = [.. listed.Select(language => language.Text)];
        if (folder.LanguageFolders.Except(codes).ToArray() is { Length: > 0 } others)
        {
            problems.Info(map.FileOf("languages"), map.LineOf("languages"), $"not offered: {string.Join(", ", others)}; to offer one, list it here once it is complete");
        }

        return [.. codes.Distinct().Where(code => folder.Has($"{code}/site.yml"))];
    }

    /// <summary>The language that is read, though not offered, for the pages and names that those offered lack; empty where it is offered.</summary>
    public static IEnumerable<string> StandIn(MergedFolder folder, IReadOnlyList<string> offered) =>
        new[] { Language.Fallback }.Where(code => offered.Count > 0 && !offered.Contains(code) && folder.Has($"{code}/site.yml"));
}
