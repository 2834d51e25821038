using System.Globalization;
using System.Text;

namespace OptOutGuide.Content.Checks;

/// <summary>How far each language is translated, as a table for the terminal (<c>check --coverage</c>).</summary>
internal static class Coverage
{
    private const string Original = "original";
    private const string Complete = "complete";
    private const string ByMachine = "machine";
    private const string Older = "older";
    private const string FallsBack = "falls back";
    private const string NotForIt = "–";
    private const int Width = 11;

    private static readonly (string State, string Meaning)[] Legend =
    [
        (Original, "the page that the others translate"),
        (Complete, "a translation that somebody has read, or that does not say how it was made"),
        (ByMachine, "\"translation: machine\": nobody has read it yet"),
        (Older, "reviewed before its original: bring it up to date"),
        (FallsBack, "missing, and shown in another language"),
        (NotForIt, "for one other language only"),
    ];

    /// <param name="pages">In the order of their languages.</param>
    public static string Of(IReadOnlyList<PageFile> pages, IReadOnlyList<Language> languages)
    {
        var rows = pages.Where(page => page.Id.Length > 0).GroupBy(page => (page.Kind, page.Id)).Select(versions => (
            Name: $"{MergedFolder.FolderOf(versions.Key.Kind)}/{versions.Key.Id}",
            States: languages.Select(language => State([.. versions], language.Code)).ToArray())).ToArray();
        var first = rows.Select(row => row.Name.Length).DefaultIfEmpty().Max() + 2;
        var table = new StringBuilder();
        Line("", languages.Select(language => language.Code));
        foreach (var (name, states) in rows)
        {
            Line(name, states);
        }

        table.AppendLine();
        foreach (var (state, _) in Legend)
        {
            Line(state, languages.Select((_, column) => rows.Count(row => row.States[column] == state).ToString(CultureInfo.InvariantCulture)));
        }

        table.AppendLine().AppendJoin('\n', Legend.Select(entry => $"{entry.State}: {entry.Meaning}"));
        return table.ToString();

        void Line(string name, IEnumerable<string> cells) =>
            table.AppendLine((name.PadRight(first) + string.Concat(cells.Select(cell => cell.PadRight(Width)))).TrimEnd());
    }

    private static string State(PageFile[] versions, string language)
    {
        var original = TranslationChecks.OriginalOf(versions);
        if (Array.Find(versions, version => version.Language == language) is not { } page)
        {
            return Array.Exists(versions, version => version.FrontMatter.IsOnly) ? NotForIt : FallsBack;
        }

        return page == original ? Original
            : page.FrontMatter.Review.On < original?.FrontMatter.Review.On ? Older
            : page.FrontMatter.Translation is { IsByMachine: true } ? ByMachine
            : Complete;
    }
}
