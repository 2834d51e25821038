using System.Text.Json;
using Microsoft.Playwright;

namespace OptOutGuide.Tests.Browser;

/// <summary>What a page's service worker and scripts have stored for offline reading.</summary>
internal static class BrowserCache
{
    public static async Task VisitAsync(IPage page, string path)
    {
        await page.GotoAsync(path);
        await PageLoad.UntilAsync(page, "async () => !!await caches.match(location.pathname) && !!await caches.match(document.querySelector('link[rel=stylesheet]').href)");
    }

    public static Task WaitForWorkerAsync(IPage page) => PageLoad.UntilAsync(page, "async () => (await navigator.serviceWorker.getRegistration())?.active?.state === 'activated'");

    /// <param name="paused">The visitor whose clock is paused: it is advanced until the page is stored.</param>
    public static Task WaitForOfflineListAsync(IPage page, string code, Visitor? paused = null) => Eventually.TrueAsync(async () =>
    {
        await (paused?.Browser.Clock.RunForAsync(100) ?? Task.CompletedTask);
        return await page.EvaluateAsync<bool>("async code => (await (await caches.open('optoutguide-list-1')).matchAll())[0]?.headers.get('X-List') === code", code);
    });

    /// <summary>
    /// Has the worker store pages, each once the one before is stored: their number passes the limit before the last is there.
    /// </summary>
    /// <param name="refused">Offered with each of them, so that one that is stored all the same is not the oldest.</param>
    public static Task StoreInTurnAsync(IPage page, string[] paths, string[] refused) => page.EvaluateAsync(
        """
        async ([paths, refused]) => {
          const pages = await caches.open('optoutguide-pages-1');
          for (const path of paths) {
            navigator.serviceWorker.controller.postMessage([...refused, path].map(address => new URL(address, location).href));
            while (!await pages.match(path)) await new Promise(done => setTimeout(done, 10));
          }
        }
        """,
        new object[] { paths, refused }).WaitAsync(TimeSpan.FromMinutes(3));

    public static async Task<string[]> KeptAsync(IPage page) => JsonSerializer.Deserialize<string[]>(await page.EvaluateAsync<string>("""
        async () => {
          const kept = await Promise.all((await caches.keys()).map(async name => (await (await caches.open(name)).keys()).map(request => request.url)));
          return JSON.stringify(kept.flat());
        }
        """))!;

    /// <summary>As after the minute, or for scripts the five minutes, for which the browser itself may show a response again.</summary>
    public static async Task ForgetAsync(IPage page) => await (await page.Context.NewCDPSessionAsync(page)).SendAsync("Network.clearBrowserCache");
}
