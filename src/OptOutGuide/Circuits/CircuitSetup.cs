using Microsoft.AspNetCore.Components.Server.Circuits;
using Microsoft.AspNetCore.Http.Connections;
using Microsoft.AspNetCore.SignalR;

namespace OptOutGuide.Circuits;

internal static class CircuitSetup
{
    /// <summary>
    /// Bytes. The largest message of a page starts its circuit with its protected parameters: 5.5 kB for the fullest list.
    /// </summary>
    public const int MaxMessageBytes = 16 * 1024;

    /// <summary>Blazor's components, and its circuits within the site's limits.</summary>
    public static void AddCircuits(this WebApplicationBuilder builder)
    {
        builder.Services.AddRazorComponents().AddInteractiveServerComponents().AddHubOptions(Configure);
        CircuitLimits.AddTo(builder.Services);
        builder.Services.AddSingleton<CircuitHubGuard>();
        builder.Services.AddScoped<CircuitHandler, ReconnectionCounter>();
    }

    public static void UseCircuitHubGuard(this WebApplication app) =>
        app.UseWhen(CircuitHubGuard.IsHubRequest, hub => hub.Use(app.Services.GetRequiredService<CircuitHubGuard>().InvokeAsync));

    public static void MapCircuitHub(this WebApplication app) => app.MapBlazorHub(hub => hub.Transports = HttpTransportType.WebSockets);

    private static void Configure(HubOptions hub)
    {
        hub.MaximumReceiveMessageSize = MaxMessageBytes;
        hub.MaximumParallelInvocationsPerClient = 1;
        // Blazor streams only the files that a page uploads; no page does.
        hub.StreamBufferCapacity = 1;
        hub.AddFilter<CircuitHubFilter>();
    }
}
