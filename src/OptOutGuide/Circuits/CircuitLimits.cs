using System.Collections.Frozen;
using Microsoft.AspNetCore.Components.Server;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using OptOutGuide.Configuration;

namespace OptOutGuide.Circuits;

/// <summary>
/// Limits of one hub connection. Each is well above what a person reaches by hand. Beyond a budget, calls wait; only a call
/// that the site's own script never makes ends the connection.
/// </summary>
internal sealed record CircuitLimits
{
    /// <summary>The calls of Blazor's script in the site's pages. There is no streaming, no pausing and no resuming among them.</summary>
    public FrozenSet<string> Methods { get; init; } = FrozenSet.Create(
        HubMethod.StartCircuit,
        HubMethod.ConnectCircuit,
        HubMethod.UpdateRootComponents,
        HubMethod.BeginInvokeDotNetFromJS,
        "EndInvokeJSFromDotNet",
        "OnRenderCompleted",
        "OnLocationChanged");

    /// <summary>Calls at once and then per second. A click is one call, acknowledging its render batch another.</summary>
    public (double AtOnce, double PerSecond) Calls { get; } = (100, 20);

    /// <summary>Clicks at once and then per second.</summary>
    public (double AtOnce, double PerSecond) Clicks { get; } = (30, 5);

    /// <summary>
    /// Bytes at once and then per second: calls, pings, anything else. Opening a list takes about 6 kB, a click 400 bytes.
    /// </summary>
    public (double AtOnce, double PerSecond) Bytes { get; } = (64 * 1024, 8 * 1024);

    /// <summary>Render batches that a browser has not acknowledged. The next one waits and contains what has changed meanwhile.</summary>
    public int MaxUnacknowledgedBatches { get; } = 4;

    /// <summary>
    /// Bytes of render batches that the browser has not read: as many batches of the fullest list as may be unacknowledged.
    /// </summary>
    public int MaxPendingBytes { get; } = 1024 * 1024;

    public static void AddTo(IServiceCollection services)
    {
        services.TryAddSingleton<CircuitLimits>();
        services.AddSingleton<CircuitCpuLimiter>();
        services.AddSingleton<CircuitHubFilter>();
        services.AddSingleton(typeof(HubLifetimeManager<>), typeof(CircuitOutput<>));
        services.AddOptions<CircuitOptions>().Configure<IOptions<SiteOptions>, CircuitLimits>(Configure);
    }

    private static void Configure(CircuitOptions circuits, IOptions<SiteOptions> site, CircuitLimits limits)
    {
        circuits.DisconnectedCircuitRetentionPeriod = TimeSpan.FromSeconds(site.Value.CircuitRetentionSeconds);
        circuits.DisconnectedCircuitMaxRetained = CircuitMemory.Retained(site.Value.MaxCircuits);
        // By default the parameters of a lost circuit, which hold its list, are persisted for two hours.
        circuits.PersistedCircuitInMemoryMaxRetained = 0;
        circuits.RootComponents.MaxJSRootComponents = 1;
        circuits.MaxBufferedUnacknowledgedRenderBatches = limits.MaxUnacknowledgedBatches;
    }
}

/// <summary>Blazor's names of the calls that the limits treat differently.</summary>
internal static class HubMethod
{
    public const string StartCircuit = nameof(StartCircuit);
    public const string ConnectCircuit = nameof(ConnectCircuit);
    public const string UpdateRootComponents = nameof(UpdateRootComponents);
    public const string BeginInvokeDotNetFromJS = nameof(BeginInvokeDotNetFromJS);
}
