using System.Net;
using System.Text.RegularExpressions;
using OptOutGuide.Content.Markdown;
using OptOutGuide.Layout;

namespace OptOutGuide.Printing;

/// <summary>Makes the texts of one sheet ready for paper, in their order: a link becomes its words and the letter of its address.</summary>
/// <param name="own">The page that the sheet is made from: a link to it leads to another part of the same sheet.</param>
/// <param name="hasNotes">Whether the sheet prints its sources, and so the numbers that lead to them.</param>
/// <param name="lettered">The addresses that have a letter on another sheet of the same guide, in the order of their letters: they keep it.</param>
/// <param name="atHand">The guides whose sheets the reader has too.</param>
internal sealed partial class SheetText(PageContext context, Uri own, bool hasNotes, IReadOnlyList<Uri> lettered, IReadOnlyList<Guide>? atHand = null)
{
    private readonly List<Uri> _addresses = [.. lettered];
    private readonly List<SheetLink> _links = [];
    private readonly Dictionary<Uri, string> _atHand = (atHand ?? []).ToDictionary(guide => context.Absolute(context.Path(PageKind.Guide, guide.Id)), guide => guide.FrontMatter.Services is [var service, ..] ? service.Name.In(context.Language) : guide.Name);
    private readonly string _list = context.Path(PageKind.List, "list");
    private int _taken;

    /// <summary>In the order of their letters.</summary>
    public IReadOnlyList<Uri> Addresses => _addresses;

    private PrintTexts Texts => context.Texts<PrintTexts>();

    /// <summary>The link to an address: the first one of the sheet, or a new one.</summary>
    public SheetLink Add(string words, Uri address, bool hasSquare)
    {
        var link = _links.Find(link => link.Address == address);
        if (link is null)
        {
            if (!_addresses.Contains(address))
            {
                _addresses.Add(address);
            }

            link = new(words, address, (char)('A' + _addresses.IndexOf(address)), hasSquare);
            _links.Add(link);
        }

        return link;
    }

    /// <summary>The addresses of the texts read since the last call, without those that the sheet has already.</summary>
    public IReadOnlyList<SheetLink> TakeLinks()
    {
        SheetLink[] links = [.. _links.Skip(_taken)];
        _taken = _links.Count;
        return links;
    }

    public Html Read(Html text, bool hasQrCodes)
    {
        var markup = Link().Replace(hasNotes ? text.Markup : text.ForPaper().Markup, match =>
        {
            var address = context.Absolute(WebUtility.HtmlDecode(match.Groups["address"].Value).Split('#')[0]);
            var words = WebUtility.HtmlDecode(Tag().Replace(match.Groups["words"].Value, ""));
            return address == own || SaysAddress(words, address) ? match.Value
                : _atHand.TryGetValue(address, out var sheet) ? $"{match.Value} ({WebUtility.HtmlEncode(context.Language.Format(Texts.SheetAtHand, sheet))})"
                : $"{match.Value} ({Name(Add(words, address, hasQrCodes))})";
        });
        return new(Question().Replace(markup, "<p class=\"question\">"));
    }

    /// <summary>Reads a section, then adds the addresses to try when its first outside link does not open.</summary>
    public IReadOnlyList<ContentPart> Read(IReadOnlyList<ContentPart> parts, bool hasQrCodes)
    {
        ContentPart[] read = [.. parts.Where(part => !part.IsOnline).Select(part => part.Links is null ? part : part with { Html = Read(part.Html, hasQrCodes) })];
        var first = parts.SelectMany(part => part.Links ?? []).Select(link => link.OutsideLink).OfType<OutsideLink>().FirstOrDefault();
        foreach (var id in first?.Fallbacks ?? [])
        {
            Add(Texts.OtherAddress, context.Content.Links[id].Url, hasQrCodes);
        }

        return read;
    }

    /// <summary>The same parts with a date to write where the screen has the list to tick.</summary>
    /// <param name="isAnswer">Whether the step is about answers to tap and shows the list: only the date stays then; otherwise the sentence alone changes.</param>
    /// <returns>Null where the parts do not lead to the list.</returns>
    public IReadOnlyList<ContentPart>? WithDate(IReadOnlyList<ContentPart> parts, bool isAnswer) =>
        parts.Any(part => part.Links?.Any(link => link.Address == _list) is true)
            ? [.. parts.Where(part => !isAnswer || part.Screen is null)
                .Select(part => part.Links is null ? part : part with { Html = new((isAnswer ? Paragraphs() : Sentence()).Replace(part.Html.Markup, match => WithDate(match, isAnswer))) })]
            : null;

    private string WithDate(Match match, bool isAnswer) =>
        !match.Groups["text"].Value.Contains($"<a href=\"{_list}\"", StringComparison.Ordinal) ? match.Value
        : isAnswer ? $"<p>{WebUtility.HtmlEncode(Texts.NoteDate)}</p>"
        : match.Groups["space"].Value + WebUtility.HtmlEncode(Texts.NoteDate);

    /// <summary>« Ouvrir facebook.com » can be typed as it stands.</summary>
    private static bool SaysAddress(string words, Uri address) => address.PathAndQuery is "/" && words.Contains(OutsideLink.DomainOf(address), StringComparison.Ordinal);

    private string Name(SheetLink link) => WebUtility.HtmlEncode(context.Language.Format(link.HasQrCode ? Texts.Square : Texts.LetteredAddress, link.Letter));

    /// <summary>As the link renderer writes it; the links of notes stand in a list of their own.</summary>
    [GeneratedRegex("<a href=\"(?<address>[^#\"][^\"]*)\"[^>]*>(?<words>.*?)</a>", RegexOptions.Singleline)]
    private static partial Regex Link();

    [GeneratedRegex("<[^>]+>")]
    private static partial Regex Tag();

    /// <summary>The start of a paragraph that the next one answers or goes on with. Greek asks with a semicolon.</summary>
    [GeneratedRegex("<p>(?=(?:(?!</p>).)*[?;\u037E:]</p>)", RegexOptions.Singleline)]
    private static partial Regex Question();

    /// <summary>A paragraph and those behind it that have no link.</summary>
    [GeneratedRegex("<p>(?<text>(?:(?!</p>).)*)</p>(?:\\s*<p>(?:(?!</p>|<a href=\"[^#]).)*</p>)*", RegexOptions.Singleline)]
    private static partial Regex Paragraphs();

    /// <summary>A sentence with a link.</summary>
    [GeneratedRegex("(?<space>\\s*)(?<text>[^.?!<>]*<a [^>]*>[^<]*</a>[^.?!<>]*\\.)")]
    private static partial Regex Sentence();
}
