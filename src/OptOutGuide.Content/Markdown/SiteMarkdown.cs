using System.Text.RegularExpressions;
using Markdig;
using Markdig.Extensions.CustomContainers;
using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Parsers.Inlines;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Renderers.Html.Inlines;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace OptOutGuide.Content.Markdown;

/// <summary>
/// The Markdown that content is written in. Contributors are not trusted with markup: raw HTML, pictures and
/// bare addresses are refused (<see cref="MarkupRules"/>), and only known boxes and known links are ever rendered.
/// </summary>
internal static partial class SiteMarkdown
{
    private const int MaxNesting = 50;

    private static readonly MarkdownPipeline Pipeline = CreatePipeline();

    /// <summary>Parses a text. One that is nested too deeply to be rendered is a problem, and empty.</summary>
    /// <param name="line">Line of the file on which the text begins.</param>
    public static MarkdownDocument Parse(string markdown, string file, int line, ProblemList problems)
    {
        if (TryParse(markdown, out var document))
        {
            return document;
        }

        problems.Unreadable(file, line, "boxes, lists or brackets stand in each other too often; close them");
        return [];
    }

    /// <summary>False where boxes, lists or brackets are nested too deeply to be rendered.</summary>
    public static bool TryParse(string markdown, out MarkdownDocument document)
    {
        try
        {
            document = Markdig.Markdown.Parse(markdown, Pipeline);
            return !document.Descendants<LeafBlock>().Any(leaf => leaf.Inline is { } line && IsTooDeep(line, 0));
        }
        catch (ArgumentException)
        {
            // Markdig throws it for blocks nested beyond its own limit.
            document = [];
            return false;
        }
    }

    /// <summary>Unclosed brackets nest, deeper than the renderer can follow.</summary>
    private static bool IsTooDeep(ContainerInline parts, int depth)
    {
        if (depth > MaxNesting)
        {
            return true;
        }

        foreach (var part in parts)
        {
            if (part is ContainerInline container && IsTooDeep(container, depth + 1))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Takes <c>{#id}</c> off the end of a heading; null where it has none.</summary>
    public static string? TakeAnchor(HeadingBlock heading)
    {
        if (heading.Inline?.LastChild is LiteralInline last && AnchorAtEnd().Match(last.Content.ToString()) is { Success: true } match)
        {
            last.Content = new StringSlice(last.Content.ToString()[..match.Index]);
            return match.Groups["id"].Value;
        }

        return null;
    }

    /// <param name="bodyLine">Lines of the file before the Markdown begins.</param>
    public static Html Render(IEnumerable<Block> blocks, LinkResolver links, int bodyLine) => Render(links, part => bodyLine + part.Line + 1, renderer =>
    {
        foreach (var block in blocks)
        {
            renderer.Render(block);
        }
    });

    /// <summary>A field of the front matter, without a paragraph around it.</summary>
    public static Html Render(MarkdownLine line, LinkResolver links) => Render(links, _ => line.Line, renderer =>
    {
        if (line.Content is [ParagraphBlock { Inline: { } inline }])
        {
            renderer.WriteChildren(inline);
        }
        else
        {
            renderer.WriteEscape(line.Source);
        }
    });

    private static Html Render(LinkResolver links, Func<MarkdownObject, int> lineOf, Action<HtmlRenderer> render)
    {
        using var writer = new StringWriter();
        var renderer = new HtmlRenderer(writer);
        Pipeline.Setup(renderer);
        renderer.ObjectRenderers.Replace<LinkInlineRenderer>(new LinkRenderer(links, lineOf));
        renderer.ObjectRenderers.Replace<HtmlCustomContainerRenderer>(new BoxRenderer(links.Boxes));
        renderer.ObjectRenderers.Insert(0, new NoteRenderer(links, lineOf));
        render(renderer);
        return new Html(writer.ToString().Trim());
    }

    private static MarkdownPipeline CreatePipeline()
    {
        var builder = new MarkdownPipelineBuilder().UsePreciseSourceLocation().UseCustomContainers().UsePipeTables();
        builder.InlineParsers.InsertBefore<LinkInlineParser>(new NoteParser());
        return builder.Build();
    }

    [GeneratedRegex(@"\s*\{#(?<id>[a-z0-9-]+)\}\s*$")]
    private static partial Regex AnchorAtEnd();

    private sealed class NoteRenderer(LinkResolver links, Func<MarkdownObject, int> lineOf) : HtmlObjectRenderer<NoteInline>
    {
        protected override void Write(HtmlRenderer renderer, NoteInline note)
        {
            if (!links.ShowsNotes)
            {
                return;
            }

            var number = links.NumberOf(note.SourceId, lineOf(note));
            renderer.Write($"<sup><a href=\"#note-{number}\" aria-label=\"");
            renderer.WriteEscape(links.NoteLabel(number));
            renderer.Write($"\">{number}</a></sup>");
        }
    }

    private sealed class LinkRenderer(LinkResolver links, Func<MarkdownObject, int> lineOf) : HtmlObjectRenderer<LinkInline>
    {
        protected override void Write(HtmlRenderer renderer, LinkInline link)
        {
            var (address, outside, language, isSwitchedOff) = links.Resolve(link.Url, MarkdownParts.PlainText(link), lineOf(link));
            if (isSwitchedOff)
            {
                renderer.WriteChildren(link);
                return;
            }

            if (language is not null)
            {
                renderer.Write($"<span lang=\"{language}\">");
                renderer.WriteChildren(link);
                renderer.Write("</span>");
                return;
            }

            renderer.Write("<a href=\"").WriteEscapeUrl(address);
            renderer.Write(outside is null ? "\">" : IsAlone(link) ? "\" class=\"alone\" rel=\"external noopener noreferrer\">" : "\" rel=\"external noopener noreferrer\">");
            renderer.WriteChildren(link);
            renderer.Write("</a>");
            if (outside is not null)
            {
                renderer.Write(" <small>(").WriteEscape(outside.Domain).Write(")</small>");
            }
        }
    }

    /// <summary>A paragraph is nothing but this link, notes aside: it is large enough to tap.</summary>
    private static bool IsAlone(LinkInline link) => link.Parent is { ParentBlock: ParagraphBlock } line && line.All(part => part == link || part is NoteInline);

    private sealed class BoxRenderer(BoxTexts texts) : HtmlObjectRenderer<CustomContainer>
    {
        protected override void Write(HtmlRenderer renderer, CustomContainer box)
        {
            var title = box.Info switch
            {
                "see" => texts.See,
                "else" => texts.Otherwise,
                _ => null,
            };
            renderer.Write(box.Info is "online" ? "<div class=\"online\">" : $"<div class=\"box {box.Info}\">");
            if (title is not null)
            {
                renderer.Write("<p class=\"box-title\">").WriteEscape(title).Write("</p>");
            }

            renderer.WriteChildren(box);
            renderer.WriteLine("</div>");
        }
    }
}
