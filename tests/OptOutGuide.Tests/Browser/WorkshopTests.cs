using System.Net;
using static Microsoft.Playwright.Assertions;

namespace OptOutGuide.Tests.Browser;

/// <summary>The form of a workshop and the document that it prints.</summary>
[Collection("looks")]
public sealed class WorkshopTests(Chromium chromium)
{
    private const string Full = "/fr/atelier/imprimer?n=12&date=2026-12-05&time=14%3A00&place=M%C3%A9diath%C3%A8que%20de%20Lyon&contact=04%2000%2000%2000%2000&guide=facebook&guide=instagram";

    [FactWith(Tool.Chromium, Tool.Poppler)]
    public async Task TwelvePeopleWithTwoServices_AreFiftyTwoPages()
    {
        var document = await PrintedPage.PrintAsync(chromium, Full);

        Assert.Equal(4 + (12 * 2 * 2), document.Pages.Count);
        Assert.Contains($"Ce document fait {document.Pages.Count}\u00A0pages", await TextAsync(Full), StringComparison.Ordinal);
        Assert.All(Enumerable.Range(4, 48), page => Assert.True(document.SmallestFont(page) >= 14, $"page {page + 1}: {document.FontSizes[page].MinBy(run => run.Size)}"));
        Assert.Contains("samedi 5 décembre 2026", document.Pages[0], StringComparison.Ordinal);
        Assert.Contains("Médiathèque de Lyon", document.Pages[0], StringComparison.Ordinal);
        Assert.Equal("Cette page reste blanche : c’est le dos de l’affiche.", document.Pages[1]);
        Assert.Contains("Participants : 12. Personnes pour animer : 2", document.Pages[2], StringComparison.Ordinal);
        Assert.All(document.Pages.Skip(2).Index(), page => Assert.Contains(page.Index % 2 is 0 ? "Refuser que Meta entraîne son IA avec vos données" : "Pas pour l’IA", page.Item, StringComparison.Ordinal));
        Assert.Contains("Ne voyez jamais un mot de passe", document.Pages[2], StringComparison.Ordinal);
        Assert.All(Enumerable.Range(0, 12), person =>
        {
            Assert.All(Enumerable.Range(0, 4), page =>
            {
                var text = document.Pages[4 + (4 * person) + page];
                Assert.Contains(page < 2 ? "S’opposer sur Facebook" : "S’opposer sur Instagram", text, StringComparison.Ordinal);
                Assert.Contains($"Personne {person + 1} ", text, StringComparison.Ordinal);
                Assert.Contains(page % 2 is 0 ? "1/2" : "2/2", text, StringComparison.Ordinal);
            });
            Assert.Contains("04 00 00 00 00", document.Pages[5 + (4 * person)], StringComparison.Ordinal);
        });
    }

    /// <summary>As the language writes it.</summary>
    [Theory]
    [InlineData("/fr/atelier/imprimer?n=1&time=14%3A00", "14\u00A0h")]
    [InlineData("/fr/atelier/imprimer?n=1&time=14%3A30", "14\u00A0h\u00A030")]
    [InlineData("/en/workshop/print?n=1&time=14%3A00", "2\u00A0pm")]
    [InlineData("/de/workshop/drucken?n=1&time=09%3A05", "9.05\u00A0Uhr")]
    public async Task Poster_SaysTheTimeAsItsLanguageDoes(string path, string time)
    {
        using var client = new HttpClient { BaseAddress = chromium.Site.Address };

        Assert.Equal(time, RealContent.ParseHtml(await client.GetStringAsync(path)).QuerySelector(".poster-when")!.TextContent);
    }

