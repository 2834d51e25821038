namespace OptOutGuide.Tests.Browser;

/// <summary>A list that is left costs the server nothing more, and is there again for who comes back.</summary>
[Collection("browser")]
public sealed class LeavingTests(Chromium chromium)
{
    [Fact]
    public async Task List_LeftInABrowserWithoutUnload_IsFreedAtOnceAndLiveOnReturn()
    {
        await using var site = await new RunningSite { Probe = Path.Combine(Path.GetTempPath(), $"optoutguide-leaving-{Environment.ProcessId}.sock") }.StartAsync();
        await using var visitor = await chromium.VisitorAsync();
        var page = await visitor.NewPageAsync();
        // What newer browsers do by themselves: the page hears no "unload".
        await page.AddInitScriptAsync("addEventListener('unload', event => event.stopImmediatePropagation(), true)");
        await page.GotoAsync(new Uri(site.Address, "/fr/ma-liste?l=1.Lfi").AbsoluteUri);
        var list = new ListVisit(page);
        await list.WaitForCircuitAsync();
        var open = await site.CountCircuitsAsync();

        await page.GotoAsync(new Uri(site.Address, "/fr/").AbsoluteUri);
        var left = await CountSoonAsync(site, 0);
        await page.GoBackAsync();
        await list.WaitForCircuitAsync();
        await list.ClickAsync("Je l’ai envoyée aujourd’hui");
        await list.ExpectProgressAsync("Oppositions faites : 1 sur 1");

        Assert.Equal((1, 0), (open, left));
    }

    /// <summary>The count, awaited for less time than the server would need to give up a silent connection.</summary>
    private static async Task<int> CountSoonAsync(RunningSite site, int expected)
    {
        for (var attempt = 0; attempt < 100 && await site.CountCircuitsAsync() != expected; attempt++)
        {
            await Task.Delay(100);
        }

        return await site.CountCircuitsAsync();
    }
}
