namespace OptOutGuide.Content.Guides;

/// <summary>Builds a page of text from its front matter and Markdown.</summary>
internal static class ArticleParser
{
    public static Article Parse(MarkdownFile file, ArticleKind kind, ArticleFrontMatter frontMatter, LinkResolver links, ProblemList problems)
    {
        links.CheckNext(frontMatter.Next);
        if (kind is ArticleKind.EasyGuide)
        {
            DataBlockRules.RefuseIn(file, problems);
        }

        var parts = new ContentPartReader(file, links, problems);
        IReadOnlyList<ContentPart> opening = parts.Read(file.Opening);
        ArticleSection[] sections = [.. file.Sections.Select(section => new ArticleSection(section.Anchor ?? "", section.Title, parts.Read(section.Blocks), SiteMarkdown.PlainText(section.Blocks)))];
        return new Article
        {
            Kind = kind,
            Language = links.Frame,
            WrittenIn = file.Language,
            FrontMatter = frontMatter,
            Opening = opening,
            Sections = sections,
            Notes = links.Notes,
            Links = links.UsedLinks,
            Labels = UsedLabels.In([file.Body], opening.Concat(sections.SelectMany(section => section.Parts))),
        };
    }
}
