using System.Text.RegularExpressions;
using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Syntax.Inlines;

namespace OptOutGuide.Content.Markdown;

/// <summary>Reads the notes of a text: <c>[^source-id]</c>.</summary>
internal sealed partial class NoteParser : InlineParser
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

    /// <summary>A note after an exclamation mark is not a picture.</summary>
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

    [GeneratedRegex(@"^\[\^(?<id>[^\]\s]+)\]")]
    private static partial Regex Note();
}

/// <summary><c>[^source-id]</c>: a numbered note to a source.</summary>
internal sealed class NoteInline(string sourceId) : LeafInline
{
    public string SourceId => sourceId;
}
