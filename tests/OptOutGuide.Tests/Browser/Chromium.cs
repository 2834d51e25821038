using Microsoft.Playwright;

namespace OptOutGuide.Tests.Browser;

/// <summary>Debian's Chromium and a site of its own that tests may stop and start.</summary>
public sealed class Chromium : IAsyncLifetime
{
    private const string Executable = "/usr/bin/chromium";

    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public RunningSite Site { get; } = new();

    public async Task InitializeAsync()
    {
        // Generous, so that a busy machine fails nothing that is right; what is right takes no longer for it.
        Assertions.SetDefaultExpectTimeout(20_000);
        await Site.InitializeAsync();
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Executable,
            Args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
        });
    }

    public async Task DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        _playwright?.Dispose();
        await Site.DisposeAsync();
    }

    /// <summary>
    /// A visitor with a phone: a browser profile of their own, empty storage. A patient one waits for a list's answer as long as it
    /// takes, until <c>giveUp()</c> is called on the page: for what is done within the two seconds that may be short for a busy machine.
    /// </summary>
    public async Task<IBrowserContext> VisitorAsync(bool hasJavaScript = true, int width = 360, ColorScheme scheme = ColorScheme.Light, bool isPatient = false)
    {
        var context = await _browser!.NewContextAsync(new()
        {
            BaseURL = Site.Address.AbsoluteUri,
            JavaScriptEnabled = hasJavaScript,
            ViewportSize = new() { Width = width, Height = 740 },
            ColorScheme = scheme,
            Locale = "fr-FR",
        });
        context.SetDefaultTimeout(30_000);
        if (isPatient)
        {
            await context.AddInitScriptAsync("""
                const wait = setTimeout;
                setTimeout = (act, time, ...rest) => time === 2000 ? (globalThis.giveUp = act, -1) : wait(act, time, ...rest);
                """);
        }

        return context;
    }
}

/// <summary>What visitors do: one after the other, since the tests share the site and some stop it.</summary>
[CollectionDefinition("browser")]
public sealed class BrowserTests : ICollectionFixture<Chromium>;

/// <summary>How pages look: beside the others, in a browser and on a site of their own.</summary>
[CollectionDefinition("looks")]
public sealed class LookTests : ICollectionFixture<Chromium>;
