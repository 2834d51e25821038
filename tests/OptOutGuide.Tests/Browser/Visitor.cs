using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace OptOutGuide.Tests.Browser;

/// <summary>
/// Somebody with a browser of their own: a browser context, whose pages, storage and workers end with the test. The context
/// itself goes to the next test, because a new one costs more than most tests, unless this test changed it or left the site.
/// </summary>
public sealed class Visitor(IBrowserContext context, ConcurrentStack<Visitor>? free) : IAsyncDisposable
{
    /// <summary>The process keeps memory of pages that are closed: 1.5 GB after some five hundred.</summary>
    private const int MaxTests = 100;

    /// <summary>Keeps the renderer process, in which the pages of the next test open.</summary>
    private IPage? _first;

    private bool _isChanged;

    private int _tests;

    /// <summary>The browser context, for a test that changes more than the pages in it.</summary>
    public IBrowserContext Browser
    {
        get
        {
            _isChanged = true;
            return context;
        }
    }

    /// <param name="free">Takes the visitor when the test ends.</param>
    public static async Task<Visitor> CreateAsync(IBrowserContext context, ConcurrentStack<Visitor> free)
    {
        var visitor = new Visitor(context, free) { _first = await context.NewPageAsync() };
        await visitor._first.GotoAsync("/robots.txt");
        context.Page += (_, page) => page.FrameNavigated += (_, frame) => visitor._isChanged |= frame.Url.StartsWith("http", StringComparison.Ordinal) && Origin(frame.Url) != Origin(visitor._first.Url);
        return visitor;
    }

    /// <summary>A page that the first one opens starts in its process; any other would start a process for an empty page.</summary>
    public Task<IPage> NewPageAsync() => _first is null
        ? context.NewPageAsync()
        : context.RunAndWaitForPageAsync(() => _first.EvaluateAsync("() => { open('about:blank'); }"));

    public async ValueTask DisposeAsync()
    {
        if (!_isChanged && ++_tests < MaxTests && free is not null && await TryClearAsync())
        {
            free.Push(this);
        }
        else
        {
            await CloseAsync();
        }
    }

    /// <summary>Closes the pages and clears what they stored. False if the browser does not answer: once in some thousand times.</summary>
    private async Task<bool> TryClearAsync()
    {
        try
        {
            await ClearAsync().WaitAsync(TimeSpan.FromSeconds(20));
            return true;
        }
        catch (TimeoutException)
        {
            return false;
        }
    }

    private async Task ClearAsync()
    {
        foreach (var page in context.Pages.Where(page => page != _first).ToArray())
        {
            await page.CloseAsync();
        }

        var browser = await context.NewCDPSessionAsync(_first!);
        await browser.SendAsync("Storage.clearDataForOrigin", new() { ["origin"] = Origin(_first!.Url), ["storageTypes"] = "all" });
        await browser.SendAsync("Network.clearBrowserCache");
        await browser.DetachAsync();
        await context.ClearCookiesAsync();
    }

    public async Task CloseAsync() => await context.DisposeAsync();

    private static string Origin(string address) => new Uri(address).GetLeftPart(UriPartial.Authority);
}
