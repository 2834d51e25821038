using System.Text;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace OptOutGuide.Content.Markdown;

/// <summary>The parts of parsed Markdown, and their text without formatting.</summary>
internal static class MarkdownParts
{
    private static void AppendPlainText(ContainerInline parts, StringBuilder text)
    {
        foreach (var part in parts)
        {
            switch (part)
            {
                case LeafInline leaf:
                    text.Append(PlainText(leaf));
                    break;
                case ContainerInline container:
                    AppendPlainText(container, text);
                    break;
            }
        }
    }

    public static string PlainText(LeafBlock block) => block.Inline is { } line ? PlainText(line) : "";

    public static string PlainText(ContainerInline line)
    {
        var text = new StringBuilder();
        AppendPlainText(line, text);
        return text.ToString().Trim();
    }

    public static ReadOnlySpan<char> PlainText(LeafInline part) => part switch
    {
        LiteralInline literal => literal.Content.AsSpan(),
        CodeInline code => code.Content,
        HtmlEntityInline entity => entity.Transcoded.AsSpan(),
        LineBreakInline => " ",
        _ => "",
    };

    public static string PlainText(IEnumerable<Block> blocks) =>
        string.Join(' ', blocks.SelectMany(Leaves).Select(PlainText).Where(text => text.Length > 0));

    public static IEnumerable<LeafBlock> Leaves(Block block) => block is LeafBlock leaf ? [leaf] : block.Descendants<LeafBlock>();

    /// <summary>Every part of some type in the lines of a block.</summary>
    public static IReadOnlyList<T> Inlines<T>(Block block) where T : Inline
    {
        var found = new List<T>();
        foreach (var leaf in Leaves(block))
        {
            if (leaf.Inline is { } line)
            {
                AddInlines(line, found);
            }
        }

        return found;
    }

    private static void AddInlines<T>(ContainerInline parts, List<T> found) where T : Inline
    {
        foreach (var part in parts)
        {
            if (part is T wanted)
            {
                found.Add(wanted);
            }

            if (part is ContainerInline container)
            {
                AddInlines(container, found);
            }
        }
    }
}
