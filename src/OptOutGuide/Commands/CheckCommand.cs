using OptOutGuide.Site;

namespace OptOutGuide.Commands;

/// <summary>
/// Reports every problem of the content, one line each. Ends with 0 when there is none, 1 with warnings only, 2 with
/// errors.
/// </summary>
internal static class CheckCommand
{
    /// <param name="isForGitHub">Writes workflow commands, which GitHub shows as annotations of the lines they name.</param>
    /// <param name="claims">File for the table of claims; null for none.</param>
    /// <param name="isForCoverage">Also writes the table of what is translated.</param>
    /// <param name="record">File for the <see cref="CheckedContent"/>; null for none.</param>
    public static int Run(ContentLayers folders, bool isForGitHub = false, string? claims = null, bool isForCoverage = false, string? record = null)
    {
        // Taken before the content is read: a change in between is then noticed at the next start.
        var version = record is null ? null : ContentVersion.Of(folders);
        var (content, table, problems) = Load(folders, claims is not null, isForCoverage);
        foreach (var problem in problems)
        {
            Console.WriteLine(isForGitHub ? Annotation(problem) : problem);
        }

        var errors = problems.Count(problem => problem.Severity is Severity.Error);
        var warnings = problems.Count(problem => problem.Severity is Severity.Warning);
        Console.WriteLine($"{Count(errors, "error")}, {Count(warnings, "warning")}");
        if (content?.Host.Missing is { Count: > 0 } missing)
        {
            Console.WriteLine($"host.yml does not set {string.Join(", ", missing)}; docs/adopt.md says what each is for");
        }

        if (table is not null && claims is null)
        {
            Console.WriteLine();
            Console.WriteLine(table);
        }
        else if (table is not null)
        {
            File.WriteAllText(claims!, table);
            Console.WriteLine($"Claims written to {claims}");
        }

        if (record is not null && version is not null && content is not null && warnings == 0)
        {
            CheckedContent.Of(content, version, TextCatalog.All).Write(record);
            Console.WriteLine($"Recorded in {record}");
        }
        else if (record is not null)
        {
            Console.WriteLine("Not recorded, because there are problems");
        }

        return errors > 0 ? 2 : warnings > 0 ? 1 : 0;
    }

    private static (SiteContent? Content, string? Table, IReadOnlyList<ContentProblem> Problems) Load(ContentLayers folders, bool isForClaims, bool isForCoverage)
    {
        if (isForClaims)
        {
            return ContentLoader.LoadClaims(folders, ContentLoader.LatestToday, TextCatalog.All);
        }

        if (isForCoverage)
        {
            return ContentLoader.LoadCoverage(folders, ContentLoader.LatestToday, TextCatalog.All);
        }

        var (content, problems) = ContentLoader.Load(folders, ContentLoader.LatestToday, TextCatalog.All);
        return (content, null, problems);
    }

    private static string Count(int count, string thing) => $"{count} {thing}{(count == 1 ? "" : "s")}";

    private static string Annotation(ContentProblem problem) =>
        $"::{problem.Severity switch { Severity.Error => "error", Severity.Warning => "warning", Severity.Info => "notice" }} file={Escape(problem.File, ":,")},line={problem.Line}::{Escape(problem.Text, "")}";

    /// <summary>Escapes what would end a property or begin another command, as GitHub's own tools do.</summary>
    private static string Escape(string text, string signs) =>
        $"%\r\n{signs}".Aggregate(DeceptiveText.Visible(text), (escaped, sign) => escaped.Replace(sign.ToString(), $"%{(int)sign:X2}", StringComparison.Ordinal));
}
