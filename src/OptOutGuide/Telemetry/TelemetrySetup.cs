using System.Diagnostics;
using System.Reflection;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace OptOutGuide.Telemetry;

/// <summary>
/// Metrics and traces, sent by OTLP where <c>OTEL_EXPORTER_OTLP_ENDPOINT</c> is set; the other OTEL_ variables work as usual.
/// Without it the OpenTelemetry assemblies are not loaded.
/// </summary>
internal static class TelemetrySetup
{
    /// <summary>Requests, connections, circuits, rejected requests and the runtime's memory.</summary>
    public static readonly string[] Meters =
    [
        SiteMeter.Name,
        "Microsoft.AspNetCore.Hosting",
        "Microsoft.AspNetCore.Server.Kestrel",
        "Microsoft.AspNetCore.Components.Server.Circuits",
        "Microsoft.AspNetCore.RateLimiting",
        "System.Runtime",
    ];

    public static void AddTelemetry(this WebApplicationBuilder builder)
    {
        if (IsConfigured(builder.Configuration))
        {
            AddOpenTelemetry(builder.Services);
        }
    }

    /// <summary>Creates the providers now rather than when the host starts, so that the first reading of the content is measured.</summary>
    public static void StartTelemetry(this WebApplication app)
    {
        if (IsConfigured(app.Configuration))
        {
            CreateProviders(app.Services);
        }
    }

    private static bool IsConfigured(IConfiguration configuration) => !string.IsNullOrEmpty(configuration["OTEL_EXPORTER_OTLP_ENDPOINT"]);

    private static void AddOpenTelemetry(IServiceCollection services) => services.AddOpenTelemetry()
        .ConfigureResource(resource => resource.AddService("OptOutGuide", serviceVersion: Version()))
        .WithMetrics(metrics => metrics.AddMeter(Meters).AddOtlpExporter())
        .WithTracing(traces => traces.AddAspNetCoreInstrumentation().AddProcessor<VisitorDataActivityFilter>().AddOtlpExporter());

    private static void CreateProviders(IServiceProvider services)
    {
        services.GetRequiredService<MeterProvider>();
        services.GetRequiredService<TracerProvider>();
    }

    private static string? Version() => typeof(TelemetrySetup).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion;
}

/// <summary>
/// Removes every tag that is not on a list of tags known to hold no visitor data: no address, no user agent, no query
/// string, and no path either, since a visitor may type a name into it.
/// </summary>
internal sealed class VisitorDataActivityFilter : BaseProcessor<Activity>
{
    private static readonly HashSet<string> AllowedTags =
        ["http.request.method", "http.response.status_code", "http.route", "url.scheme", "error.type", "page.kind", "page.language"];

    public override void OnEnd(Activity data)
    {
        foreach (var (name, _) in data.TagObjects.Where(tag => !AllowedTags.Contains(tag.Key)).ToArray())
        {
            data.SetTag(name, null);
        }

        // Sent by the browser.
        data.TraceStateString = null;
    }
}
