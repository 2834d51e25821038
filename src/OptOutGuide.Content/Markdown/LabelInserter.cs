using Markdig.Extensions.CustomContainers;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace OptOutGuide.Content.Markdown;

/// <summary>
/// Puts the words of Meta's labels in the place of <c>[](label:submit)</c>, in bold. Whatever reads the text afterwards finds
/// plain words. A label in another language is followed by what to look for, at its first use below each <c>##</c>.
/// </summary>
internal static class LabelInserter
{
    public static void Insert(MarkdownDocument text, LabelSet labels, string file, Func<MarkdownObject, int> lineOf, ProblemList problems)
    {
        var explained = new HashSet<string>(StringComparer.Ordinal);
        foreach (var block in text)
        {
            if (block is HeadingBlock { Level: 2 })
            {
                explained.Clear();
            }

            // A step's own page or the sheet leaves these boxes out: what stands there must be explained outside of them too.
            var known = block is CustomContainer { Info: "more" or "online" } ? [.. explained] : explained;
            foreach (var link in MarkdownParts.Inlines<LinkInline>(block).Where(link => LabelSet.IsReference(link.Url)))
            {
                if (ErrorIn(link) is { } error)
                {
                    problems.Error(file, lineOf(link), error);
                }

                Replace(link, labels.Find(link.Url!, file, lineOf(link), problems), known);
            }
        }
    }

    private static string? ErrorIn(LinkInline link) => link switch
    {
        { FirstChild: not null } => $"a label has its words from meta-labels.yml; write []({link.Url})",
        { Parent: EmphasisInline } => "a label is bold by itself; remove the signs around it",
        _ => null,
    };

    /// <param name="explained">The labels whose words to look for the reader knows already.</param>
    private static void Replace(LinkInline link, MetaLabel? label, HashSet<string> explained)
    {
        var words = new LabelInline(label) { Line = link.Line, Column = link.Column, Span = link.Span };
        link.ReplaceBy(words, copyChildren: false);
        if (label?.LookFor is { } lookFor && explained.Add(label.Id))
        {
            words.InsertAfter(new LiteralInline($" ({lookFor})") { Line = link.Line, Column = link.Column, Span = link.Span });
        }
    }
}

/// <summary>A label of Meta's screens in a text; null for one that is not known.</summary>
internal sealed class LabelInline : EmphasisInline
{
    public LabelInline(MetaLabel? label)
    {
        Label = label;
        DelimiterChar = '*';
        DelimiterCount = 2;
        AppendChild(new LiteralInline(label?.Wording ?? "…"));
        if (label is { IsForeign: true })
        {
            this.GetAttributes().AddProperty("lang", label.Language);
        }
    }

    public MetaLabel? Label { get; }
}
