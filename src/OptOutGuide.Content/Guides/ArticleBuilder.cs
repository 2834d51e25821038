namespace OptOutGuide.Content.Guides;

/// <summary>Builds a page of text from its front matter and Markdown.</summary>
internal static class ArticleBuilder
{
    public static Article Build(MarkdownFile file, ArticleKind kind, ArticleFrontMatter frontMatter, LinkResolver links, ProblemList problems)
    {
        links.CheckNext(frontMatter.Next);
        if (kind is ArticleKind.EasyGuide)
        {
            DataBlockRules.RefuseIn(file, problems);
        }

        return Create(file, kind, frontMatter, links, new(Render(file, links, problems)));
    }

    /// <summary>
    /// A page for readers whose language lacks it. Its text was checked with its own language, so it is rendered when somebody
    /// asks for it: with many languages these pages are a third of all.
    /// </summary>
    public static Article BuildFallback(MarkdownFile file, ArticleKind kind, ArticleFrontMatter frontMatter, LinkResolver links) =>
        Create(file, kind, frontMatter, links, new(() => Render(file, links, ProblemList.Unreported()), LazyThreadSafetyMode.PublicationOnly));

    private static Article Create(MarkdownFile file, ArticleKind kind, ArticleFrontMatter frontMatter, LinkResolver links, Lazy<ArticleBody> body) => new(body)
    {
        Kind = kind,
        Language = links.ReaderLanguage,
        WrittenIn = file.Language,
        FrontMatter = frontMatter,
    };

    private static ArticleBody Render(MarkdownFile file, LinkResolver links, ProblemList problems)
    {
        var parts = new ContentPartReader(file, links, problems);
        IReadOnlyList<ContentPart> opening = parts.Read(file.Opening);
        ArticleSection[] sections = [.. file.Sections.Select(section => new ArticleSection(section.Anchor ?? "", section.Title, parts.Read(section.Blocks), MarkdownParts.PlainText(section.Blocks)))];
        return new(opening, sections, links.Notes, links.UsedLinks, UsedLabels.In([file.Body], opening.Concat(sections.SelectMany(section => section.Parts))));
    }
}
