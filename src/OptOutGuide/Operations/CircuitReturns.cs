using Microsoft.AspNetCore.Components.Server.Circuits;

namespace OptOutGuide.Operations;

/// <summary>Counts the lists whose connection broke and came back to the same circuit. One per circuit.</summary>
internal sealed class CircuitReturns : CircuitHandler
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
