using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace OptOutGuide.Tests.Support;

/// <summary>The site in French and English inside the test process, for settings that a running one could not change.</summary>
internal sealed class InProcessSite(Action<IServiceCollection>? services = null, params (string Key, string? Value)[] settings)
    : WebApplicationFactory<Program>
{
    /// <summary>Where it listens; only after <see cref="ListenAsync"/>.</summary>
    public Uri Address { get; private set; } = null!;

    public string Environment { get; init; } = "Development";

    /// <summary>The site's clock; null for the machine's.</summary>
    public TimeProvider? Time { get; init; }

    /// <summary>
    /// Starts it in Production on a port of Kestrel, for what a client sees of connections, addresses and the hub: three times
    /// as fast as a process of its own.
    /// </summary>
    /// <param name="settings">As on the command line; by default no limit per client counts, because all tests have one address.</param>
    public static async Task<InProcessSite> ListenAsync(params string[] settings)
    {
        var site = new InProcessSite(null, [.. RunningSite.ManyVisitors.Concat(settings).Select(Split)]) { Environment = "Production" };
        site.UseKestrel(FreePort.Next());
        await Task.Run(site.StartServer);
        site.Address = site.ClientOptions.BaseAddress;
        return site;

        static (string, string?) Split(string setting) => setting.TrimStart('-').Split('=', 2) is [var key, var value] ? (key, value) : throw new ArgumentException(setting, nameof(settings));
    }

    public HttpClient Visitor(string scheme = "http") => CreateClient(new() { AllowAutoRedirect = false, BaseAddress = new($"{scheme}://localhost/") });

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment(Environment);
        builder.UseSetting("Site:ContentFolder", ContentCopy.TwoLanguages);
        builder.UseSetting("Site:AnyHost", "true");
        builder.UseSetting("Site:Demo", Environment == "Production" ? "true" : "false");
        foreach (var (key, value) in settings)
        {
            builder.UseSetting(key, value);
        }

        builder.ConfigureServices(collection =>
        {
            if (!settings.Any(setting => setting.Key.StartsWith("Site:ContentFolder", StringComparison.Ordinal)))
            {
                // Nobody edits the content that these sites share. A watch whose time stands still neither reads it each second
                // nor compacts the heap of all tests after each start.
                collection.AddSingleton(provider => new ContentWatch(provider.GetRequiredService<ContentLibrary>(), new FakeTimeProvider(), NullLogger<ContentWatch>.Instance));
            }

            services?.Invoke(collection);
            if (Time is { } time)
            {
                collection.AddSingleton(time);
            }
        });
    }
}
