namespace OptOutGuide.Content.Guides;

/// <summary>A page of text in one language (a file of <c>pages</c>, <c>easy</c> or <c>texts</c>).</summary>
public sealed record Article
{
    private readonly Lazy<ArticleBody> _body;

    /// <param name="body">Rendered when it is first asked for.</param>
    internal Article(Lazy<ArticleBody> body) => _body = body;

    public required ArticleKind Kind { get; init; }

    /// <summary>Code of the language of its readers.</summary>
    public required string Language { get; init; }

    /// <summary>Code of the language of its text: another where the page is missing in that of its readers.</summary>
    public required string WrittenIn { get; init; }

    /// <summary>Code of the language of its text where that is not its readers' own; otherwise null.</summary>
    public string? ForeignLanguage => WrittenIn == Language ? null : WrittenIn;

    public required ArticleFrontMatter FrontMatter { get; init; }

    public IReadOnlyList<ContentPart> Opening => _body.Value.Opening;

    public IReadOnlyList<ArticleSection> Sections => _body.Value.Sections;

    /// <summary>Sources in the order of their notes: note 1 is the first.</summary>
    public IReadOnlyList<Source> Notes => _body.Value.Notes;

    /// <summary>The outside links of the text, in their order.</summary>
    public IReadOnlyList<OutsideLink> Links => _body.Value.Links;

    /// <summary>The labels of Meta's screens that the text names.</summary>
    public IReadOnlyList<MetaLabel> Labels => _body.Value.Labels;

    public string Id => FrontMatter.Id;

    /// <summary>The texts of its boxes to copy.</summary>
    public IEnumerable<string> Letters => Opening.Concat(Sections.SelectMany(section => section.Parts)).Select(part => part.Letter).OfType<string>();

    public string Title => FrontMatter.Title;

    public Review Review => FrontMatter.Review;

    public Law? Law => FrontMatter.Law;

    /// <summary>The id that a ready text shares with its versions under other laws: that of the version under the GDPR.</summary>
    public string LetterId => Law is null or Authorities.Law.Gdpr ? Id : Id[..Id.LastIndexOf('-')];
}

/// <summary>The text of an article, rendered.</summary>
internal sealed record ArticleBody(
    IReadOnlyList<ContentPart> Opening, IReadOnlyList<ArticleSection> Sections, IReadOnlyList<Source> Notes, IReadOnlyList<OutsideLink> Links, IReadOnlyList<MetaLabel> Labels);

public enum ArticleKind
{
    Page,

    /// <summary>A letter or a message ready to copy.</summary>
    Text,

    /// <summary>The easy-to-read version of a guide.</summary>
    EasyGuide,
}

/// <param name="Text">The words alone, without markup and source notes; links keep their words.</param>
public sealed record ArticleSection(string Id, string Title, IReadOnlyList<ContentPart> Parts, string Text);
