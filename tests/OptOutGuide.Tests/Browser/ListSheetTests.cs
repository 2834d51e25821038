using Microsoft.Playwright;

namespace OptOutGuide.Tests.Browser;

/// <summary>The list on paper, to be filled in by hand.</summary>
[Collection("looks")]
public sealed class ListSheetTests(Chromium chromium)
{
    [FactWith(Tool.Chromium, Tool.Poppler)]
    public async Task List_Printed_HasItsStatesAndItsAddressOnOnePage()
    {
        var sheet = await PrintedPage.PrintAsync(chromium, "/fr/ma-liste/imprimer?l=1.Lfs250522c250523it-Uf-Rw");

        Assert.Single(sheet.Pages);
        Assert.Contains("Oppositions envoyées : 1 sur 2", sheet.Text, StringComparison.Ordinal);
        Assert.Contains("Confirmée le 23 mai 2025", sheet.Text, StringComparison.Ordinal);
        Assert.Contains("1-25.Lfs250522c250523it-Uf-Rw", sheet.Letters, StringComparison.Ordinal);
        Assert.Contains("Visez un carré", sheet.Text, StringComparison.Ordinal);
        Assert.Contains("Si rien ne s’ouvre – Lettre d’opposition", sheet.Text, StringComparison.Ordinal);
        Assert.EndsWith("Pas pour l’IA – Refuser que Meta entraîne son IA avec vos données", sheet.Pages[0], StringComparison.Ordinal);
    }

    [FactWith(Tool.Chromium)]
    public async Task List_Printed_HasRoomForNotesByHand()
    {
        var page = await chromium.OpenAsync("/fr/ma-liste/imprimer?l=1.Lfs", width: 688);
        await page.EmulateMediaAsync(new() { Media = Media.Print });

        var box = await page.Locator(".sheet-notes").BoundingBoxAsync();

        // Seven lines of eight millimetres, at 96 pixels an inch.
        Assert.True(box!.Height >= 7 * 8 * 96 / 25.4);
    }
}
