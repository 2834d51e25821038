using System.Collections.Frozen;
using Microsoft.AspNetCore.Components.Server;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using OptOutGuide.Configuration;

namespace OptOutGuide.Circuits;

/// <summary>
/// What one connection of the hub may ask for. Each number is well above what somebody reaches by hand, and whoever goes
/// beyond a budget waits; only what the site's own script never does ends the connection.
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

    /// <summary>Calls at once and then a second: a click is one, and the answer to what it drew is another.</summary>
    public (double AtOnce, double PerSecond) Calls { get; } = (100, 20);

    /// <summary>Clicks at once and then a second.</summary>
    public (double AtOnce, double PerSecond) Clicks { get; } = (30, 5);

    /// <summary>Bytes at once and then a second, of calls, pings and anything else: a list is opened with some 6 kB, and a click has 400 bytes.</summary>
    public (double AtOnce, double PerSecond) Bytes { get; } = (64 * 1024, 8 * 1024);

    /// <summary>Drawings that a browser has not confirmed. The next one then waits and contains what has changed meanwhile.</summary>
    public int MaxUnacknowledgedBatches { get; } = 4;

    /// <summary>Bytes of drawings that wait until the browser takes them: as many drawings of the fullest list as may be unconfirmed.</summary>
    public int WaitingBytes { get; } = 1024 * 1024;

    public static void AddTo(IServiceCollection services)
    {
        services.TryAddSingleton<CircuitLimits>();
        services.AddSingleton<CircuitWork>();
        services.AddSingleton<CircuitHubFilter>();
        services.AddSingleton(typeof(HubLifetimeManager<>), typeof(CircuitOutput<>));
        services.AddOptions<CircuitOptions>().Configure<IOptions<SiteOptions>, CircuitLimits>(Configure);
    }

    private static void Configure(CircuitOptions circuits, IOptions<SiteOptions> site, CircuitLimits limits)
    {
        circuits.DisconnectedCircuitRetentionPeriod = TimeSpan.FromSeconds(site.Value.CircuitRetentionSeconds);
        // By default a circuit that was given up is kept for two more hours, with the list that it was opened with.
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
