namespace OptOutGuide.Content.Parsing;

public enum Severity
{
    Error,
    Warning,

    /// <summary>Nothing to correct.</summary>
    Info,
}

/// <summary>An error, a warning or an information about a content file, worded for an editor.</summary>
/// <param name="File">
/// Name of the content folder, then the path in it, with forward slashes: <c>content/fr/guides/facebook.md</c>; the folder's name
/// alone where the problem is the folder.
/// </param>
/// <param name="Line">Counted from 1.</param>
/// <param name="Text">What is wrong, then what to do.</param>
/// <param name="IsRoot">The file could not be read at all: other problems may come from it.</param>
public sealed record ContentProblem(string File, int Line, Severity Severity, string Text, bool IsRoot = false)
{
    /// <summary>On one line, with hidden characters made visible: it goes to terminals and logs.</summary>
    public override string ToString() => DeceptiveText.Visible($"{File}:{Line}: {KebabCase.Of(Severity)}: {Text}");
}
