using System.Diagnostics;
using System.Reflection;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace OptOutGuide.Operations;

/// <summary>
/// Sends figures and traces by OTLP once <c>OTEL_EXPORTER_OTLP_ENDPOINT</c> is set; the other OTEL_ variables mean what
/// they mean everywhere. Without it nothing is collected and nobody is asked.
/// </summary>
internal sealed class Telemetry(IConfiguration configuration) : IDisposable
{
    /// <summary>Requests, connections, circuits, refusals for too many requests, and the runtime's memory.</summary>
    public static readonly string[] Meters =
    [
        SiteMeter.Name,
        "Microsoft.AspNetCore.Hosting",
        "Microsoft.AspNetCore.Server.Kestrel",
        "Microsoft.AspNetCore.Components.Server.Circuits",
        "Microsoft.AspNetCore.RateLimiting",
        "System.Runtime",
    ];

    private IDisposable? _metrics;
    private IDisposable? _traces;

    /// <summary>To be called before the content is read, so that reading it is counted too.</summary>
    public void Start()
    {
        if (!string.IsNullOrEmpty(configuration["OTEL_EXPORTER_OTLP_ENDPOINT"]))
        {
            Collect();
        }
    }

    /// <summary>Sends what is left.</summary>
    public void Dispose()
    {
        _metrics?.Dispose();
        _traces?.Dispose();
    }

    /// <summary>On its own, so that the libraries are loaded only where they are asked for.</summary>
    private void Collect()
    {
        // Otherwise the framework leaves a request's own trace empty.
        AppContext.SetSwitch("Microsoft.AspNetCore.Hosting.SuppressActivityOpenTelemetryData", false);
        var resource = ResourceBuilder.CreateDefault().AddService("OptOutGuide", serviceVersion: Version());
        _metrics = Sdk.CreateMeterProviderBuilder().SetResourceBuilder(resource).AddMeter(Meters).AddOtlpExporter().Build();
        _traces = Sdk.CreateTracerProviderBuilder().SetResourceBuilder(resource).AddSource("Microsoft.AspNetCore").AddProcessor<WithoutVisitors>().AddOtlpExporter().Build();
    }

    private static string? Version() => typeof(Telemetry).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion;
}

/// <summary>
/// Leaves in a trace only what is known to say nothing about a visitor: no address, no browser, no query string, and no
/// path either, since one may type a name into it.
/// </summary>
internal sealed class WithoutVisitors : BaseProcessor<Activity>
{
    private static readonly HashSet<string> Kept =
        ["http.request.method", "http.response.status_code", "http.route", "url.scheme", "error.type", "page.kind", "page.language"];

    public override void OnEnd(Activity data)
    {
        foreach (var (name, _) in data.TagObjects.Where(tag => !Kept.Contains(tag.Key)).ToArray())
        {
            data.SetTag(name, null);
        }

        // The browser may send its own.
        data.TraceStateString = null;
    }
}
