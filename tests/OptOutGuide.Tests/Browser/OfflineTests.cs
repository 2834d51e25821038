using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;
using static OptOutGuide.Tests.Browser.BrowserCache;

namespace OptOutGuide.Tests.Browser;

/// <summary>What can be read when the site does not answer: without network, or while it is down.</summary>
[Collection("journeys")]
public sealed class OfflineTests(Chromium chromium)
{
    [FactWith(Tool.Chromium)]
    public async Task Page_VisitedOnce_IsReadableWithoutTheSite()
    {
        await using var visitor = await chromium.VisitorAsync();
        var page = await visitor.NewPageAsync();
        var seen = new Dictionary<string, (string? Heading, string Background)>(StringComparer.Ordinal);
        foreach (var path in new[] { "/fr/guides/facebook", "/en/guides/facebook", "/fr/guides/facebook/imprimer", "/fr/ma-liste" })
        {
            await VisitAsync(page, path);
            seen[path] = (await page.GetByRole(AriaRole.Heading, new() { Level = 1 }).TextContentAsync(), await BackgroundAsync(page));
        }

        await WithoutSiteAsync(page, async () =>
        {
            foreach (var (path, (heading, background)) in seen)
            {
                await page.GotoAsync(path);

                await Expect(page.GetByText(path.StartsWith("/fr/", StringComparison.Ordinal)
                    ? "Nous n’arrivons pas à joindre le site. Voici la page, enregistrée sur cet appareil le"
                    : "We can’t reach the site. Here’s the page as saved on this device on")).ToBeVisibleAsync();
                await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync(heading!);
                Assert.Equal(background, await BackgroundAsync(page));
            }
        });
    }

    [FactWith(Tool.Chromium)]
    public async Task Page_WhileTheSiteAnswers_IsTheSitesOwn()
    {
        await using var visitor = await chromium.VisitorAsync();
        var page = await visitor.NewPageAsync();
        await VisitAsync(page, "/fr/guides/facebook");
        await page.EvaluateAsync("async () => (await caches.open('optoutguide-pages-1')).put('/fr/guides/facebook', new Response('old'))");
        await ForgetAsync(page);

        await page.ReloadAsync();

        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("S’opposer sur Facebook");
        await Expect(page.GetByText("Nous n’arrivons pas à joindre le site")).ToHaveCountAsync(0);
    }

    [FactWith(Tool.Chromium)]
    [Trait("Suite", "Full")]
    public async Task Page_NeverVisited_SaysSoAndOffersThoseThatWere()
    {
        await using var visitor = await chromium.VisitorAsync();
        var page = await visitor.NewPageAsync();
        await VisitAsync(page, "/fr/guides/facebook");

        await WithoutSiteAsync(page, async () =>
        {
            foreach (var (path, title, kept) in new[]
            {
                ("/fr/guides/instagram", "Impossible de joindre le site", "S’opposer sur Facebook – Pas pour l’IA"),
                ("/fr/questions?where=FR", "Impossible de joindre le site", "S’opposer sur Facebook – Pas pour l’IA"),
                ("/en/guides/instagram", "We can’t reach the site", null),
            })
            {
                await page.GotoAsync(path);

                await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync(title);
                Assert.Equal(path[1..3], await page.Locator("html").GetAttributeAsync("lang"));
                await Expect(page.GetByRole(AriaRole.Listitem)).ToHaveTextAsync(kept is null ? [] : [kept]);
            }
        });
    }

