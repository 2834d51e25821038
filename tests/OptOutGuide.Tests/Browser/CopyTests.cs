using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace OptOutGuide.Tests.Browser;

/// <summary>Whoever copies or shares has what was offered, or sees it selected.</summary>
[Collection("list")]
public sealed class CopyTests(Chromium chromium)
{
    [FactWith(Tool.Chromium)]
    public async Task Address_Copied_IsThatOfTheListAsItStands()
    {
        await using var visitor = await chromium.VisitorAsync(hasPausedClock: true);
        await visitor.Browser.GrantPermissionsAsync(["clipboard-read", "clipboard-write"]);
        var list = await ListPageObject.OpenAsync(visitor, "?l=1.Lfi");
        await list.WaitForCircuitAsync();
        await list.PressAsync(ListPageObject.Send);
        await list.ExpectProgressAsync("Oppositions envoyées : 1 sur 1");

        await list.Page.GetByRole(AriaRole.Button, new() { Name = "Copier l’adresse de ma liste" }).ClickAsync();

        await Expect(list.Page.GetByText("Adresse copiée")).ToBeVisibleAsync();
        Assert.Equal(Regex.Replace(list.Page.Url, @"l=1(\.\w+)(#.*)?", match => $"l=1-{match.Groups[1].Length}{match.Groups[1]}"), await list.Page.EvaluateAsync<string>("navigator.clipboard.readText()"));
    }

    [FactWith(Tool.Chromium)]
    public async Task Address_ThatTheBrowserRefusesToCopy_IsSelectedAndSaysSo()
    {
        await using var visitor = await chromium.VisitorAsync();
        var list = await ListPageObject.OpenAsync(visitor, "?l=1.Lfi");
        await list.WaitForCircuitAsync();
        await list.Page.EvaluateAsync(RefuseClipboard);

        await list.Page.GetByRole(AriaRole.Button, new() { Name = "Copier l’adresse de ma liste" }).ClickAsync();

        await Expect(list.Page.GetByText("Votre appareil a refusé.")).ToBeVisibleAsync();
        Assert.EndsWith("/fr/ma-liste?l=1-4.Lfi", await SelectedAsync(list.Page), StringComparison.Ordinal);
        await list.PressAsync(ListPageObject.Send);
        await list.ExpectProgressAsync("Oppositions envoyées : 1 sur 1");
    }

    /// <summary>An insecure address, or an old WebView: there is no clipboard, but the old command.</summary>
    [FactWith(Tool.Chromium)]
    public async Task Address_WithoutAClipboard_IsCopiedTheOldWay()
    {
        await using var visitor = await chromium.VisitorAsync();
        await visitor.Browser.GrantPermissionsAsync(["clipboard-read", "clipboard-write"]);
        var page = await visitor.NewPageAsync();
        await page.AddInitScriptAsync("globalThis.reader = navigator.clipboard; Object.defineProperty(navigator, 'clipboard', { value: undefined })");
        await page.GotoAsync("/fr/guides/facebook/partager");

        await page.GetByRole(AriaRole.Button, new() { Name = "Copier l’adresse" }).ClickAsync();

        await Expect(page.GetByText("Adresse copiée")).ToBeVisibleAsync();
        Assert.EndsWith("/fr/guides/facebook", await page.EvaluateAsync<string>("reader.readText()"), StringComparison.Ordinal);
    }

    [TheoryWith(Tool.Chromium)]
    [InlineData("/fr/guides/facebook/partager", "/fr/guides/facebook")]
    [InlineData("/fr/", "/fr/")]
    public async Task Share_ThatTheDeviceRefuses_SelectsTheAddressAndSaysSo(string path, string address)
    {
        await using var visitor = await chromium.VisitorAsync();
        var page = await visitor.NewPageAsync();
        var faults = new List<string>();
        page.PageError += (_, fault) => faults.Add(fault);
        await page.AddInitScriptAsync("navigator.share = () => Promise.reject(new DOMException('', 'NotAllowedError'))");
        await page.GotoAsync(path);

        await page.GetByRole(AriaRole.Button, new() { Name = "Envoyer avec mon téléphone" }).ClickAsync();

        await Expect(page.GetByText("Votre appareil a refusé.")).ToBeVisibleAsync();
        Assert.EndsWith(address, await SelectedAsync(page), StringComparison.Ordinal);
        Assert.Empty(faults);
    }

    [TheoryWith(Tool.Chromium)]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Letter_Copied_IsOnTheClipboardOrSelected(bool isAllowed)
    {
        await using var visitor = await chromium.VisitorAsync();
        await visitor.Browser.GrantPermissionsAsync(["clipboard-read", "clipboard-write"]);
        var page = await visitor.NewPageAsync();
        await page.GotoAsync("/fr/textes/relance");
        if (!isAllowed)
        {
            await page.EvaluateAsync(RefuseClipboard);
        }

        await page.GetByRole(AriaRole.Button, new() { Name = "Copier ce texte" }).ClickAsync();

        await Expect(page.GetByText(isAllowed ? "Texte copié" : "Votre appareil a refusé.")).ToBeVisibleAsync();
        var text = await page.EvaluateAsync<string>(isAllowed ? "navigator.clipboard.readText()" : "getSelection().toString()");
        Assert.Contains("Madame, Monsieur,", text, StringComparison.Ordinal);
        Assert.DoesNotContain("crochets", text, StringComparison.Ordinal);
        Assert.Contains("\n\n", text, StringComparison.Ordinal);
    }

    private const string RefuseClipboard = "navigator.clipboard.writeText = () => Promise.reject(new Error('refused')); document.execCommand = () => false";

    private static Task<string> SelectedAsync(IPage page) =>
        page.EvaluateAsync<string>("(field => field.value.slice(field.selectionStart, field.selectionEnd))(document.activeElement)");
}
