using System.Text.RegularExpressions;

namespace OptOutGuide.Content.Markdown;

/// <summary>Markup that <see cref="SiteMarkdown"/> rendered: safe to put into a page as it is.</summary>
public readonly partial record struct Html(string Markup)
{
    /// <summary>The same without the numbers that lead to the sources.</summary>
    public Html WithoutNotes() => new(Note().Replace(Markup, ""));

    /// <summary>As the note renderer writes it; text cannot look like it, since it is escaped.</summary>
    [GeneratedRegex("<sup><a href=\"#note-[0-9]+\"[^>]*>[0-9]+</a></sup>")]
    private static partial Regex Note();
}
