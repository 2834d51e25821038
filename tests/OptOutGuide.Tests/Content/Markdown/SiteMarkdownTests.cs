using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace OptOutGuide.Tests.Content.Markdown;

public sealed class SiteMarkdownTests
{
    private static readonly SiteContent Valid = ContentFixture.Valid;

    private static readonly LinkTargets Targets = new(Valid.Languages[0], "fr", Valid.SiteMap, Valid.Links, Valid.Sources, new Dictionary<(string, string), string[]> { [("fr", "facebook")] = ["ouvrir"] });

    private readonly ProblemList _problems = new();
    private LinkResolver? _links;

    [Fact]
    public void Notes_SeveralSources_AreNumberedInOrderAndKeepTheirNumber()
    {
        var html = Render("Un.[^meta-mail] Deux.[^cnil]\n\n- Trois.[^meta-mail]");

        var notes = html.QuerySelectorAll("sup a");
        Assert.Equal(["1", "2", "1"], notes.Select(note => note.TextContent));
        Assert.Equal(["#note-1", "#note-2", "#note-1"], notes.Select(note => note.GetAttribute("href")));
        Assert.Equal(["Source 1", "Source 2", "Source 1"], notes.Select(note => note.GetAttribute("aria-label")));
        Assert.Equal(["meta-mail", "cnil"], _links!.Notes.Select(source => source.Id));
    }

    [Fact]
    public void Html_ForPaper_LosesNotesAndDomainsOnly()
    {
        var file = Read("Un[^meta-mail] **deux**.[^cnil] [Liste](page:list)[^cnil] [Formulaire](link:facebook-short).");
        var html = SiteMarkdown.Render(file.Opening, new LinkResolver(file, Targets, _problems), file.BodyLine);

        Assert.Equal("<p>Un <strong>deux</strong>. <a href=\"/fr/ma-liste\">Liste</a> <a href=\"https://www.facebook.com/help/contact/1\" rel=\"external noopener noreferrer\">Formulaire</a>.</p>", html.ForPaper().Markup);
    }

    [Fact]
    public void Note_BehindAnExclamationMark_IsANote()
    {
        var html = Render("Oui ![^cnil] Non.");

        Assert.Equal("Oui !1 Non.", html.Body!.TextContent.Trim());
        Assert.Equal("#note-1", html.QuerySelector("sup a")!.GetAttribute("href"));
    }

    [Fact]
    public void OutsideLink_Rendered_ShowsDomainAndTellsNothingOfTheVisitor()
    {
        var html = Render("Ouvrez [le **formulaire**](link:facebook-short).");

        var link = Assert.Single(html.Links);
        Assert.Equal("https://www.facebook.com/help/contact/1", link.GetAttribute("href"));
        Assert.Equal("external noopener noreferrer", link.GetAttribute("rel"));
        Assert.Equal("Ouvrez le formulaire (facebook.com).", html.Body!.TextContent.Trim());
    }

    [Fact]
    public void OutsideLink_AddressWithSpecialCharacters_IsFollowedAsItStands()
    {
        var html = Render("[portail](link:privacy-portal)");

        Assert.Equal("https://privacycenter.instagram.com/?a=1&b=%222%22", Assert.Single(html.Links).GetAttribute("href"));
    }

    [Fact]
    public void ForeignWords_Rendered_SayTheirLanguageAndLeadNowhere()
    {
        var html = Render("Cherchez **[Datenschutz](lang:de)**.");

        Assert.Equal("<strong><span lang=\"de\">Datenschutz</span></strong>", html.QuerySelector("strong")!.OuterHtml);
        Assert.Empty(html.Links);
    }

    [Theory]
    [InlineData("page:facebook", "/fr/guides/facebook")]
    [InlineData("page:facebook#ouvrir", "/fr/guides/facebook#ouvrir")]
    [InlineData("page:understand", "/fr/comprendre")]
    [InlineData("page:list", "/fr/ma-liste")]
    [InlineData("page:home", "/fr/")]
    [InlineData("#ouvrir", "#ouvrir")]
    public void PageLink_Rendered_LeadsToThePage(string target, string path)
    {
        var html = Render($"[ici]({target})");

        var link = Assert.Single(html.Links);
        Assert.Equal(path, link.GetAttribute("href"));
        Assert.False(link.HasAttribute("rel"));
        Assert.Equal("ici", html.Body!.TextContent.Trim());
    }

