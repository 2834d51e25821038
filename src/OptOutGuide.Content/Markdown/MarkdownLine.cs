using Markdig.Syntax;

namespace OptOutGuide.Content.Markdown;

/// <summary>A field of the front matter that is Markdown: bold, links and notes in one line. Parsed once.</summary>
internal sealed record MarkdownLine(string Source, MarkdownDocument Content, int Line)
{
    public static MarkdownLine Parse(string source, string file, int line, LabelSet labels, ProblemList problems)
    {
        var document = SiteMarkdown.Parse(source, file, line, problems);
        LabelInserter.Insert(document, labels, file, _ => line, problems);
        if (document is not ([] or [ParagraphBlock]))
        {
            problems.Error(file, line, $"\"{source}\" is more than one line of text; write it without the signs of a list, a heading or a box");
        }

        foreach (var part in document.Descendants())
        {
            MarkupRules.Check(part, file, line, problems);
        }

        return new(source, document, line);
    }
}
