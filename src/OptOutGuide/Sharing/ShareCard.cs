using System.Net;
using OptOutGuide.ChecklistPage;
using OptOutGuide.Layout;
using OptOutGuide.Questions;

namespace OptOutGuide.Sharing;

/// <summary>
/// The picture that other apps show beside a link to the site, 1200 by 630. Drawn here as SVG; apps want PNG, so
/// <c>tests/draw-pictures.mjs</c> turns each into a file of <c>wwwroot/cards</c>, and a test tells when one is stale.
/// </summary>
internal sealed record ShareCard(string Name, Language Language, HostProfile Host, CardSketch Sketch, string Title, string Line)
{
    public const int Width = 1200;
    public const int Height = 630;

    /// <summary>More lines in large letters would reach into what stands above and below them.</summary>
    private const int MaxLargeLines = 3;

    /// <summary>The card of every page that has none of its own.</summary>
    private const string Site = "site";

    /// <summary>Below <c>wwwroot</c>, without the extension.</summary>
    public string File => $"cards/{Language.Code}-{Name}";

    /// <summary>The text alternative.</summary>
    public string Alternative => $"{Title}. {Language.Texts<SiteTexts>().Title}";

    public static IEnumerable<ShareCard> In(SiteContent content, Language language) =>
    [
        new(Site, language, content.Host, CardSketch.Path, language.Texts<IntroductionTexts>().Heading, language.Texts<IntroductionTexts>().WhatMetaDoes[^1]),
        new("questions", language, content.Host, CardSketch.Questions, language.Texts<IntroductionTexts>().Start, language.Texts<QuestionTexts>().Summary),
        new("list", language, content.Host, CardSketch.List, language.Texts<ListNameTexts>().Title, language.Texts<ListTexts>().Summary),
        .. content.GuidesIn(language).Select(guide => new ShareCard(guide.Id, language, content.Host, CardSketch.Phone, guide.Title, language.Texts<SiteTexts>().Tagline)),
    ];

    /// <param name="exists">Whether the file exists: a new guide works before its card is rendered.</param>
    /// <returns>Null in a language for which no card exists yet.</returns>
    public static ShareCard? For(SitePage page, SiteContent content, Language language, Predicate<ShareCard> exists)
    {
        var name = page.Kind switch
        {
            PageKind.Guide or PageKind.GuidePrint or PageKind.GuideShare or PageKind.GuideEasy or PageKind.GuideEasyPrint or PageKind.Step => page.GuideId,
            PageKind.List or PageKind.ListDone or PageKind.ListPrint or PageKind.ListShare => "list",
            PageKind.Questions or PageKind.QuestionsShare or PageKind.Plan => "questions",
            _ => Site,
        };
        var existing = In(content, language).Where(card => exists(card)).ToList();
        return existing.Find(card => card.Name == name) ?? existing.Find(card => card.Name == Site);
    }

    public string ToSvg()
    {
        var large = Lines(Title, 19);
        var (size, title) = Title.Length <= 50 && large.Count <= MaxLargeLines ? (76, large) : (60, Lines(Title, 24));
        var line = Lines(Line, 50);
        var step = size * 1.15;
        var top = 324 - (((title.Count * step) + (line.Count * 44)) / 2) + size;
        return $"""
            <svg xmlns="http://www.w3.org/2000/svg" width="{Width}" height="{Height}" viewBox="0 0 {Width} {Height}" font-family="Liberation Sans, Arial, sans-serif">
            <rect width="{Width}" height="{Height}" fill="{Palette.Ground}"/>
            <rect width="24" height="{Height}" fill="{Accent}"/>
            <g transform="translate(84 60)">{Mark}</g>
            <text x="160" y="100" font-size="38" font-weight="bold" fill="{Accent}">{Escape(Language.Texts<SiteTexts>().Title)}</text>
            {Text(title, top, size, step, $"font-weight=\"bold\" fill=\"{Palette.Ink}\"")}
            {Text(line, top + ((title.Count - 1) * step) + 66, 32, 44, $"fill=\"{Palette.Quiet}\"")}
            <path d="M84 540H1116" stroke="{Palette.Line}" stroke-width="3"/>
            <text x="84" y="588" font-size="28" fill="{Palette.Quiet}">{Escape(Language.Texts<SiteTexts>().Independent)}</text>
            <g transform="translate(890 84)">{DrawSketch()}</g>
            </svg>
            """;
    }

    private string Accent => Host.Colours?.Accent.ToString() ?? Palette.Accent;

    /// <summary>56 by 56: the host's logo, within the file because pictures load no other.</summary>
    private string Mark => Host.Logo is { Asset: var logo }
        ? $"""<image width="56" height="56" href="data:{logo.ContentType};base64,{Convert.ToBase64String(logo.Bytes.Span)}"/>"""
        : $"""<rect width="56" height="56" rx="14" fill="{Accent}"/><path d="M15 29l9 9 19-20" fill="none" stroke="{Palette.Ground}" stroke-width="6" stroke-linecap="round" stroke-linejoin="round"/>""";

