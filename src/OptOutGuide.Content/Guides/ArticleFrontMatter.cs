namespace OptOutGuide.Content.Guides;

/// <summary>The front matter of a page of text.</summary>
public sealed class ArticleFrontMatter : PageFrontMatter
{
    internal ArticleFrontMatter(MarkdownFile file, ArticleKind kind, DateOnly today)
        : base(file.Fields, today)
    {
        NamedSections = ReadNamedSections(file);
        NotPrinted = kind is ArticleKind.EasyGuide ? ReadAnchors(file, "not-printed") : [];
        Law = kind is ArticleKind.Text && file.Fields.Has("law") ? ReadLaw(file.Fields) : null;
    }

    /// <summary>Anchors of the sections that the site itself links to.</summary>
    public IReadOnlyDictionary<NamedSection, string> NamedSections { get; }

    /// <summary>Anchors of the sections of an easy-to-read version that its sheet leaves out, for somebody to explain.</summary>
    public IReadOnlyList<string> NotPrinted { get; }

    /// <summary>The law that a ready text cites; null for one that cites none, and for other pages.</summary>
    public Law? Law { get; }

    private static Dictionary<NamedSection, string> ReadNamedSections(MarkdownFile file)
    {
        var anchors = new Dictionary<NamedSection, string>();
        var fields = file.Fields.Has("sections") ? file.Fields.Map("sections") : null;
        foreach (var name in fields?.Keys ?? [])
        {
            var anchor = fields!.Text(name);
            if (!KebabCase.TryParse<NamedSection>(name, out var section))
            {
                fields.Error(name, $"\"{name}\" is no section that the site leads to; write one of {KebabCase.All<NamedSection>()}");
            }
            else if (!file.HasAnchor(anchor))
            {
                fields.Error(name, $"this page has no anchor \"{anchor}\"; correct it");
            }
            else
            {
                anchors[section] = anchor;
            }
        }

        return anchors;
    }

    private Law ReadLaw(YamlReader fields)
    {
        var law = fields.Choice<Law>("law");
        if (law is not Authorities.Law.Gdpr && !Id.EndsWith($"-{KebabCase.Of(law)}", StringComparison.Ordinal))
        {
            fields.Error("id", $"a text with \"law: {KebabCase.Of(law)}\" has the id of the text under the GDPR and \"-{KebabCase.Of(law)}\" after it; correct it");
        }

        return law;
    }
}
