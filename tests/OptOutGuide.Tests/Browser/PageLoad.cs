using Microsoft.Playwright;

namespace OptOutGuide.Tests.Browser;

/// <summary>Waits until a page is read as a whole. Playwright's own wait misses its event now and then on a busy machine.</summary>
internal static class PageLoad
{
    public static Task WaitAsync(IPage page) => Eventually.TrueAsync(async () =>
    {
        try
        {
            return await page.EvaluateAsync<string>("document.readyState") is "complete";
        }
        catch (PlaywrightException)
        {
            // The page has just given way to the next.
            return false;
        }
    });
}
