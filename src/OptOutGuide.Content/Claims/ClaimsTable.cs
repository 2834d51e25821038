using System.Globalization;
using System.Text;

namespace OptOutGuide.Content.Claims;

/// <summary>
/// Writes every sentence that names a source, with that source, as one table for reviewers (<c>check --claims</c>). Translations
/// by machine are left out: they have the notes of their originals.
/// </summary>
internal static class ClaimsTable
{
    private const string Head = """
        # Claims and their sources

        Written by `check --claims` from the notes of the content; do not edit it. A sentence without a note is advice, an
        instruction or a description of this site. Sources are described in [sources.yml](../content/sources.yml).

        """;

    public static string Of(IReadOnlyList<Language> languages, DataFiles data, IReadOnlyList<PageFile> pages, SiteMap siteMap)
    {
        var table = new StringBuilder(Head);
        // The languages of a page follow each other.
        PageFile[] written = [.. pages.Where(page => page.FrontMatter.Translation is not { IsByMachine: true })];
        foreach (var page in written.OrderBy(page => page.Kind is not PageKind.Guide).GroupBy(page => (page.Kind, page.Id)).SelectMany(versions => versions))
        {
            var path = siteMap.Find(page.Kind, page.Id, page.Language)!.Path;
            Write(path, $"{Cell(page.FrontMatter.Title)} (`{page.File}`)", Claim.In(page));
        }

        foreach (var language in languages.Where(language => written.Any(page => page.Language == language.Code)))
        {
            var about = $"`content/{language.Code}/data.yml`";
            Write($"Time line, {language.Code}", about, data.Timeline.Where(happened => happened.Text.LanguageFor(language) == language.Code).Select(happened => new Claim(happened.Date.ToString(), happened.Text.In(language), [.. happened.Sources.Select(source => source.Id)])));
            Write($"Deadlines, {language.Code}", about, data.Deadlines.SelectMany(deadline => Said(deadline.Texts[language.Code]).Select(text => new Claim(deadline.Id, text, deadline.Sources))));
            Write($"Links, {language.Code}", about, data.Links.Values.Select(link => new Claim(link.Id, $"{link.What.In(language)}: {link.Url}. {link.Note?.In(language)}".TrimEnd(), link.Evidence)));
        }

        return table.ToString();

        void Write(string title, string about, IEnumerable<Claim> claims)
        {
            Claim[] rows = [.. claims];
            if (rows.Length == 0)
            {
                return;
            }

            table.Append(CultureInfo.InvariantCulture, $"\n## {title}\n\n{about}\n\n| Where | Sentence | Source | Dated |\n|---|---|---|---|\n");
            foreach (var row in rows)
            {
                var sources = row.Sources.Select(id => data.Sources[id]).ToArray();
                table.Append(CultureInfo.InvariantCulture, $"| {row.Place} | {Cell(row.Sentence)} | {string.Join("<br>", sources.Select(source => $"`{source.Id}`, {Cell(source.Publisher)}"))} | {string.Join("<br>", sources.Select(source => Day(source.Date)))} |\n");
            }
        }
    }

    private static IEnumerable<string> Said(DeadlineTexts texts) => [texts.Upcoming, texts.LastDays, texts.Today, texts.Passed, texts.AlwaysText];

    private static string Day(SourceDate date) => date.IsUndated ? $"undated, read {date.Date}" : date.Date.ToString();

    /// <summary>Escapes a text for a table cell: one line, Markdown characters shown literally.</summary>
    private static string Cell(string text)
    {
        var cell = new StringBuilder();
        foreach (var character in text)
        {
            cell.Append(character switch
            {
                '\\' or '|' or '*' or '_' or '`' or '[' or ']' or '<' or '>' => $"\\{character}",
                '\n' => " ",
                _ => character.ToString(),
            });
        }

        return cell.ToString();
    }
}
