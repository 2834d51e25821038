using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;
using static OptOutGuide.Tests.Browser.BrowserCache;

namespace OptOutGuide.Tests.Browser;

/// <summary>What the service worker keeps, and for how long.</summary>
[Collection("journeys")]
[Trait("Suite", "Full")]
public sealed class OfflineCacheTests(Chromium chromium)
{
    private const int MostPages = 40;

    [FactWith(Tool.Chromium)]
    public async Task Kept_AfterManyPages_HoldsNoQueryNothingFromElsewhereAndHasAnEnd()
    {
        await using var visitor = await chromium.VisitorAsync();
        var page = await visitor.NewPageAsync();
        await VisitAsync(page, "/fr/guides/facebook");
        await page.GotoAsync("/fr/ma-liste?l=1.Lfs250522");
        await page.GotoAsync("/fr/plan?where=FR&have=facebook&linked=no&login=yes&for=me");
        await VisitAsync(page, "/fr/comprendre");
        Assert.DoesNotContain("/fr/plan", await KeptPathsAsync(page));

        var steps = RealContent.Content.SiteMap.Pages.Where(known => known.Kind is PageKind.Step && known.Language is "fr" or "en").Select(known => known.Path).ToArray();
        Assert.True(steps.Length > MostPages);
        await StoreInTurnAsync(page, steps, ["/fr/plan?where=FR&have=facebook&linked=no&login=yes&for=me", "https://elsewhere.example/fr/ailleurs"]);

        await PageLoad.UntilAsync(page, "async most => (await (await caches.open('optoutguide-pages-1')).keys()).length === most", MostPages);
        var kept = await KeptPathsAsync(page);
        Assert.DoesNotContain("/fr/plan", kept);
        Assert.DoesNotContain("/fr/ailleurs", kept);
    }

    [FactWith(Tool.Chromium)]
    public async Task Kept_ByAnOlderVersionOfTheWorker_IsRemoved()
    {
        await using var visitor = await chromium.VisitorAsync();
        var page = await visitor.NewPageAsync();
        await page.GotoAsync("/robots.txt");
        await page.EvaluateAsync("async () => { await caches.open('optoutguide-pages-0'); await caches.open('somebody-elses'); }");

        await VisitAsync(page, "/fr/guides/facebook");

        await PageLoad.UntilAsync(page, "async () => !await caches.has('optoutguide-pages-0')");
        Assert.True(await page.EvaluateAsync<bool>("caches.has('somebody-elses')"));
    }

    [FactWith(Tool.Chromium)]
    public async Task Offline_SwitchedOff_TakesBackWhatItKept()
    {
        await using var site = await RunningSite.StartAsync();
        await using var visitor = await chromium.VisitorAsync();
        var page = await visitor.NewPageAsync();
        var guide = new Uri(site.Address, "/fr/guides/facebook");
        await VisitAsync(page, guide.AbsoluteUri);
        await page.EvaluateAsync("() => caches.open('somebody-elses')");
        await site.StopAsync();
        site.Settings = ["--Site:Offline=false"];
        await site.RestartAsync();
        using var client = new HttpClient();
        // The worker waits eight seconds, which the first answer of a busy machine may take.
        await client.GetStringAsync(guide);
        await ForgetAsync(page);

        await page.ReloadAsync();

        await Expect(page.Locator("script[src='/offline.js']")).ToHaveCountAsync(0);
        await PageLoad.UntilAsync(page, "async () => (await navigator.serviceWorker.getRegistrations()).length === 0 && (await caches.keys()).join() === 'somebody-elses'");
    }

    private static async Task<string[]> KeptPathsAsync(IPage page) => [.. (await KeptAsync(page)).Select(address => new Uri(address).AbsolutePath)];
}
