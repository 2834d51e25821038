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
using Microsoft.AspNetCore.Components;

namespace OptOutGuide.Content;

/// <summary>
/// The Markdown that content is written in. Contributors are not trusted with markup: raw HTML, pictures and
/// bare addresses are refused when a file is read, and only known boxes and known links are ever drawn.
/// </summary>
internal static partial class ContentMarkdown
{
    private const int MostNested = 50;

    private static readonly MarkdownPipeline Pipeline = CreatePipeline();

    public static MarkdownDocument Parse(string markdown) => Markdown.Parse(markdown, Pipeline);

    /// <summary>False where boxes, lists or brackets stand in each other so often that nothing could draw them.</summary>
    public static bool TryParse(string markdown, out MarkdownDocument document)
    {
        try
        {
            document = Parse(markdown);
            return !document.Descendants<ContainerInline>().Any(IsTooDeep);
        }
        catch (ArgumentException)
        {
            // Markdig's word for it.
            document = [];
            return false;
        }
    }

    /// <summary>Brackets that nobody closed stand in each other, and the parser minds them less than the renderer.</summary>
    private static bool IsTooDeep(Inline part)
    {
        var depth = 0;
        for (var around = part.Parent; around is not null && depth <= MostNested; around = around.Parent)
        {
            depth++;
        }

        return depth > MostNested;
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

    public static string PlainText(LeafBlock block) => block.Inline is { } line ? PlainText(line) : "";

    public static string PlainText(ContainerInline line) => string.Concat(line.Descendants<LeafInline>().Select(PlainText)).Trim();

    public static string PlainText(LeafInline part) => part switch
    {
        LiteralInline literal => literal.Content.ToString(),
        CodeInline code => code.Content,
        HtmlEntityInline entity => entity.Transcoded.ToString(),
        LineBreakInline => " ",
        _ => "",
    };

    public static string PlainText(IEnumerable<Block> blocks) =>
        string.Join(' ', blocks.SelectMany(Leaves).Select(PlainText).Where(text => text.Length > 0));

    public static MarkupString Render(IEnumerable<Block> blocks, PageReferences references) => Draw(references, renderer =>
    {
        foreach (var block in blocks)
        {
            renderer.Render(block);
        }
    });

    /// <summary>One line of a file's head: bold, links and notes, without a paragraph around it.</summary>
    public static MarkupString RenderLine(string markdown, PageReferences references) => Draw(references, renderer =>
    {
        if (Parse(markdown) is [ParagraphBlock { Inline: { } line }])
        {
            renderer.WriteChildren(line);
        }
        else
        {
            renderer.WriteEscape(markdown);
        }
    });

    public static IEnumerable<LeafBlock> Leaves(Block block) => block is LeafBlock leaf ? [leaf] : block.Descendants<LeafBlock>();

    private static MarkupString Draw(PageReferences references, Action<HtmlRenderer> draw)
    {
        using var writer = new StringWriter();
        var renderer = new HtmlRenderer(writer);
        Pipeline.Setup(renderer);
        renderer.ObjectRenderers.Replace<LinkInlineRenderer>(new LinkRenderer(references));
        renderer.ObjectRenderers.Replace<HtmlCustomContainerRenderer>(new BoxRenderer(references.Words));
        renderer.ObjectRenderers.Insert(0, new NoteRenderer(references));
        draw(renderer);
        return new MarkupString(writer.ToString().Trim());
    }

    private static MarkdownPipeline CreatePipeline()
    {
        var builder = new MarkdownPipelineBuilder().UsePreciseSourceLocation().UseCustomContainers().UsePipeTables();
        builder.InlineParsers.InsertBefore<LinkInlineParser>(new NoteParser());
        return builder.Build();
    }

    [GeneratedRegex(@"\s*\{#(?<id>[a-z0-9-]+)\}\s*$")]
    private static partial Regex AnchorAtEnd();

    private sealed class NoteParser : InlineParser
    {
        public NoteParser() => OpeningCharacters = ['[', '!'];

        public override bool Match(InlineProcessor processor, ref StringSlice slice)
        {
            if (slice.CurrentChar == '!')
            {
                return MatchExclamation(processor, ref slice);
            }

            var match = Note().Match(slice.Text, slice.Start, slice.Length);
            if (!match.Success)
            {
                return false;
            }

            var start = processor.GetSourcePosition(slice.Start, out var line, out var column);
            processor.Inline = new NoteInline(match.Groups["id"].Value) { Line = line, Column = column, Span = new(start, start + match.Length - 1) };
            slice.Start += match.Length;
            return true;
        }

        /// <summary>A note behind an exclamation mark is no picture.</summary>
        private static bool MatchExclamation(InlineProcessor processor, ref StringSlice slice)
        {
            if (!Note().IsMatch(slice.AsSpan()[1..]))
            {
                return false;
            }

            var start = processor.GetSourcePosition(slice.Start, out var line, out var column);
            processor.Inline = new LiteralInline("!") { Line = line, Column = column, Span = new(start, start) };
            slice.Start++;
            return true;
        }
    }

    [GeneratedRegex(@"^\[\^(?<id>[^\]\s]+)\]")]
    private static partial Regex Note();

    private sealed class NoteRenderer(PageReferences references) : HtmlObjectRenderer<NoteInline>
    {
        protected override void Write(HtmlRenderer renderer, NoteInline note)
        {
            var number = references.NumberOf(note.SourceId);
            renderer.Write($"<sup><a href=\"#note-{number}\" aria-label=\"");
            renderer.WriteEscape(references.NoteLabel(number));
            renderer.Write($"\">{number}</a></sup>");
        }
    }

    private sealed class LinkRenderer(PageReferences references) : HtmlObjectRenderer<LinkInline>
    {
        protected override void Write(HtmlRenderer renderer, LinkInline link)
        {
            if (PageReferences.ForeignLanguage(link.Url) is { } language)
            {
                renderer.Write($"<span lang=\"{language}\">");
                renderer.WriteChildren(link);
                renderer.Write("</span>");
                return;
            }

            var outside = references.OutsideLink(link.Url);
            renderer.Write("<a href=\"").WriteEscapeUrl(outside?.Url.AbsoluteUri ?? references.Path(link.Url));
            renderer.Write(outside is null ? "\">" : "\" rel=\"external noopener noreferrer\">");
            renderer.WriteChildren(link);
            renderer.Write("</a>");
            if (outside is not null)
            {
                renderer.Write(" <small>(").WriteEscape(outside.Domain).Write(")</small>");
            }
        }
    }

    private sealed class BoxRenderer(Words words) : HtmlObjectRenderer<CustomContainer>
    {
        protected override void Write(HtmlRenderer renderer, CustomContainer box)
        {
            var title = box.Info switch
            {
                "see" => words.Guide.See,
                "else" => words.Guide.Otherwise,
                _ => null,
            };
            renderer.Write($"<div class=\"box {box.Info}\">");
            if (title is not null)
            {
                renderer.Write("<p class=\"box-title\">").WriteEscape(title).Write("</p>");
            }

            renderer.WriteChildren(box);
            renderer.WriteLine("</div>");
        }
    }
}

/// <summary><c>[^source-id]</c>: a numbered note to a source.</summary>
internal sealed class NoteInline(string sourceId) : LeafInline
{
    public string SourceId => sourceId;
}
