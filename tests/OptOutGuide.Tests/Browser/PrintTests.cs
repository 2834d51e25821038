using Microsoft.Playwright;

namespace OptOutGuide.Tests.Browser;

/// <summary>Sheets and pages as a browser prints them.</summary>
[Collection("looks")]
public sealed class PrintTests(Chromium chromium)
{
    /// <summary>What a reader with glasses and little light still reads.</summary>
    private const double LargePrint = 14;

    public static TheoryData<string> Guides => Of(PageKind.Guide);

    public static TheoryData<string> GuideSheets => Of(PageKind.GuidePrint);

    public static TheoryData<string> EasySheets => Of(PageKind.GuideEasyPrint);

    [TheoryWith(Tool.Chromium, Tool.Poppler)]
    [MemberData(nameof(GuideSheets))]
    [Trait("Suite", "Sample")]
    public async Task GuideSheet_IsWholeOnThreePages(string path)
    {
        var sheet = await PrintAsync(path);

        var guide = RealContent.Content.Guide(RealContent.Content.SiteMap.Find(path)!);
        Assert.InRange(sheet.Pages.Count, 1, 3);
        Assert.Contains("A4", sheet.Info, StringComparison.Ordinal);
        Assert.All(guide.Steps, step => Assert.Contains($"{step.Number}. {PrintedPage.Words(step.Title)}", sheet.Text, StringComparison.Ordinal));
        Assert.All(guide.Forms, form => Assert.Contains(OnPaper(form.Url), sheet.Letters, StringComparison.Ordinal));
        Assert.All(Addresses(guide.Steps.SelectMany(step => step.Parts)), address => Assert.Contains(OnPaper(address), sheet.Letters, StringComparison.Ordinal));
        Assert.All(AddressesIn(guide.Intro, guide.Limits), address => Assert.Contains(OnPaper(address), sheet.Letters, StringComparison.Ordinal));
        Assert.All(sheet.Pages, page => Assert.Contains(PrintedPage.Words(guide.Title), page, StringComparison.Ordinal));
        Assert.All(sheet.Pages.Index(), page => Assert.EndsWith($" {page.Index + 1}", page.Item, StringComparison.Ordinal));
        Assert.All(sheet.Pages, page => Assert.Contains(Name(guide.Language), page, StringComparison.Ordinal));
        Assert.All(sheet.Pages, page => Assert.All(guide.Steps, step => Assert.False(WithoutFoot(page, Name(guide.Language)).EndsWith(PrintedPage.Words(step.Title), StringComparison.Ordinal), $"A page ends with the heading of step {step.Number}.")));
        Assert.All(guide.Notes, source => Assert.DoesNotContain(PrintedPage.Words(source.Title), sheet.Text, StringComparison.Ordinal));
    }

