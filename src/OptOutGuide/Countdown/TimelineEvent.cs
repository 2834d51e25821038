namespace OptOutGuide.Countdown;

/// <summary>Something that happened (an entry of <c>content/timeline.yml</c>).</summary>
public sealed record TimelineEvent(DateOnly Date, IReadOnlyList<Source> Sources, Translated Text);

/// <summary>Something that changed on this site (an entry of <c>content/changes.yml</c>).</summary>
/// <param name="Pages">Ids of the pages it is about; may be empty.</param>
public sealed record Change(DateOnly Date, IReadOnlyList<string> Pages, Translated Text);