    /// <summary>Who has both sheets takes the other one; its address has no square on this one.</summary>
    [Theory]
    [InlineData("/fr/atelier/imprimer?n=1&guide=facebook&guide=instagram", "Faites aussi Instagram (prenez la feuille Instagram)")]
    [InlineData("/fr/atelier/imprimer?n=1&guide=facebook", "Faites aussi Instagram (carré")]
    public async Task LastStep_NamesTheOtherSheetWhereItIsAtHand(string path, string words)
    {
        using var client = new HttpClient { BaseAddress = chromium.Site.Address };
        var sheet = RealContent.ParseHtml(await client.GetStringAsync(path)).QuerySelector(".easy-sheet")!;

        Assert.Contains(words, sheet.TextContent, StringComparison.Ordinal);
        Assert.Equal(words.Contains("carré", StringComparison.Ordinal), sheet.QuerySelectorAll(".typed").Any(address => address.TextContent.EndsWith("/fr/guides/instagram", StringComparison.Ordinal)));
    }

    [TheoryWith(Tool.Chromium, Tool.Poppler)]
    [FullData("/en/workshop/print?n=2&guide=facebook", 4 + 4)]
    [InlineData("/de/workshop/drucken?n=1&guide=facebook&guide=instagram&guide=whatsapp&guide=no-account&contact=04%2000%2000%2000%2000", 4 + 8)]
    [FullData("/el/ergastirio/ektyposi?n=1&guide=facebook&guide=instagram&guide=whatsapp&guide=no-account&contact=04%2000%2000%2000%2000", 4 + 8)]
    [FullData("/ro/atelier/tiparire?n=1&guide=facebook&guide=instagram&contact=04%2000%2000%2000%2000", 4 + 4)]
    [FullData("/fr/atelier/imprimer?n=nobody", 4 + 4)]
    [InlineData("/fr/atelier/imprimer", 4 + 4)]
    [InlineData("/fr/atelier/imprimer?n=1&guide=facebook&guide=instagram&guide=whatsapp&guide=no-account", 4 + 8)]
    [Trait("Suite", "Sample")]
    public async Task Document_HasFourPagesAndTwoForEachPersonAndService(string path, int pages) =>
        Assert.Equal(pages, (await PrintedPage.PrintAsync(chromium, path)).Pages.Count);

    /// <summary>Whoever runs a workshop has the paper alone when a form asks for more, or when there are too many people.</summary>
    [TheoryWith(Tool.Chromium, Tool.Poppler)]
    [InlineData("/fr/atelier/imprimer?n=1", "Si ça bloque", "« Je m’oppose à l’usage de mes données pour l’IA de Meta. »", "« L’équipe de confidentialité Meta »", "courriers indésirables", "six personnes à la fois au plus", "Une lettre à Meta")]
    [InlineData("/en/workshop/print?n=1", "If they get stuck", "“I object to the use of my data for Meta’s AI.”", "Meta’s privacy team", "spam or junk folder", "at most six people at a time", "A letter to Meta")]
    public async Task Mediator_HasAnAnswerForWhatBlocks(string path, params string[] words)
    {
        var document = await PrintedPage.PrintAsync(chromium, path);

        Assert.All(words, told => Assert.Contains(told, $"{document.Pages[2]} {document.Pages[3]}", StringComparison.Ordinal));
    }

    [TheoryWith(Tool.Chromium, Tool.Poppler)]
    [InlineData("/fr/atelier/imprimer?n=1", "Si ça bloque")]
    [InlineData("/en/workshop/print?n=1", "If they get stuck")]
    [FullData("/ro/atelier/tiparire?n=1", "Dacă ceva se blochează")]
    [Trait("Suite", "Sample")]
    public async Task WhatBlocks_StandsOnOneSide(string path, string heading)
    {
        var document = await PrintedPage.PrintAsync(chromium, path);

        var texts = RealContent.Content.FindLanguage(path[1..3])!.Texts<WorkshopTexts>();
        var side = Assert.Single(document.Pages.Skip(2).Take(2), page => page.Contains(heading, StringComparison.Ordinal));
        Assert.All(texts.StuckAnswers, answer => Assert.Contains(PrintedPage.Words(answer), side, StringComparison.Ordinal));
    }

