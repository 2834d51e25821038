using System.Text;
using System.Text.RegularExpressions;
using Markdig.Extensions.CustomContainers;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace OptOutGuide.Content.Markdown;

/// <summary>
/// Finds text that was meant as markup and is not: visitors would read its characters, or nothing at all. A backslash before a
/// character makes it plain text.
/// </summary>
internal static partial class StrayMarkup
{
    /// <summary>Placeholder for what was parsed as Markdown: a link, a note, code, a character after a backslash.</summary>
    private const char ParsedMarkup = '\uFFFC';

    private static readonly (Regex Pattern, string Error)[] Signs =
    [
        (HeadingSign(), "this is no heading; write one ordinary space after the #, or \\# for the sign itself"),
        (BoxSign(), "this is no box; write ::: , an ordinary space and the name of the box on a line of their own"),
        (ListSign(), "this is no list; write \"- \" or \"1. \" with one ordinary space, or \\ before a sign that is meant to be read"),
        (LateNumber(), "a list does not begin here; leave an empty line before its first number, or join this line to the one above"),
        (TableSign(), "this is no table; write a line such as |---|---| below its first"),
        (BracketSign(), "this bracket makes no link; write [words](page:its-id) without a space inside or between, or \\[ for the sign itself"),
        (TargetSign(), "this is no link; write [words](page:its-id)"),
        (DoubleSign(), "words are not struck through or marked here; remove the signs"),
        (AnchorSign(), "only \"##\" has an anchor; remove this one"),
        (EntitySign(), "this stands for no character; write the character itself"),
        (OpenSign(), "this sign is not closed; write *words*, **words** or `words`, or \\ before a sign that is meant to be read"),
    ];

    /// <summary>What is wrong with a part of a text, with its line below the part's first.</summary>
    public static IEnumerable<(int Line, string Error)> ErrorsIn(MarkdownObject part) => part switch
    {
        FencedCodeBlock screen when ScreenSketch.IsScreen(screen) => [],
        FencedCodeBlock { Info: var name } => [(0, $"there is no block ```{name}; write ```screen, or remove the ```")],
        CodeBlock => [(0, "four spaces or a tab before a line make a block of code of it; remove them")],
        LeafBlock { Inline: not null } block => In(block),
        CustomContainer { Arguments.Length: > 0, Info: var name } box => [(0, $"\"{box.Arguments}\" would not be shown; write it on the line below \"::: {name}\"")],
        LinkInline { Title.Length: > 0 } link => [(0, $"\"{link.Title}\" would not be shown; remove it from the link")],
        _ => [],
    };

    private static IEnumerable<(int Line, string Error)> In(LeafBlock block)
    {
        var text = new StringBuilder();
        Append(block.Inline!, text);
        var words = text.ToString();
        List<(int Line, string Error)> found = [];
        foreach (var (pattern, error) in Signs)
        {
            if (block is HeadingBlock && pattern == AnchorSign())
            {
                continue;
            }

            foreach (var match in pattern.EnumerateMatches(words))
            {
                found.Add((words.AsSpan(0, match.Index).Count('\n'), error));
            }
        }

        return found.DistinctBy(sign => sign.Line);
    }

    /// <summary>The text without what was parsed as Markdown. Lines keep their numbers.</summary>
    private static void Append(ContainerInline parts, StringBuilder text)
    {
        foreach (var part in parts)
        {
            switch (part)
            {
                case LiteralInline literal:
                    var start = text.Length;
                    text.Append(literal.Content.AsSpan());
                    if (literal.IsFirstCharacterEscaped && text.Length > start)
                    {
                        text[start] = ParsedMarkup;
                    }

                    break;
                case LineBreakInline:
                    text.Append('\n');
                    break;
                case DelimiterInline open:
                    text.Append(open.ToLiteral());
                    Append(open, text);
                    break;
                case ContainerInline container:
                    text.Append(ParsedMarkup);
                    Append(container, text);
                    text.Append(ParsedMarkup);
                    break;
                default:
                    text.Append(ParsedMarkup);
                    break;
            }
        }
    }

    [GeneratedRegex("^#", RegexOptions.Multiline)]
    private static partial Regex HeadingSign();

    [GeneratedRegex("^::", RegexOptions.Multiline)]
    private static partial Regex BoxSign();

    [GeneratedRegex(@"^([-+*]|\d{1,2}[.)])[\p{Zs}-[ ]]|^[•‣◦▪]|^-\p{L}|^\d{1,2}[.)]\p{L}", RegexOptions.Multiline)]
    private static partial Regex ListSign();

    [GeneratedRegex(@"(?<=\n)\d{1,2}[.)] ")]
    private static partial Regex LateNumber();

    [GeneratedRegex(@"^\|", RegexOptions.Multiline)]
    private static partial Regex TableSign();

    [GeneratedRegex(@"\[(?!\^)|\]")]
    private static partial Regex BracketSign();

    [GeneratedRegex(@"\b(page|link|lang):[a-z#]")]
    private static partial Regex TargetSign();

    [GeneratedRegex("~~|==")]
    private static partial Regex DoubleSign();

    [GeneratedRegex(@"\{#")]
    private static partial Regex AnchorSign();

    [GeneratedRegex(@"&(#\d+|#[xX][0-9a-fA-F]+|nbsp|shy|amp|lt|gt|quot)|&[A-Za-z]+;")]
    private static partial Regex EntitySign();

    [GeneratedRegex(@"`|(?<![\p{L}\p{N}*])\*(?=[\p{L}\p{N}])|(?<=[\p{L}\p{N}])\*(?![\p{L}\p{N}*])|(?<![\p{L}\p{N}_])_+(?=[\p{L}\p{N}])|(?<=[\p{L}\p{N}])_+(?![\p{L}\p{N}_])")]
    private static partial Regex OpenSign();
}
