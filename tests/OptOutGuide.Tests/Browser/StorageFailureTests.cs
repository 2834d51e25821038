using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace OptOutGuide.Tests.Browser;

/// <summary>Storage that is refused, lost or unreadable is reported, and no list is lost.</summary>
[Collection("list")]
public sealed class StorageFailureTests(Chromium chromium)
{
    [TheoryWith(Tool.Chromium)]
    [InlineData("{broken", "pas pu lire")]
    [InlineData("{\"version\":9,\"list\":\"9.X\"}", "version plus récente")]
    public async Task Storage_NotUnderstood_IsSaidAndKeptAside(string stored, string expected)
    {
        await using var visitor = await chromium.VisitorAsync();
        await visitor.Browser.AddInitScriptAsync($"if (!localStorage.length) localStorage.setItem('optoutguide.list', {System.Text.Json.JsonSerializer.Serialize(stored)})");

        var list = await ListPageObject.OpenAsync(visitor);
        await list.WaitForCircuitAsync();
        await Expect(list.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync(expected);
        await list.StartAsync("Facebook");
        await list.ExpectProgressAsync("Oppositions envoyées : 0 sur 1");

        var kept = await list.Page.EvaluateAsync<string[]>("Object.keys(localStorage).filter(key => key.startsWith('optoutguide.list.aside')).map(key => localStorage[key])");
        Assert.Equal(stored, Assert.Single(kept));
    }

    [FactWith(Tool.Chromium)]
    public async Task Storage_ClearedMeanwhile_IsSaid()
    {
        await using var visitor = await chromium.VisitorAsync();
        var list = await ListPageObject.OpenAsync(visitor);
        await list.WaitForCircuitAsync();
        await list.StartAsync("Facebook");
        await list.ExpectProgressAsync("Oppositions envoyées : 0 sur 1");

        await list.Page.EvaluateAsync("localStorage.clear()");
        await list.Page.GotoAsync("/fr/ma-liste");

        await Expect(list.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("a été effacée");
    }

    [FactWith(Tool.Chromium)]
    public async Task Storage_Refused_IsSaid()
    {
        await using var visitor = await VisitorWithoutStorageAsync();
        var list = await ListPageObject.OpenAsync(visitor);
        await list.WaitForCircuitAsync();

        await list.StartAsync("Facebook");

        await Expect(list.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("refuse d’enregistrer la liste");
        await list.ExpectProgressAsync("Oppositions envoyées : 0 sur 1");
    }

    /// <summary>As after a change whose answer took too long, so that the page was loaded instead.</summary>
    [FactWith(Tool.Chromium)]
    public async Task Storage_RefusedForTheListOfTheAddress_IsSaidAtOnce()
    {
        await using var visitor = await VisitorWithoutStorageAsync();
        var list = await ListPageObject.OpenAsync(visitor, "?l=1.Rn");

        await Expect(list.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("refuse d’enregistrer la liste");
    }

    /// <summary>As Chromium does for somebody who blocks all cookies: every use of a storage throws.</summary>
    [FactWith(Tool.Chromium)]
    public async Task Storage_BlockedAltogether_LeavesTheListWorkingWithoutAnError()
    {
        await using var visitor = await chromium.VisitorAsync();
        await visitor.Browser.AddInitScriptAsync(
            """
            const refuse = () => { throw new DOMException('blocked', 'SecurityError'); };
            for (const area of ['localStorage', 'sessionStorage']) Object.defineProperty(window, area, { get: refuse });
            for (const method of ['open', 'delete', 'match', 'keys']) if (globalThis.CacheStorage) CacheStorage.prototype[method] = async () => refuse();
            """);
        var errors = new List<string>();
        visitor.Browser.WebError += (_, error) => errors.Add(error.Error);
        var list = await ListPageObject.OpenAsync(visitor, "?l=1.Lf");
        await list.WaitForCircuitAsync();

        await list.PressAsync(ListPageObject.Send);

        await list.ExpectProgressAsync("Oppositions envoyées : 1 sur 1");
        await Expect(list.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("refuse d’enregistrer la liste");
        Assert.Empty(errors);
    }

    private async Task<Visitor> VisitorWithoutStorageAsync()
    {
        var visitor = await chromium.VisitorAsync();
        await visitor.Browser.AddInitScriptAsync("Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError') }");
        return visitor;
    }
}
