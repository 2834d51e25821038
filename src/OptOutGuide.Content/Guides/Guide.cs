namespace OptOutGuide.Content.Guides;

/// <summary>A step-by-step guide in one language (a file of <c>content/&lt;language&gt;/guides</c>).</summary>
public sealed record Guide
{
    /// <summary>Code of the language of its readers.</summary>
    public required string Language { get; init; }

    /// <summary>Code of the language of its text: another where the guide is missing in that of its readers.</summary>
    public required string WrittenIn { get; init; }

    /// <summary>Code of the language of its text where that is not its readers' own; otherwise null.</summary>
    public string? ForeignLanguage => WrittenIn == Language ? null : WrittenIn;

    public required GuideFrontMatter FrontMatter { get; init; }

    public required Html Who { get; init; }
    public required IReadOnlyList<Html> Needs { get; init; }

    /// <summary>Objection forms: the preferred one, then those to use when it does not open.</summary>
    public required IReadOnlyList<OutsideLink> Forms { get; init; }

    public required Html Intro { get; init; }
    public required IReadOnlyList<GuideStep> Steps { get; init; }
    public required Html Limits { get; init; }

    /// <summary>Sources in the order of their notes: note 1 is the first.</summary>
    public required IReadOnlyList<Source> Notes { get; init; }

    /// <summary>The outside links of the text, in their order.</summary>
    public required IReadOnlyList<OutsideLink> Links { get; init; }

    /// <summary>The labels of Meta's screens that the guide names.</summary>
    public required IReadOnlyList<MetaLabel> Labels { get; init; }

    public string Id => FrontMatter.Id;

    public string Name => FrontMatter.Name;

    public string Title => FrontMatter.Title;

    public Review Review => FrontMatter.Review;
}

/// <param name="Id">The anchor, never changed once published.</param>
/// <param name="Number">From 1.</param>
/// <param name="Parts">The whole step, with its notes.</param>
/// <param name="Page">The same as a page of its own shows it.</param>
public sealed record GuideStep(string Id, int Number, string Title, IReadOnlyList<ContentPart> Parts, StepPage Page);
