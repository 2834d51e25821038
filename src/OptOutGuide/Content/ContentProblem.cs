using System.Collections.Concurrent;

namespace OptOutGuide.Content;

internal enum Severity
{
    Error,
    Warning,
}

/// <summary>Something wrong in a content file, said so that an editor can put it right.</summary>
/// <param name="File">Path below the content folder, with forward slashes: <c>content/fr/guides/facebook.md</c>.</param>
/// <param name="Line">Counted from 1.</param>
/// <param name="Text">What is wrong, then what to do.</param>
/// <param name="IsRoot">The file could not be read at all: other problems may come from it.</param>
internal sealed record ContentProblem(string File, int Line, Severity Severity, string Text, bool IsRoot = false)
{
    /// <summary>On one line, and nothing in it hidden: it goes to terminals and logs.</summary>
    public override string ToString() => DeceptiveText.Visible($"{File}:{Line}: {(Severity is Severity.Error ? "error" : "warning")}: {Text}");
}

/// <summary>Collects the problems of one load, so that an editor sees them all at once. Files are read side by side.</summary>
internal sealed class ProblemList
{
    private readonly ConcurrentBag<ContentProblem> _problems = [];

    public bool HasErrors => _problems.Any(problem => problem.Severity is Severity.Error);

    public IReadOnlyList<ContentProblem> Sorted =>
        [.. _problems.Distinct().OrderByDescending(problem => problem.IsRoot).ThenBy(problem => problem.File, StringComparer.Ordinal).ThenBy(problem => problem.Line).ThenBy(problem => problem.Text, StringComparer.Ordinal)];

    public void Error(string file, int line, string text) => _problems.Add(new(file, line, Severity.Error, text));

    /// <summary>A file of which nothing could be read; said before all others.</summary>
    public void Unreadable(string file, int line, string text) =>
        _problems.Add(new(file, line, Severity.Error, $"{text} (start here: other errors may come from it)", IsRoot: true));

    public void Warning(string file, int line, string text) => _problems.Add(new(file, line, Severity.Warning, text));
}
