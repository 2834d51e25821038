using System.Text;
using System.Text.RegularExpressions;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace OptOutGuide.Content.Claims;

/// <summary>A sentence of the content with the sources that it names.</summary>
/// <param name="Place">Where in its page or file: the anchor of a section, the id or the date of an entry; empty above the first section.</param>
/// <param name="Sources">Ids, in the order of the notes.</param>
internal sealed partial record Claim(string Place, string Sentence, IReadOnlyList<string> Sources)
{
    /// <summary>Placeholder for a note while the text is split into sentences.</summary>
    private const char Note = '\uE000';

    /// <summary>The sentences of a page that have notes, in their order.</summary>
    public static IReadOnlyList<Claim> In(PageFile page) =>
    [
        .. page.FrontMatterLines.SelectMany(line => In(line.Content, "")),
        .. In(page.Markdown.Opening, ""),
        .. page.Markdown.Sections.SelectMany(section => In(section.Blocks, $"#{section.Anchor}")),
    ];

    private static IEnumerable<Claim> In(IEnumerable<Block> blocks, string place) => blocks
        .SelectMany(MarkdownParts.Leaves)
        .SelectMany(leaf => leaf.Inline is { } line ? In(line, place) : []);

    private static IEnumerable<Claim> In(ContainerInline line, string place)
    {
        var text = new StringBuilder();
        var sources = new List<string>();
        foreach (var part in line.Descendants<LeafInline>())
        {
            if (part is NoteInline note)
            {
                sources.Add(note.SourceId);
                text.Append(Note);
            }
            else
            {
                text.Append(MarkdownParts.PlainText(part));
            }
        }

        var said = 0;
        foreach (var sentence in Sentences().Matches(text.ToString()).Select(match => match.Value))
        {
            var notes = sentence.Count(character => character == Note);
            if (notes > 0)
            {
                yield return new Claim(place, sentence.Replace(Note.ToString(), "", StringComparison.Ordinal), sources[said..(said + notes)]);
            }

            said += notes;
        }
    }

    /// <summary>Splits after a full stop and the notes that follow it, but not after an abbreviation.</summary>
    [GeneratedRegex(@"\S.*?((?<!\b(art|cf|n|no|p|Mr|Ms))[.!?…][\s\u00A0]?[""»”)]*\uE000*(?=\s)|$)", RegexOptions.Singleline)]
    private static partial Regex Sentences();
}