    [FactWith(Tool.Chromium, Tool.Poppler)]
    public async Task WordsToExplain_KeepSentencesTogetherThatBelongTogether()
    {
        var document = await PrintedPage.PrintAsync(chromium, "/fr/atelier/imprimer?n=1");

        Assert.Contains("Meta utilise aussi vos messages à son IA. Dans l’Union européenne, c’est vrai à tout âge.", document.Pages[3], StringComparison.Ordinal);
    }

    [FactWith(Tool.Chromium, Tool.Poppler)]
    public async Task Poster_SaysWhatToBringAndWhoseAddressItIs()
    {
        var document = await PrintedPage.PrintAsync(chromium, Full);

        Assert.All(["téléphone chargé", "lunettes", "de quoi lire vos e-mails", "mots de passe : ne les montrez à personne"], thing => Assert.Contains(thing, document.Pages[0], StringComparison.Ordinal));
        Assert.Contains($"Pas pour l’IA {chromium.Site.Address.Authority}/fr", document.Pages[0], StringComparison.Ordinal);
    }

    [FactWith(Tool.Chromium, Tool.Poppler)]
    public async Task Poster_WithoutDateAndPlace_HasLinesForThem()
    {
        var empty = await PrintedPage.PrintAsync(chromium, "/fr/atelier/imprimer?n=1");
        var dated = await PrintedPage.PrintAsync(chromium, Full);

        string[] fields = ["Date", "Heure", "Lieu", "Téléphone du lieu"];
        Assert.All(fields, field =>
        {
            Assert.Contains(field, empty.Pages[0], StringComparison.Ordinal);
            Assert.DoesNotContain(field, dated.Pages[0], StringComparison.Ordinal);
        });
    }

    [TheoryWith(Tool.Chromium)]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Form_Sent_LeadsToTheDocumentAndBackWithItsValues(bool hasJavaScript)
    {
        await using var visitor = await chromium.VisitorAsync(hasJavaScript);
        var page = await visitor.NewPageAsync();
        await page.GotoAsync("/fr/atelier");
        await page.GetByLabel("Combien de personnes").FillAsync("3");
        await page.GetByLabel("WhatsApp").CheckAsync();
        await page.GetByLabel("Lieu", new() { Exact = true }).FillAsync("Café <b>des</b> Arts & Métiers");
        await page.GetByRole(Microsoft.Playwright.AriaRole.Button, new() { Name = "Préparer le document" }).ClickAsync();

        Assert.Contains("Café <b>des</b> Arts & Métiers", await page.Locator(".poster").InnerTextAsync(), StringComparison.Ordinal);
        await Expect(page.Locator(".easy-sheet")).ToHaveCountAsync(9);

        await page.Locator("[data-back]").ClickAsync();
        Assert.Equal("3", await page.GetByLabel("Combien de personnes").InputValueAsync());
        Assert.Equal("Café <b>des</b> Arts & Métiers", await page.GetByLabel("Lieu", new() { Exact = true }).InputValueAsync());
    }

    [Fact]
    public async Task Document_WithWhatSomebodyTyped_IsNotStoredAndNotIndexed()
    {
        using var client = new HttpClient { BaseAddress = chromium.Site.Address };

        foreach (var path in new[] { Full, Full.Replace("/imprimer", "", StringComparison.Ordinal) })
        {
            var response = await client.GetAsync(path);
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
            Assert.True(response.Headers.CacheControl is { NoStore: true });
            Assert.Contains("noindex", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Document_WithTooLongOrDeceptiveWords_LeavesThemOut()
    {
        var deceptive = await TextAsync("/fr/atelier/imprimer?n=1&contact=%E2%80%AEabc&place=" + new string('x', 81));

        Assert.DoesNotContain("\u202E", deceptive, StringComparison.Ordinal);
        Assert.DoesNotContain("xxx", deceptive, StringComparison.Ordinal);
    }

    private async Task<string> TextAsync(string path)
    {
        using var client = new HttpClient { BaseAddress = chromium.Site.Address };
        return RealContent.ParseHtml(await client.GetStringAsync(path)).Body!.TextContent;
    }
}
