using System.Runtime.InteropServices;

namespace OptOutGuide.Hosting;

/// <summary>
/// Distinguishes a requested stop from an unplanned one, such as a failed hosted service, by the exit code: a supervisor
/// restarts a process that ends with another code than 0. .NET returns 0 for both.
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