    [Fact]
    public void Boxes_SeeAndElse_AreTitledInThePagesLanguage()
    {
        var html = Render("::: see\nUne page.\n:::\n\n::: else\nRien.\n:::");

        var texts = Valid.Languages[0].Texts<BoxTexts>();
        Assert.Equal([texts.See, "Une page.", texts.Otherwise, "Rien."], html.QuerySelectorAll("p").Select(paragraph => paragraph.TextContent));
    }

    [Theory]
    [InlineData("note")]
    [InlineData("copy")]
    public void Box_ThatSpeaksForItself_HasNoTitle(string box)
    {
        var html = Render($"::: {box}\nUn texte.\n:::");

        Assert.Equal("Un texte.", Assert.Single(html.QuerySelectorAll("p")).TextContent);
    }

    [Fact]
    public void Table_Rendered_IsATable()
    {
        var html = Render("| Pays | Âge |\n|---|---|\n| France | 18 |");

        Assert.Equal(["Pays", "Âge"], html.QuerySelectorAll("th").Select(cell => cell.TextContent));
        Assert.Equal(["France", "18"], html.QuerySelectorAll("td").Select(cell => cell.TextContent));
    }

    [Theory]
    [InlineData("\\<script>alert(1)\\</script>", "<script>alert(1)</script>")]
    [InlineData("&lt;script&gt;alert(1)&lt;/script&gt;", "<script>alert(1)</script>")]
    [InlineData("`<script>alert(1)</script>`", "<script>alert(1)</script>")]
    [InlineData("    <script>alert(1)</script>", "<script>alert(1)</script>")]
    [InlineData("```\"onclick=alert(1)\n<script>alert(1)</script>\n```", "<script>alert(1)</script>")]
    [InlineData("[\\\" onclick=\\\"alert(1)](page:list)", "\" onclick=\"alert(1)")]
    [InlineData("[moi](page:list \"\\\" onclick=\\\"alert(1)\")", "moi")]
    [InlineData("::: note \" onclick=\"alert(1)\nmoi\n:::", "moi")]
    [InlineData("moi {onclick=alert(1)}", "moi {onclick=alert(1)}")]
    public void HostileText_Rendered_StaysText(string markdown, string shown)
    {
        var html = Render(markdown);

        Assert.Equal(shown, html.Body!.TextContent.Trim());
        AssertHarmless(html);
    }

    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("Un *mot*.\n\n<script>alert(1)</script>")]
    public void HostileLine_OfTheFrontMatter_StaysText(string line)
    {
        var links = new LinkResolver(Read(""), Targets, _problems);

        var html = RealContent.ParseHtml(SiteMarkdown.Render(MarkdownLine.Parse(line, "content/fr/pages/page.md", 1, LabelSet.Empty, _problems), links).Markup);

        AssertHarmless(html);
        Assert.Contains("<script>alert(1)</script>", html.Body!.TextContent, StringComparison.Ordinal);
    }

    private static void AssertHarmless(IHtmlDocument html)
    {
        Assert.Empty(html.QuerySelectorAll("script, img, iframe, style, object"));
        Assert.DoesNotContain(html.All.SelectMany(element => element.Attributes), attribute => attribute.Name.StartsWith("on", StringComparison.Ordinal));
    }

    private IHtmlDocument Render(string markdown)
    {
        var file = Read(markdown);
        _links = new LinkResolver(file, Targets, _problems);
        return RealContent.ParseHtml(SiteMarkdown.Render(file.Opening, _links, file.BodyLine).Markup);
    }

    private MarkdownFile Read(string markdown) =>
        MarkdownFile.Parse("content/fr/pages/page.md", "fr", $"---\nid: page\n---\n{markdown}\n\n## Ouvrez {{#ouvrir}}\n", LabelSet.Empty, _problems)!;
}
