namespace OptOutGuide.Content.Deadlines;

/// <summary>Something that changed on this site (an entry of <c>content/changes.yml</c>).</summary>
/// <param name="Pages">Ids of the pages it is about, each with its line in the file; may be empty.</param>
/// <param name="Line">Its own line in the file.</param>
public sealed record SiteChange(string Id, DateOnly Date, IReadOnlyList<(string Id, int Line)> Pages, int Line, LocalizedText Text);
