using Microsoft.Playwright;

namespace OptOutGuide.Tests.Browser;

/// <summary>Waits for what becomes true in a page, or in the one that takes its place.</summary>
internal static class PageLoad
{
    /// <summary>Waits until the page is read as a whole. Playwright's own wait misses its event now and then on a busy machine.</summary>
    public static Task WaitAsync(IPage page) => UntilAsync(page, "document.readyState === 'complete'");

    /// <param name="test">A script that may be asynchronous: Playwright's own wait takes a promise for its answer.</param>
    public static Task UntilAsync(IPage page, string test, object? argument = null) => Eventually.TrueAsync(
        async () =>
        {
            try
            {
                return await page.EvaluateAsync<bool>(test, argument);
            }
            catch (PlaywrightException)
            {
                // The page has just given way to the next.
                return false;
            }
        },
        () => $"Did not become true: {test}");
}
