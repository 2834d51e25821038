namespace OptOutGuide.Content.Evidence;

/// <summary>A label of Meta's screens as readers of one language get it, with where it was seen.</summary>
/// <param name="Id">The same in every language.</param>
/// <param name="Language">Code of the language of the wording.</param>
/// <param name="LookFor">What to look for, in the reader's language, where the wording is that of another one; otherwise null.</param>
public sealed record MetaLabel(
    string Id,
    string Wording,
    string Language,
    string Publisher,
    string Title,
    Uri? Url,
    SourceDate Date,
    EvidenceGrade Grade,
    string? LookFor = null)
{
    /// <summary>Whether no source shows the label in the reader's language.</summary>
    public bool IsForeign => LookFor is not null;
}
