namespace OptOutGuide.Content.Deadlines;

/// <summary>Something that changed on this site (an entry of <c>content/changes.yml</c>).</summary>
/// <param name="Pages">Ids of the pages it is about, each with the place that names it; may be empty.</param>
public sealed record SiteChange(string Id, DateOnly Date, IReadOnlyList<(string Id, FileLine Place)> Pages, LocalizedText Text);
