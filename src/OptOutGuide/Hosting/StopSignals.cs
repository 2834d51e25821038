using System.Runtime.InteropServices;

namespace OptOutGuide.Hosting;

/// <summary>
/// Tells a requested stop from one that nobody asked for, such as a hosted service that failed: a supervisor restarts what
/// ends with another code than 0. .NET reports success for both.
/// </summary>
internal sealed class StopSignals : IDisposable
{
    private readonly PosixSignalRegistration[] _registrations;
    private volatile bool _wereReceived;

    public StopSignals() =>
        _registrations = [.. new[] { PosixSignal.SIGTERM, PosixSignal.SIGINT, PosixSignal.SIGQUIT }.Select(signal => PosixSignalRegistration.Create(signal, _ => _wereReceived = true))];

    public bool WereReceived => _wereReceived;

    public void Dispose()
    {
        foreach (var registration in _registrations)
        {
            registration.Dispose();
        }
    }
}
