using Microsoft.AspNetCore.Components;

namespace OptOutGuide.Guides;

/// <summary>A page of text in one language (a file of <c>pages</c>, <c>easy</c> or <c>texts</c>).</summary>
public sealed record Article
{
    public required PageKind Kind { get; init; }

    /// <summary>The same in every language; an easy-to-read version has the id of its guide.</summary>
    public required string Id { get; init; }

    public required string Language { get; init; }
    public required int Order { get; init; }
    public required string Title { get; init; }
    public required string Summary { get; init; }

    /// <summary>Id of the page to go on with; null for the questions.</summary>
    public required string? Next { get; init; }

    public required IReadOnlyList<ContentPart> Opening { get; init; }
    public required IReadOnlyList<ArticleSection> Sections { get; init; }

    /// <summary>Sources in the order of their notes: note 1 is the first.</summary>
    public required IReadOnlyList<Source> Notes { get; init; }

    /// <summary>The outside links of the text, in their order.</summary>
    public required IReadOnlyList<OutsideLink> Links { get; init; }

    public required Review Review { get; init; }

    /// <summary>Anchors of the sections that the site's own parts lead to.</summary>
    public required IReadOnlyDictionary<NamedSection, string> NamedSections { get; init; }

    /// <summary>The law that a ready text cites; null for one that cites none, and for other pages.</summary>
    public required Law? Law { get; init; }

    /// <summary>The id that a ready text shares with its versions under other laws: that of the version under the GDPR.</summary>
    public string LetterId => Law is null or Authorities.Law.Gdpr ? Id : Id[..Id.LastIndexOf('-')];

    /// <summary>Whether <c>::: name</c> stands for data that the site fills in.</summary>
    internal static bool IsEmbed(string? name) => KebabCase.TryParse<Embed>(name ?? "", out _);
}

/// <param name="Text">The words alone, without markup and source notes; links keep their words.</param>
public sealed record ArticleSection(string Id, string Title, IReadOnlyList<ContentPart> Parts, string Text);

/// <summary>Text, or what stands between two runs of it: data that the site fills in, or the picture of a screen.</summary>
public sealed record ContentPart(MarkupString Html, Embed? Embed = null, Screen? Screen = null);

/// <summary>Data of the content folder that a page shows where it writes <c>::: name</c>.</summary>
public enum Embed
{
    Timeline,
    Authorities,
    Sources,
    Changes,
    Texts,
}
