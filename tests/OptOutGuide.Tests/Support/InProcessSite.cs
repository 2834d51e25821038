using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace OptOutGuide.Tests.Support;

/// <summary>The site inside the test process, for settings that a running one could not change.</summary>
internal sealed class InProcessSite(Action<IServiceCollection>? services = null, params (string Key, string Value)[] settings)
    : WebApplicationFactory<Program>
{
    public HttpClient Visitor() => CreateClient(new() { AllowAutoRedirect = false, BaseAddress = new("http://localhost/") });

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Development");
        foreach (var (key, value) in settings)
        {
            builder.UseSetting(key, value);
        }

        builder.ConfigureServices(collection => services?.Invoke(collection));
    }
}
