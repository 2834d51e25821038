namespace OptOutGuide.Content.Deadlines;

/// <summary>Something that happened (an entry of <c>content/timeline.yml</c>).</summary>
public sealed record TimelineEvent(string Id, PartialDate Date, IReadOnlyList<Source> Sources, LocalizedText Text);