    /// <summary>Drawings of our own, 226 wide and 420 high, without logos.</summary>
    private string DrawSketch() => Sketch switch
    {
        CardSketch.Phone => $"""
            <rect x="6" y="6" width="214" height="408" rx="34" fill="{Palette.Raised}" stroke="{Accent}" stroke-width="12"/>
            <path d="M90 40h46" stroke="{Palette.Line}" stroke-width="10" stroke-linecap="round"/>
            <path d="M46 100h134M46 140h134M46 180h84" stroke="{Palette.Line}" stroke-width="14" stroke-linecap="round"/>
            <rect x="38" y="232" width="150" height="64" rx="18" fill="{Accent}"/>{Tick(113, 264, Palette.Ground)}
            <path d="M46 346h134" stroke="{Palette.Line}" stroke-width="14" stroke-linecap="round"/>
            """,
        CardSketch.List => $"""
            <rect x="6" y="6" width="214" height="408" rx="20" fill="{Palette.Raised}" stroke="{Accent}" stroke-width="12"/>
            {string.Concat(Enumerable.Range(0, 3).Select(row => Row(60 + (row * 110), isTicked: row < 2)))}
            """,
        CardSketch.Questions => $"""
            <path d="M30 10h166a24 24 0 0 1 24 24v112a24 24 0 0 1-24 24h-96l-40 40v-40h-30a24 24 0 0 1-24-24v-112a24 24 0 0 1 24-24z" fill="{Palette.Raised}" stroke="{Accent}" stroke-width="12" stroke-linejoin="round"/>
            <path d="M82 72a31 31 0 1 1 44 28c-9 4-13 9-13 18" fill="none" stroke="{Accent}" stroke-width="13" stroke-linecap="round"/><circle cx="113" cy="144" r="9" fill="{Accent}"/>
            <rect x="46" y="262" width="174" height="128" rx="24" fill="{Palette.DoneGround}" stroke="{Palette.Done}" stroke-width="12"/>{Tick(133, 326, Palette.Done)}
            """,
        CardSketch.Path => $"""
            <path d="M113 60V360" stroke="{Palette.Line}" stroke-width="14"/>
            {string.Concat(Enumerable.Range(1, 2).Select(step => $"<circle cx=\"113\" cy=\"{60 + ((step - 1) * 150)}\" r=\"52\" fill=\"{Palette.Raised}\" stroke=\"{Accent}\" stroke-width=\"10\"/><text x=\"113\" y=\"{80 + ((step - 1) * 150)}\" font-size=\"56\" font-weight=\"bold\" text-anchor=\"middle\" fill=\"{Accent}\">{step}</text>"))}
            <circle cx="113" cy="360" r="57" fill="{Palette.Done}"/>{Tick(113, 360, Palette.Ground)}
            """,
    };

    private static string Row(int y, bool isTicked) =>
        $"<rect x=\"40\" y=\"{y}\" width=\"60\" height=\"60\" rx=\"12\" fill=\"{(isTicked ? Palette.DoneGround : Palette.Raised)}\" stroke=\"{(isTicked ? Palette.Done : Palette.Quiet)}\" stroke-width=\"8\"/>"
        + (isTicked ? $"<path d=\"M54 {y + 31}l12 12 22-24\" fill=\"none\" stroke=\"{Palette.Done}\" stroke-width=\"9\" stroke-linecap=\"round\" stroke-linejoin=\"round\"/>" : "")
        + $"<path d=\"M126 {y + 30}h58\" stroke=\"{Palette.Line}\" stroke-width=\"14\" stroke-linecap=\"round\"/>";

    private static string Tick(int x, int y, string colour) =>
        $"<path d=\"M{x - 24} {y + 1}l16 16 32-34\" fill=\"none\" stroke=\"{colour}\" stroke-width=\"12\" stroke-linecap=\"round\" stroke-linejoin=\"round\"/>";

    private static string Text(IEnumerable<string> lines, double top, int size, double step, string look) => string.Join('\n', lines.Select((line, index) =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"<text x=\"84\" y=\"{top + (index * step):0}\" font-size=\"{size}\" {look}>{Escape(line)}</text>")));

    /// <summary>SVG does not break lines by itself.</summary>
    private static List<string> Lines(string text, int perLine)
    {
        List<string> lines = [];
        foreach (var word in text.Split(' '))
        {
            if (lines.Count > 0 && lines[^1].Length + word.Length < perLine)
            {
                lines[^1] += " " + word;
            }
            else
            {
                lines.Add(word);
            }
        }

        return lines;
    }

    private static string Escape(string text) => WebUtility.HtmlEncode(text);
}

internal enum CardSketch
{
    Path,
    Questions,
    List,
    Phone,
}
