using System.Diagnostics;
using Microsoft.Playwright;

namespace OptOutGuide.Tests.Browser;

[Collection("looks")]
public sealed class PrintTests(Chromium chromium) : IDisposable
{
    /// <summary>Joins the words of an address.</summary>
    private const string AsItWasDrawn = "-raw";

    private const string AsItStandsOnPaper = "-nopgbrk";

    private readonly string _folder = Directory.CreateTempSubdirectory("print").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("facebook")]
    [InlineData("instagram")]
    [InlineData("whatsapp")]
    [InlineData("sans-compte")]
    public async Task Guide_Printed_IsWholeOnFewA4Pages(string slug)
    {
        var sheet = await PrintAsync($"/fr/guides/{slug}/imprimer");

        var guide = RealContent.Content.Guides.First(guide => guide.Language == "fr" && RealContent.Content.SiteMap.Find(PageKind.Guide, guide.Id, "fr")!.Path.EndsWith(slug, StringComparison.Ordinal));
        Assert.InRange(sheet.Pages, 1, 6);
        Assert.Contains("A4", sheet.Info, StringComparison.Ordinal);
        Assert.All(guide.Steps, step => Assert.Contains($"{step.Number}. {step.Title}", sheet.Text, StringComparison.Ordinal));
        Assert.Contains($"/fr/guides/{slug}", sheet.Text.Replace(" ", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Contains(guide.Forms[0].Domain, sheet.Text, StringComparison.Ordinal);
        Assert.Contains("Page relue, sources en main, le", sheet.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Cette feuille est prête", sheet.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task List_Printed_HasItsStatesAndItsAddressOnOnePage()
    {
        var sheet = await PrintAsync("/fr/ma-liste/imprimer?l=1.Lfs250522c250523it-Uf-Rw");

        Assert.Equal(1, sheet.Pages);
        Assert.Contains("Oppositions envoyées : 1 sur 2", sheet.Text, StringComparison.Ordinal);
        Assert.Contains("Confirmée le 23 mai 2025", sheet.Text, StringComparison.Ordinal);
        Assert.Contains("1-25.Lfs250522c250523it-Uf-Rw", sheet.Text.Replace(" ", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/fr/textes/relance", "Madame, Monsieur,", "crochets", "Comment l’envoyer", "Ce site est indépendant")]
    [InlineData("/en/texts/objection-letter", "Yours faithfully", "brackets", "Not for AI")]
    public async Task Letter_Printed_GoesOutAlone(string path, string text, params string[] notPrinted)
    {
        var sheet = await PrintAsync(path);

        Assert.Contains(text, sheet.Text, StringComparison.Ordinal);
        Assert.All(notPrinted, words => Assert.DoesNotContain(words, sheet.Text, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("/fr/affiche", 1)]
    [InlineData("/fr/atelier?n=3", 3)]
    [InlineData("/fr/atelier?n=nobody", 1)]
    public async Task Sheet_Printed_HasItsPages(string path, int pages)
    {
        var sheet = await PrintAsync(path);

        Assert.Equal(pages, sheet.Pages);
        Assert.Contains(chromium.Site.Address.Authority, sheet.Text, StringComparison.Ordinal);
    }

    /// <summary>In reading order: column by column, from the top.</summary>
    [Theory]
    [InlineData("/fr/guides/facebook/imprimer")]
    [InlineData("/en/guides/instagram/print")]
    [InlineData("/fr/guides/facebook")]
    [InlineData("/fr/ma-liste/imprimer?l=1.Lfs250522c250523it-Uf-Rw.Lf")]
    [InlineData("/fr/atelier?n=2")]
    public async Task Sheet_Printed_ReadsInTheOrderOfItsHeadings(string path)
    {
        using var client = new HttpClient { BaseAddress = chromium.Site.Address };
        var page = RealContent.ParseHtml(await client.GetStringAsync(path));
        var headings = page.QuerySelectorAll("main h1, main h2, main h3").Where(heading => heading.Closest("nav") is null)
            .Select(heading => string.Join(' ', heading.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));

        var text = (await PrintAsync(path, AsItStandsOnPaper)).Text;

        var from = 0;
        Assert.All(headings, heading =>
        {
            var found = text.IndexOf(heading, from, StringComparison.Ordinal);
            Assert.True(found >= 0, $"\"{heading}\" does not come after what stands before it.");
            from = found + heading.Length;
        });
    }

    /// <summary>Printing from a light or a dark theme, with or without background colours.</summary>
    [Theory]
    [InlineData("/fr/", ColorScheme.Light)]
    [InlineData("/fr/", ColorScheme.Dark)]
    [InlineData("/fr/guides/facebook", ColorScheme.Dark)]
    [InlineData("/fr/ma-liste?l=1.Lfs250522i-Uf-Rw", ColorScheme.Light)]
    [InlineData("/fr/ma-liste?l=1.Lfs250522i-Uf-Rw", ColorScheme.Dark)]
    public async Task Words_OnPaper_AreDarkOnWhite(string path, ColorScheme screen)
    {
        await using var visitor = await chromium.VisitorAsync();
        var page = await visitor.NewPageAsync();
        await page.GotoAsync(path);
        await page.EmulateMediaAsync(new() { Media = Media.Print, ColorScheme = screen });

        var pale = await page.EvaluateAsync<string[]>("""
            () => {
              const parts = colour => colour.match(/[\d.]+/g).map(Number);
              const isPale = ([red, green, blue]) => Math.max(red, green, blue) > 140;
              const isFilled = ([red, green, blue, cover = 1]) => cover > 0 && Math.min(red, green, blue) < 230;
              return [...document.querySelectorAll('main *')]
                .filter(part => part.checkVisibility() && [...part.childNodes].some(child => child.nodeType === 3 && child.data.trim()))
                .filter(part => isPale(parts(getComputedStyle(part).color)) || isFilled(parts(getComputedStyle(part).backgroundColor)))
                .map(part => part.textContent.trim());
            }
            """);

        Assert.Empty(pale);
    }

    private async Task<(int Pages, string Info, string Text)> PrintAsync(string path, string order = AsItWasDrawn)
    {
        await using var visitor = await chromium.VisitorAsync();
        var page = await visitor.NewPageAsync();
        await page.GotoAsync(path);
        var file = Path.Combine(_folder, "sheet.pdf");
        await page.PdfAsync(new() { Path = file, PreferCSSPageSize = true });
        var info = await RunAsync("pdfinfo", file);
        var pages = int.Parse(info.Split('\n').First(line => line.StartsWith("Pages:", StringComparison.Ordinal))[6..], System.Globalization.CultureInfo.InvariantCulture);
        var text = await RunAsync("pdftotext", order, file, "-");
        return (pages, info, string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));
    }

    private static async Task<string> RunAsync(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true })!;
        return await process.StandardOutput.ReadToEndAsync();
    }
}