    /// <summary>The words of the page are about buttons that paper does not have.</summary>
    [TheoryWith(Tool.Chromium, Tool.Poppler)]
    [InlineData("/fr/guides/facebook/imprimer", "Touchez votre réponse")]
    [FullData("/fr/guides/whatsapp/imprimer", "Touchez votre réponse")]
    [FullData("/fr/guides/sans-compte/imprimer", "dans votre liste")]
    [InlineData("/fr/guides/facebook/facile/imprimer", "Ouvrez votre liste")]
    [FullData("/fr/guides/sans-compte/facile/imprimer", "dans votre liste")]
    [Trait("Suite", "Sample")]
    public async Task Sheet_WhereTheScreenHasTheList_HasADateToWrite(string path, string onScreen)
    {
        var sheet = await PrintAsync(path);

        Assert.Matches("Notez la date ci-dessous\\..* Envoyée le Réponse de Meta", sheet.Raw);
        Assert.DoesNotContain(onScreen, sheet.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("/fr/ma-liste", sheet.Letters, StringComparison.Ordinal);
    }

    [TheoryWith(Tool.Chromium, Tool.Poppler)]
    [InlineData("/fr/guides/facebook/facile/imprimer", "le formulaire de Facebook (carré A)", "l’autre page (carré B)", "le portail de Meta (carré C)")]
    [InlineData("/fr/guides/facebook/imprimer", "Ouvrir le formulaire sur facebook.com (carré A)", "s’il faut recommencer (adresse D)", "elle été prise en compte ? (adresse D)")]
    [InlineData("/de/anleitungen/facebook/leicht-lesbar/drucken", "(Quadrat A)", "(Quadrat B)")]
    public async Task Link_OnPaper_NamesTheLetterOfItsAddress(string path, params string[] words)
    {
        var sheet = await PrintAsync(path);

        Assert.All(words, named => Assert.Contains(named, sheet.Text, StringComparison.Ordinal));
    }

    /// <summary>On a screen, the step with the form says all of it before the visitor leaves; on paper the next steps do.</summary>
    [TheoryWith(Tool.Chromium, Tool.Poppler)]
    [InlineData("/fr/guides/facebook/imprimer", "Puis revenez ici")]
    [FullData("/en/guides/instagram/print", "Then come back here")]
    [FullData("/de/anleitungen/facebook/drucken", "Dann kommen Sie hierher zurück")]
    [InlineData("/fr/guides/facebook", "Puis revenez ici")]
    [FullData("/fr/guides/facebook/imprimer", "Vous ne voyez plus le formulaire")]
    [InlineData("/fr/guides/facebook", "Vous ne voyez plus le formulaire")]
    [Trait("Suite", "Sample")]
    public async Task Guide_OnPaper_TellsTheSendingOnce(string path, string onScreen)
    {
        var sheet = await PrintAsync(path);

        Assert.DoesNotContain(onScreen, sheet.Text, StringComparison.Ordinal);
    }

    [FactWith(Tool.Chromium, Tool.Poppler)]
    public async Task Link_WhoseWordsSayItsAddress_HasNoLetter()
    {
        var sheet = await PrintAsync("/fr/guides/facebook/imprimer");

        Assert.Contains("Ouvrir facebook.com", sheet.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Ouvrir facebook.com (adresse", sheet.Text, StringComparison.Ordinal);
    }

    [FactWith(Tool.Chromium, Tool.Poppler)]
    public async Task GuideSheet_WithSources_HasTheirTitles()
    {
        var sheet = await PrintAsync("/fr/guides/facebook/imprimer?sources=yes");

        var guide = RealContent.Content.Guide(RealContent.Content.SiteMap.Find("/fr/guides/facebook")!);
        Assert.All(guide.Notes, source => Assert.Contains(PrintedPage.Words(source.Title), sheet.Text, StringComparison.Ordinal));
    }

    [TheoryWith(Tool.Chromium, Tool.Poppler)]
    [MemberData(nameof(EasySheets))]
    [Trait("Suite", "Sample")]
    public async Task EasySheet_IsTwoPagesInLargePrintWithItsAddresses(string path)
    {
        var sheet = await PrintAsync(path);

        var easy = RealContent.Content.Article(RealContent.Content.SiteMap.Find(path)!);
        var printed = easy.Sections.Where(section => !easy.FrontMatter.NotPrinted.Contains(section.Id)).ToArray();
        Assert.Equal(2, sheet.Pages.Count);
        Assert.All(Enumerable.Range(0, 2), page => Assert.True(sheet.SmallestFont(page) >= LargePrint, $"{sheet.FontSizes[page].MinBy(run => run.Size)}"));
        Assert.All(printed, section => Assert.Contains(PrintedPage.Words(section.Title), sheet.Text, StringComparison.Ordinal));
        Assert.All(Addresses(printed.SelectMany(section => section.Parts)), address => Assert.Contains(OnPaper(address), sheet.Letters, StringComparison.Ordinal));
        var texts = RealContent.Content.FindLanguage(easy.Language)!.Texts<SiteTexts>();
        Assert.Equal(["1/2", "2/2"], sheet.Pages.Select(page => page[^3..]));
        Assert.Contains(PrintedPage.Words(texts.Tagline), sheet.Pages[0], StringComparison.Ordinal);
        Assert.Contains(PrintedPage.Words(texts.Title), sheet.Pages[1], StringComparison.Ordinal);
        Assert.DoesNotMatch("[?;:]$", WithoutFoot(sheet.Pages[0], PrintedPage.Words(texts.Tagline)));
        Assert.All(easy.Links[0].Fallbacks, id => Assert.Contains(OnPaper(RealContent.Content.Links[id].Url), sheet.Letters, StringComparison.Ordinal));
    }

    /// <summary>What somebody gets who prints a page without looking for its sheet.</summary>
    [TheoryWith(Tool.Chromium, Tool.Poppler)]
    [MemberData(nameof(Guides))]
    [Trait("Suite", "Sample")]
    public async Task Guide_PrintedByTheBrowser_IsFourPagesOfContent(string path)
    {
        var paper = await PrintAsync(path);

        var guide = RealContent.Content.Guide(RealContent.Content.SiteMap.Find(path)!);
        var texts = RealContent.Content.FindLanguage(guide.Language)!;
        Assert.InRange(paper.Pages.Count, 1, 4);
        Assert.All(guide.Steps, step => Assert.Contains(PrintedPage.Words(step.Title), paper.Text, StringComparison.Ordinal));
        Assert.All(guide.Forms, form => Assert.Contains(OnPaper(form.Url), paper.Letters, StringComparison.Ordinal));
        Assert.All(guide.Links, link => Assert.Contains(OnPaper(link.Url), paper.Letters, StringComparison.Ordinal));
        Assert.All(guide.Links, link => Assert.DoesNotContain($"({link.Domain})", paper.Text, StringComparison.Ordinal));
        Assert.All(guide.Forms, form => Assert.Contains(form.Url.Segments[^1].TrimEnd('/'), paper.Text, StringComparison.Ordinal));
        Assert.DoesNotContain("(http", paper.Text, StringComparison.Ordinal);
        Assert.Contains($"{PrintedPage.Words(guide.Title)} {new Uri(chromium.Site.Address, path)}", paper.Raw, StringComparison.Ordinal);
        Assert.DoesNotContain(PrintedPage.Words(guide.Notes[0].Title), paper.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(texts.Texts<GuideTexts>().PrintGuide, paper.Text, StringComparison.Ordinal);
    }

    [TheoryWith(Tool.Chromium, Tool.Poppler)]
    [InlineData("/fr/textes/relance", "Madame, Monsieur,", "crochets", "Comment l’envoyer", "Ce site est indépendant")]
    [InlineData("/en/texts/objection-letter", "Yours faithfully", "brackets", "Not for AI")]
    public async Task Letter_Printed_GoesOutAlone(string path, string text, params string[] notPrinted)
    {
        var sheet = await PrintAsync(path);

        Assert.Contains(text, sheet.Text, StringComparison.Ordinal);
        Assert.All(notPrinted, words => Assert.DoesNotContain(words, sheet.Text, StringComparison.Ordinal));
    }

    /// <summary>In reading order: column by column, from the top.</summary>
    [TheoryWith(Tool.Chromium, Tool.Poppler)]
    [InlineData("/fr/guides/facebook/imprimer")]
    [FullData("/en/guides/instagram/print")]
    [InlineData("/fr/guides/facebook/facile/imprimer")]
    [InlineData("/fr/guides/facebook")]
    [InlineData("/fr/ma-liste/imprimer?l=1.Lfs250522c250523it-Uf-Rw.Lf")]
    [InlineData("/fr/atelier/imprimer?n=2")]
    [Trait("Suite", "Sample")]
    public async Task Sheet_Printed_ReadsInTheOrderOfItsHeadings(string path)
    {
        using var client = new HttpClient { BaseAddress = chromium.Site.Address };
        var page = RealContent.ParseHtml(await client.GetStringAsync(path));
        var headings = page.QuerySelectorAll("main h1, main h2, main h3").Where(heading => heading.Closest("nav, .notes, [aria-labelledby=page-after]") is null)
            .Select(heading => string.Join(' ', heading.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));

        var text = (await PrintAsync(path)).Text;

        var from = 0;
        Assert.All(headings, heading =>
        {
            var found = text.IndexOf(heading, from, StringComparison.Ordinal);
            Assert.True(found >= 0, $"\"{heading}\" does not come after what stands before it.");
            from = found + heading.Length;
        });
    }

    /// <summary>Printing from a light or a dark theme, with or without background colours.</summary>
    [TheoryWith(Tool.Chromium)]
    [FullData("/fr/", ColorScheme.Light)]
    [InlineData("/fr/", ColorScheme.Dark)]
    [FullData("/fr/guides/facebook", ColorScheme.Dark)]
    [InlineData("/fr/atelier/imprimer?n=1", ColorScheme.Dark)]
    [InlineData("/fr/ma-liste?l=1.Lfs250522i-Uf-Rw", ColorScheme.Light)]
    [InlineData("/fr/ma-liste?l=1.Lfs250522i-Uf-Rw", ColorScheme.Dark)]
    [Trait("Suite", "Sample")]
    public async Task Words_OnPaper_AreDarkOnWhite(string path, ColorScheme screen)
    {
        var page = await chromium.OpenAsync(path);
        await page.EmulateMediaAsync(new() { Media = Media.Print, ColorScheme = screen });

        var pale = await page.EvaluateAsync<string[]>("""
            () => {
              const parts = colour => colour.match(/[\d.]+/g).map(Number);
              const isPale = ([red, green, blue]) => Math.max(red, green, blue) > 140;
              const isCovering = ([, , , cover = 1]) => cover > 0;
              const groundOf = part => part && (ground => isCovering(ground) ? ground : groundOf(part.parentElement))(parts(getComputedStyle(part).backgroundColor));
              const isFilled = ([red, green, blue]) => Math.min(red, green, blue) < 230;
              return [...document.querySelectorAll('main *')]
                .filter(part => part.checkVisibility() && [...part.childNodes].some(child => child.nodeType === 3 && child.data.trim()))
                .filter(part => isPale(parts(getComputedStyle(part).color)) || isFilled(groundOf(part) ?? [255, 255, 255]))
                .map(part => part.textContent.trim());
            }
            """);

        Assert.Empty(pale);
    }

    /// <summary>The pages of a kind in the languages of the sample.</summary>
    internal static TheoryData<string> Of(PageKind kind) => [.. RealContent.SamplePages.Where(page => page.Kind == kind).Select(page => page.Path)];

    /// <summary>Of outside links and of the site's own pages but the list; a sheet prints neither scheme nor anchor.</summary>
    private Uri[] Addresses(IEnumerable<ContentPart> parts) =>
        [.. parts.SelectMany(part => part.Links ?? []).Where(link => RealContent.Content.SiteMap.Find(link.Address)?.Kind is not PageKind.List)
            .Select(link => new Uri(chromium.Site.Address, link.Address.Split('#')[0])).Distinct()];

    private IEnumerable<Uri> AddressesIn(params Html[] texts) => texts.SelectMany(text => RealContent.ParseHtml(text.Markup).QuerySelectorAll("a[href]:not([href^='#'])"))
        .Select(link => new Uri(chromium.Site.Address, link.GetAttribute("href")!.Split('#')[0]));

    /// <summary>The name of the site and what it is for, as each page of a sheet has them.</summary>
    private static string Name(string language)
    {
        var texts = RealContent.Content.FindLanguage(language)!.Texts<SiteTexts>();
        return PrintedPage.Words($"{texts.Title} – {texts.Tagline}");
    }

    /// <summary>What stands above the number of the page and beside it.</summary>
    private static string WithoutFoot(string page, string beside) => page[..page.LastIndexOf(' ')].Replace(beside, "", StringComparison.Ordinal).TrimEnd();

    /// <summary>A start page stands in the words of its link, as people type it.</summary>
    private static string OnPaper(Uri address) => address.PathAndQuery is "/" ? OutsideLink.DomainOf(address) : $"{address.Authority}{address.PathAndQuery}".TrimEnd('/');

    private Task<PrintedPage> PrintAsync(string path) => PrintedPage.PrintAsync(chromium, path);
}
