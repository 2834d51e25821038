using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace OptOutGuide.Tests.Support;

/// <summary>The site in French and English inside the test process, for settings that a running one could not change.</summary>
internal sealed class InProcessSite(Action<IServiceCollection>? services = null, params (string Key, string? Value)[] settings)
    : WebApplicationFactory<Program>
{
    public string Environment { get; init; } = "Development";

    /// <summary>The site's clock; null for the machine's.</summary>
    public TimeProvider? Time { get; init; }

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
            services?.Invoke(collection);
            if (Time is { } time)
            {
                collection.AddSingleton(time);
            }
        });
    }
}
