namespace OptOutGuide.Content.Loading;

/// <summary>A Markdown file that was read, before its links are resolved.</summary>
internal sealed record PageFile(PageKind Kind, MarkdownFile Markdown, PageFrontMatter FrontMatter)
{
    public string File => Markdown.File;

    public string Language => Markdown.Language;

    public string Id => FrontMatter.Id;

    /// <summary>The fields of the front matter that are Markdown.</summary>
    public IEnumerable<MarkdownLine> FrontMatterLines => FrontMatter is GuideFrontMatter guide ? guide.Needs.Append(guide.Who) : [];

    /// <summary>Reads the front matter of a file and checks its markup.</summary>
    public static PageFile Of(PageKind kind, MarkdownFile markdown, ServiceCatalog services, DateOnly today, ProblemList problems)
    {
        PageFrontMatter frontMatter = kind is PageKind.Guide
            ? new GuideFrontMatter(markdown, services, today, problems)
            : new ArticleFrontMatter(markdown, ArticleKinds.Of(kind), today);
        markdown.Fields.RefuseOtherFields();
        MarkupRules.Check(markdown, problems);
        return new(kind, markdown, frontMatter);
    }
}
