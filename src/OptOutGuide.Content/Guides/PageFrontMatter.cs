namespace OptOutGuide.Content.Guides;

/// <summary>The front matter of a page: a property here is a field there, read in the constructor and nowhere else.</summary>
public class PageFrontMatter
{
    /// <param name="today">Nothing may be dated later.</param>
    internal PageFrontMatter(YamlReader fields, DateOnly today)
    {
        Id = fields.Text("id");
        Order = fields.Number("order");
        Title = fields.Text("title");
        Summary = fields.Text("summary");
        Next = fields.OptionalText("next");
        Review = Review.Read(fields, today);
        IsOriginal = fields.Has("original") && fields.Flag("original");
        IsOnly = fields.Has("only") && fields.Flag("only");
        Translation = Translation.Read(fields);
    }

    /// <summary>The same in every language; an easy-to-read version has the id of its guide.</summary>
    public string Id { get; }

    /// <summary>Place among the pages of its kind, from 1.</summary>
    public int Order { get; }

    public string Title { get; }

    /// <summary>One or two sentences for cards and search engines.</summary>
    public string Summary { get; }

    /// <summary>Id of the page to link to at the end; null for the default.</summary>
    public string? Next { get; }

    public Review Review { get; }

    /// <summary>The other versions of the page are translations of this one, whatever the order of the languages.</summary>
    public bool IsOriginal { get; }

    /// <summary>For readers of this language alone: the page is not to be translated.</summary>
    public bool IsOnly { get; }

    /// <summary>Null where the page does not say that it is a translation.</summary>
    public Translation? Translation { get; }

    /// <summary>Anchors of the page's own text that a field names; none where the field is missing.</summary>
    private protected static IReadOnlyList<string> ReadAnchors(MarkdownFile file, string field)
    {
        var anchors = file.Fields.OptionalTextsWithLines(field);
        foreach (var (anchor, _) in anchors.Where(anchor => !file.HasAnchor(anchor.Text)))
        {
            file.Fields.Error(field, $"this page has no anchor \"{anchor}\"; correct it");
        }

        return [.. anchors.Select(anchor => anchor.Text)];
    }

    /// <summary>
    /// The version that says that it is the original, otherwise the first that does not say that it is a translation. Null where
    /// all are translations: the site does not have the original's language.
    /// </summary>
    /// <param name="versions">Of one page, in the order of their languages.</param>
    internal static T? OriginalOf<T>(IReadOnlyCollection<T> versions, Func<T, PageFrontMatter?> frontMatter)
        where T : class =>
        versions.FirstOrDefault(version => frontMatter(version)?.IsOriginal is true) ?? versions.FirstOrDefault(version => frontMatter(version)?.Translation is null);
}
