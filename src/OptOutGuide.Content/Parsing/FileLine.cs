namespace OptOutGuide.Content.Parsing;

/// <summary>Where something is written, for problems found later.</summary>
public readonly record struct FileLine(string File, int Line);
