using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Syntax.Inlines;

namespace OptOutGuide.Content.Markdown;

/// <summary>Reads the notes of a text: <c>[^source-id]</c>.</summary>
internal sealed class NoteParser : InlineParser
{
    private const string Begin = "[^";

    public NoteParser() => OpeningCharacters = ['[', '!'];

    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        if (slice.CurrentChar == '!')
        {
            return MatchExclamation(processor, ref slice);
        }

        var id = IdAtStart(slice.AsSpan());
        if (id.IsEmpty)
        {
            return false;
        }

        var length = Begin.Length + id.Length + 1;
        var start = processor.GetSourcePosition(slice.Start, out var line, out var column);
        processor.Inline = new NoteInline(id.ToString()) { Line = line, Column = column, Span = new(start, start + length - 1) };
        slice.Start += length;
        return true;
    }

    /// <summary>A note after an exclamation mark is not a picture.</summary>
    private static bool MatchExclamation(InlineProcessor processor, ref StringSlice slice)
    {
        if (IdAtStart(slice.AsSpan()[1..]).IsEmpty)
        {
            return false;
        }

        var start = processor.GetSourcePosition(slice.Start, out var line, out var column);
        processor.Inline = new LiteralInline("!") { Line = line, Column = column, Span = new(start, start) };
        slice.Start++;
        return true;
    }

    /// <summary>The id of the note that a text begins with; empty where it begins with none.</summary>
    private static ReadOnlySpan<char> IdAtStart(ReadOnlySpan<char> text)
    {
        if (!text.StartsWith(Begin))
        {
            return default;
        }

        var rest = text[Begin.Length..];
        var id = rest[..Math.Max(0, rest.IndexOf(']'))];
        foreach (var character in id)
        {
            if (char.IsWhiteSpace(character))
            {
                return default;
            }
        }

        return id;
    }
}

/// <summary><c>[^source-id]</c>: a numbered note to a source.</summary>
internal sealed class NoteInline(string sourceId) : LeafInline
{
    public string SourceId => sourceId;
}
