using System.Collections.Concurrent;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace OptOutGuide.Tests.Browser;

/// <summary>The circuit answers a click after all, while the page that the click loads is on its way: nothing ticked is lost.</summary>
[Collection("list")]
public sealed class LateAnswerTests(Chromium chromium)
{
    /// <summary>The circuit answers the first of two ticks, or both, while the page that they load is on its way.</summary>
    [TheoryWith(Tool.Chromium)]
    [InlineData("1.Ufs250522i")]
    [InlineData("1.Ufs250522is250522")]
    public async Task Answer_WhileClicksLoadAPage_LeavesOneList(string answer)
    {
        await using var visitor = await chromium.VisitorAsync();
        var list = await ListPageObject.OpenReadyAsync(visitor, "?l=1.Ufi", hasJavaScript: true);

        await list.Page.EvaluateAsync(
            """
            answer => {
              import(document.querySelector('link[rel=modulepreload][href*="stored-list"]').href).then(({ go, store }) => {
                go(new URLSearchParams('l=1.Ufs250522is250522'));
                store(answer);
              });
            }
            """,
            answer);

        await list.ExpectProgressAsync("Oppositions envoyées : 2 sur 2");
        await Expect(list.Page.GetByRole(AriaRole.Alert)).ToHaveCountAsync(0);
        Assert.Equal(["optoutguide.list"], await list.Page.EvaluateAsync<string[]>("Object.keys(localStorage)"));
    }

    /// <summary>The page that a tick loads was made before the next tick, which the circuit could still apply on the old page.</summary>
    [FactWith(Tool.Chromium)]
    public async Task Tick_WhileAnEarlierOneLoadsAPage_Counts()
    {
        await using var visitor = await chromium.VisitorAsync(hasPausedClock: true);
        // A worker would send the page's request itself, where the test cannot hold it.
        await visitor.Browser.AddInitScriptAsync("delete Navigator.prototype.serviceWorker");
        var connection = new SimulatedConnection();
        var list = await ListPageObject.OpenWithSimulatedConnectionAsync(visitor, "?l=1.Ufi", connection);
        var pages = new ConcurrentQueue<string>();
        await list.Page.RouteAsync("**/ma-liste?*own=*", route =>
        {
            pages.Enqueue(route.Request.Url);
            // The browser stays on the old page.
            return route.AbortAsync(RequestAbortErrorCode.Aborted);
        });
        var answers = connection.HoldAnswers();

        await list.PressAboutAsync(ListPageObject.Send, "Opposition : Facebook");
        await Chromium.AdvancePastAnswerTimeoutAsync(visitor);
        await Eventually.TrueAsync(() => pages.Count == 1);
        answers.SetResult();
        await Expect(list.Status).ToContainTextAsync("Oppositions envoyées : 1 sur 2");
        await list.PressAboutAsync(ListPageObject.Send, "Opposition : Instagram");
        await Eventually.TrueAsync(() => pages.Count == 2, () => "The page that the first tick loads would be the last.");
        await list.Page.UnrouteAllAsync();
        await list.Page.GotoAsync(pages.Last());

        await list.ExpectProgressAsync("Oppositions envoyées : 2 sur 2");
        await list.Page.ReloadAsync();
        await list.ExpectProgressAsync("Oppositions envoyées : 2 sur 2");
    }
}
