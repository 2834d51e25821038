using Microsoft.AspNetCore.Components;

namespace OptOutGuide.Guides;

/// <summary>A step-by-step guide in one language (a file of <c>content/&lt;language&gt;/guides</c>).</summary>
public sealed record Guide
{
    /// <summary>The same in every language.</summary>
    public required string Id { get; init; }

    public required string Language { get; init; }

    /// <summary>Place among the guides, from 1.</summary>
    public required int Order { get; init; }

    /// <summary>Short name, such as « Facebook ».</summary>
    public required string Name { get; init; }

    public required string Title { get; init; }
    public required string Summary { get; init; }

    /// <summary>Id of the page to go on with; null for the list.</summary>
    public required string? Next { get; init; }

    /// <summary>Lines of a visitor's list that this guide serves.</summary>
    public required IReadOnlyList<Service> Services { get; init; }

    public required MarkupString Who { get; init; }
    public required int Minutes { get; init; }
    public required IReadOnlyList<MarkupString> Needs { get; init; }

    /// <summary>What the first form's button opens; null for Meta's objection form.</summary>
    public required string? FormButton { get; init; }

    /// <summary>Where to object, best first; the others are for when it does not open.</summary>
    public required IReadOnlyList<OutsideLink> Forms { get; init; }

    public required MarkupString Intro { get; init; }
    public required IReadOnlyList<GuideStep> Steps { get; init; }
    public required MarkupString Limits { get; init; }

    /// <summary>Sources in the order of their notes: note 1 is the first.</summary>
    public required IReadOnlyList<Source> Notes { get; init; }

    /// <summary>The outside links of the text, in their order.</summary>
    public required IReadOnlyList<OutsideLink> Links { get; init; }

    public required Review Review { get; init; }
}

/// <param name="Id">The anchor, never changed once published.</param>
/// <param name="Number">From 1.</param>
public sealed record GuideStep(string Id, int Number, string Title, IReadOnlyList<ContentPart> Parts);
