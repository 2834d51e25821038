using System.Text.RegularExpressions;

namespace OptOutGuide.Content.Markdown;

/// <summary>
/// Trusted markup. Created by <see cref="SiteMarkdown"/>, by <c>IconFile</c> (allow-listed SVG) and by <c>SheetText</c>, which
/// edits such markup and encodes what it inserts.
/// </summary>
public readonly partial record struct Html(string Markup)
{
    /// <summary>The same without the numbers that lead to the sources, and without the domains behind outside links: paper has whole addresses.</summary>
    public Html ForPaper() => new(ScreenOnly().Replace(Markup, ""));

    /// <summary>As the note and the link renderer write them; text cannot look like it, since it is escaped.</summary>
    [GeneratedRegex("<sup><a href=\"#note-[0-9]+\"[^>]*>[0-9]+</a></sup>| <small>[^<]*</small>")]
    private static partial Regex ScreenOnly();
}
