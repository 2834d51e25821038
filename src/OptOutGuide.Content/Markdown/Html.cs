using System.Text.RegularExpressions;

namespace OptOutGuide.Content.Markdown;

/// <summary>Markup that <see cref="SiteMarkdown"/> rendered: safe to put into a page as it is.</summary>
public readonly partial record struct Html(string Markup)
{
    /// <summary>The same without the numbers that lead to the sources, and without the domains behind outside links: paper has whole addresses.</summary>
    public Html ForPaper() => new(ScreenOnly().Replace(Markup, ""));

    /// <summary>As the note and the link renderer write them; text cannot look like it, since it is escaped.</summary>
    [GeneratedRegex("<sup><a href=\"#note-[0-9]+\"[^>]*>[0-9]+</a></sup>| <small>[^<]*</small>")]
    private static partial Regex ScreenOnly();
}
