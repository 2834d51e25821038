using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace OptOutGuide.Tests.Browser;

/// <summary>A browser, and a site of its own that tests may stop and start.</summary>
public sealed class Chromium : IAsyncLifetime
{
    private const int PhoneWidth = 360;
    private const int Height = 740;

    /// <summary>One browser for all tests, started by the first that needs it; it ends with their process.</summary>
    private static readonly Lazy<Task<IBrowser>> Shared = new(LaunchAsync);

    private readonly ConcurrentDictionary<(bool HasJavaScript, int Tab), IPage> _shared = [];

    /// <summary>Visitors of tests that have ended, for the next: with JavaScript and without.</summary>
    private readonly Dictionary<bool, ConcurrentStack<Visitor>> _free = new() { [true] = [], [false] = [] };

    public RunningSite Site { get; } = new();

    public async Task InitializeAsync()
    {
        // Generous, for busy machines; a passing test takes no longer.
        Assertions.SetDefaultExpectTimeout(20_000);
        await Site.InitializeAsync();
    }

    public async Task DisposeAsync()
    {
        foreach (var page in _shared.Values)
        {
            await page.Context.DisposeAsync();
        }

        foreach (var visitor in _free.Values.SelectMany(visitors => visitors))
        {
            await visitor.CloseAsync();
        }

        await Site.DisposeAsync();
    }

    /// <summary>
    /// A visitor with a phone, nothing stored, and no page open. With a paused clock, the page waits for a list's answer until
    /// <see cref="AdvancePastAnswerTimeoutAsync"/> is called: two seconds may be too short on a busy machine.
    /// </summary>
    public async Task<Visitor> VisitorAsync(bool hasJavaScript = true, ColorScheme scheme = ColorScheme.Light, bool hasPausedClock = false)
    {
        if (!hasPausedClock && scheme is ColorScheme.Light)
        {
            var free = _free[hasJavaScript];
            return free.TryPop(out var known) ? known : await Visitor.CreateAsync(await NewContextAsync(hasJavaScript, PhoneWidth, scheme, ServiceWorkerPolicy.Allow), free);
        }

        var context = await NewContextAsync(hasJavaScript, PhoneWidth, scheme, ServiceWorkerPolicy.Allow);
        if (hasPausedClock)
        {
            await context.Clock.InstallAsync();
            await context.Clock.PauseAtAsync(DateTime.UtcNow.AddMinutes(1));
        }

        return new Visitor(context, null);
    }

    /// <summary>
    /// An address in a page that tests which only look share, one after the other: a browser context of its own costs several
    /// times what the page in it does. Nothing of the last test is stored, and no service worker is started. A phone's size, light.
    /// </summary>
    /// <param name="tab">For a test that looks at several pages at a time.</param>
    public async Task<IPage> OpenAsync(string path, bool hasJavaScript = true, int width = PhoneWidth, int tab = 0)
    {
        if (!_shared.TryGetValue((hasJavaScript, tab), out var page))
        {
            var context = await NewContextAsync(hasJavaScript, width, ColorScheme.Light, ServiceWorkerPolicy.Block);
            _shared[(hasJavaScript, tab)] = page = await context.NewPageAsync();
        }
        else
        {
            // A page of the same site, in the same process, and without a script that stores anything.
            await page.GotoAsync("/robots.txt");
            await page.EvaluateAsync("() => { localStorage.clear(); sessionStorage.clear(); }");
            await page.EmulateMediaAsync(new() { Media = Media.Null, ColorScheme = ColorScheme.Light });
            await page.SetViewportSizeAsync(width, Height);
        }

        var response = await page.GotoAsync(path);
        Assert.True(response!.Ok || path == PageKinds.Missing(path.Split('/')[1]), $"{path} answers {response.Status}");
        return page;
    }

    private async Task<IBrowserContext> NewContextAsync(bool hasJavaScript, int width, ColorScheme scheme, ServiceWorkerPolicy workers)
    {
        var browser = await Shared.Value;
        var context = await browser.NewContextAsync(new()
        {
            BaseURL = Site.Address.AbsoluteUri,
            JavaScriptEnabled = hasJavaScript,
            ViewportSize = new() { Width = width, Height = Height },
            ColorScheme = scheme,
            Locale = "fr-FR",
            ServiceWorkers = workers,
        });
        context.SetDefaultTimeout(30_000);
        return context;
    }

    private static async Task<IBrowser> LaunchAsync()
    {
        var playwright = await Playwright.CreateAsync();
        return await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = InstalledTools.OfThisMachine.Chromium,
            // Without V8's optimising compilers, which take longer than they save on pages that live for a second.
            Args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--process-per-site", "--js-flags=--no-opt,--no-maglev"],
        });
    }

    /// <summary>Advances a paused clock by the time that a page waits for a list's answer.</summary>
    public static Task AdvancePastAnswerTimeoutAsync(Visitor visitor) => visitor.Browser.Clock.FastForwardAsync(2_000);
}

/// <summary>Tests of the list run one after the other, because they share the site and some stop it.</summary>
[CollectionDefinition("list")]
public sealed class ListTestGroup : ICollectionFixture<Chromium>;

/// <summary>Tests across the whole site, of offline pages and of several nodes, on a site of their own that some stop.</summary>
[CollectionDefinition("journeys")]
public sealed class JourneyTestGroup : ICollectionFixture<Chromium>;

/// <summary>Tests of appearance, on a site of their own that none stops.</summary>
[CollectionDefinition("looks")]
public sealed class LookTestGroup : ICollectionFixture<Chromium>;