    [FactWith(Tool.Chromium)]
    public async Task OwnList_WithoutTheSite_IsReadAsItWasLastSeen()
    {
        await using var visitor = await chromium.VisitorAsync(hasPausedClock: true);
        var list = await ListPageObject.OpenAsync(visitor);
        await list.WaitForCircuitAsync();
        await WaitForWorkerAsync(list.Page);
        await list.StartAsync("Facebook");
        await list.PressAsync(ListPageObject.Send);
        await list.ExpectProgressAsync("Oppositions envoyées : 1 sur 1");
        // The address changes once the list is stored.
        await Expect(list.Page).ToHaveURLAsync(new Regex(@"l=1\.\w+s\d{6}$"));
        await WaitForOfflineListAsync(list.Page, new Uri(list.Page.Url).Query[3..], visitor);

        await WithoutSiteAsync(list.Page, async () =>
        {
            await list.Page.GotoAsync("/fr/ma-liste");
            await Expect(list.Page.GetByText("Voici votre liste, telle que vous l’avez vue le")).ToBeVisibleAsync();
            await Expect(list.Page.GetByText("Oppositions envoyées : 1 sur 1")).ToBeVisibleAsync();

            await list.PressAsync(ListPageObject.Confirm);

            await Expect(list.Page.GetByText("Votre liste n’a rien perdu.")).ToBeVisibleAsync();
        });
        await list.Page.GotoAsync("/fr/ma-liste");
        await list.ExpectProgressAsync("Oppositions envoyées : 1 sur 1");
    }

    [FactWith(Tool.Chromium)]
    [Trait("Suite", "Full")]
    public async Task OthersList_WithoutTheSite_IsNotMistakenForOnesOwn()
    {
        await using var visitor = await chromium.VisitorAsync();
        var list = await ListPageObject.OpenAsync(visitor, "?l=1.Lfs250522");
        await WaitForWorkerAsync(list.Page);
        await WaitForOfflineListAsync(list.Page, "1.Lfs250522");

        await WithoutSiteAsync(list.Page, async () =>
        {
            await list.Page.GotoAsync("/fr/ma-liste?l=1.Lfi");

            await Expect(list.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Impossible de joindre le site");
        });
        Assert.Contains("1.Lfs250522", await list.Page.EvaluateAsync<string>("localStorage.getItem('optoutguide.list')"), StringComparison.Ordinal);
    }

    /// <summary>A list is stored some time after it was rendered; here the answer to a tick comes after that.</summary>
    [FactWith(Tool.Chromium)]
    [Trait("Suite", "Full")]
    public async Task OwnList_TickedOverASlowConnection_IsKeptAsItWasLastSeen()
    {
        await using var visitor = await chromium.VisitorAsync(hasPausedClock: true);
        var connection = new SimulatedConnection();
        var list = await ListPageObject.OpenWithSimulatedConnectionAsync(visitor, "?l=1.Lfi", connection);
        await WaitForOfflineListAsync(list.Page, "1.Lfi", visitor);
        var answer = connection.HoldAnswers();

        await list.PressAsync(ListPageObject.Send);
        await visitor.Browser.Clock.RunForAsync(400);
        answer.SetResult();

        await Expect(list.Page).ToHaveURLAsync(new Regex(@"l=1\.Lfs\d{6}i(#|$)"));
        await WaitForOfflineListAsync(list.Page, new Uri(list.Page.Url).Query[3..], visitor);
    }

    [FactWith(Tool.Chromium)]
    public async Task OwnList_Emptied_LeavesNothingBehind()
    {
        await using var visitor = await chromium.VisitorAsync(hasPausedClock: true);
        var list = await ListPageObject.OpenAsync(visitor, "?l=1.Lfs250522");
        await list.WaitForCircuitAsync();
        await WaitForOfflineListAsync(list.Page, "1.Lfs250522", visitor);

        await list.ClearAsync();
        await list.ExpectProgressAsync("Votre liste est vide.");
        await WaitForOfflineListAsync(list.Page, "1.", visitor);

        var kept = await list.Page.EvaluateAsync<string>("""
            async () => {
              const texts = await Promise.all((await caches.keys()).map(async name =>
                Promise.all((await (await caches.open(name)).matchAll()).map(async kept => (kept.headers.get('X-List') ?? '') + await kept.text()))));
              return texts.flat().join();
            }
            """);
        Assert.Contains("Votre liste est vide.", kept, StringComparison.Ordinal);
        Assert.DoesNotContain("250522", kept, StringComparison.Ordinal);
    }

    private async Task WithoutSiteAsync(IPage page, Func<Task> act)
    {
        await ForgetAsync(page);
        await chromium.Site.StopAsync();
        try
        {
            await act();
        }
        finally
        {
            await chromium.Site.RestartAsync();
        }
    }

    private static Task<string> BackgroundAsync(IPage page) => page.EvaluateAsync<string>("getComputedStyle(document.documentElement).backgroundColor");
}
