using Microsoft.Playwright;

namespace OptOutGuide.Tests.Browser;

/// <summary>A browser, and a site of its own that tests may stop and start.</summary>
public sealed class Chromium : IAsyncLifetime
{
    /// <summary>One browser for all tests, started by the first that needs it; it ends with their process.</summary>
    private static readonly Lazy<Task<IBrowser>> Shared = new(LaunchAsync);

    public RunningSite Site { get; } = new();

    public async Task InitializeAsync()
    {
        // Generous, for busy machines; a passing test takes no longer.
        Assertions.SetDefaultExpectTimeout(20_000);
        await Site.InitializeAsync();
    }

    public async Task DisposeAsync() => await Site.DisposeAsync();

    /// <summary>
    /// A visitor with a phone: a browser context of its own, with empty storage. A patient one has a stopped clock, so that the
    /// page waits for a list's answer until <see cref="PatienceEndsAsync"/> is called: two seconds may be too short on a busy
    /// machine.
    /// </summary>
    public async Task<IBrowserContext> VisitorAsync(bool hasJavaScript = true, int width = 360, ColorScheme scheme = ColorScheme.Light, bool isPatient = false)
    {
        var browser = await Shared.Value;
        var context = await browser.NewContextAsync(new()
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
            await context.Clock.InstallAsync();
            await context.Clock.PauseAtAsync(DateTime.UtcNow.AddMinutes(1));
        }

        return context;
    }

    private static async Task<IBrowser> LaunchAsync()
    {
        var playwright = await Playwright.CreateAsync();
        return await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = InstalledTools.OfThisMachine.Chromium,
            Args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
        });
    }

    /// <summary>Advances the clock by the time that a page waits for a list's answer.</summary>
    public static Task PatienceEndsAsync(IBrowserContext visitor) => visitor.Clock.FastForwardAsync(2_000);
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
