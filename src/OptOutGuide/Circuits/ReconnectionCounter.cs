using Microsoft.AspNetCore.Components.Server.Circuits;
using OptOutGuide.Telemetry;

namespace OptOutGuide.Circuits;

/// <summary>Counts connections that were lost and restored to the same circuit. One instance per circuit.</summary>
internal sealed class ReconnectionCounter : CircuitHandler
{
    private bool _wasDown;

    public override Task OnConnectionDownAsync(Circuit circuit, CancellationToken cancellationToken)
    {
        _wasDown = true;
        return Task.CompletedTask;
    }

    public override Task OnConnectionUpAsync(Circuit circuit, CancellationToken cancellationToken)
    {
        if (_wasDown)
        {
            SiteMeter.CircuitsReconnected.Add(1);
            _wasDown = false;
        }

        return Task.CompletedTask;
    }
}
