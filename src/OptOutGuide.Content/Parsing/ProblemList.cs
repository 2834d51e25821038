using System.Collections.Concurrent;

namespace OptOutGuide.Content.Parsing;

/// <summary>
/// Collects the problems of one load, so that an editor sees them all at once. Thread-safe, because files are read in parallel.
/// </summary>
internal sealed class ProblemList
{
    private readonly ConcurrentBag<ContentProblem> _problems = [];

    /// <summary>A list whose problems are discarded: the caller has no use for them, or they were reported elsewhere.</summary>
    public static ProblemList Unreported() => new();

    public bool HasErrors => _problems.Any(problem => problem.Severity is Severity.Error);

    public IReadOnlyList<ContentProblem> Sorted =>
        [.. _problems.Distinct().OrderByDescending(problem => problem.IsRoot).ThenBy(problem => problem.File, StringComparer.Ordinal).ThenBy(problem => problem.Line).ThenBy(problem => problem.Text, StringComparer.Ordinal)];

    public void Error(string file, int line, string text) => _problems.Add(new(file, line, Severity.Error, text));

    /// <summary>A file of which nothing could be read; listed before all others.</summary>
    public void Unreadable(string file, int line, string text) =>
        _problems.Add(new(file, line, Severity.Error, $"{text} (start here: other errors may come from it)", IsRoot: true));

    public void Info(string file, int line, string text) => _problems.Add(new(file, line, Severity.Info, text));

    public void Warning(string file, int line, string text) => _problems.Add(new(file, line, Severity.Warning, text));
}
