using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

/// <summary>
/// Lets a test or a benchmark read the memory of a running site without an endpoint in the product: .NET calls this before the
/// site's own code when <c>DOTNET_STARTUP_HOOKS</c> names this assembly. Listens on the Unix socket that
/// <c>OPTOUTGUIDE_PROBE</c> names: <c>count</c> asks for the open circuits and all bytes ever allocated, <c>collect</c> also for the bytes that are
/// still alive after a full collection, <c>stop</c> ends the host as a failing part of it would.
/// </summary>
internal static class StartupHook
{
    private static readonly MeterListener Circuits = new();
    private static long _circuits;

    public static void Initialize()
    {
        if (Environment.GetEnvironmentVariable("OPTOUTGUIDE_PROBE") is not { Length: > 0 } path)
        {
            return;
        }

        DiagnosticListener.AllListeners.Subscribe(new HostFinder());
        Circuits.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Name == "aspnetcore.components.circuit.active")
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        Circuits.SetMeasurementEventCallback<long>((_, change, _, _) => Interlocked.Add(ref _circuits, change));
        Circuits.Start();
        new Thread(() => Listen(path)) { IsBackground = true, Name = "probe" }.Start();
    }

    private static void Listen(string path)
    {
        using var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        socket.Bind(new UnixDomainSocketEndPoint(path));
        socket.Listen();
        var question = new byte[16];
        while (true)
        {
            using var asker = socket.Accept();
            var asked = Encoding.ASCII.GetString(question, 0, asker.Receive(question)).Trim();
            long? heap = asked is "collect" ? Collect() : null;
            asker.Send(JsonSerializer.SerializeToUtf8Bytes(new { circuits = Interlocked.Read(ref _circuits), heap, allocated = GC.GetTotalAllocatedBytes() }));
            // After the answer, because the process may end at once.
            if (asked is "stop")
            {
                HostFinder.Host!.Services.GetRequiredService<IHostApplicationLifetime>().StopApplication();
            }
        }
    }

    private static long Collect()
    {
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        GC.WaitForPendingFinalizers();
        return GC.GetTotalMemory(forceFullCollection: true);
    }

    /// <summary>.NET notifies diagnostic listeners when the host is built.</summary>
    private sealed class HostFinder : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>
    {
        public static IHost? Host { get; private set; }

        public void OnNext(DiagnosticListener value)
        {
            if (value.Name == "Microsoft.Extensions.Hosting")
            {
                value.Subscribe(this);
            }
        }

        public void OnNext(KeyValuePair<string, object?> value)
        {
            if (value is { Key: "HostBuilt", Value: IHost host })
            {
                Host = host;
            }
        }

        public void OnCompleted()
        {
        }

        public void OnError(Exception error)
        {
        }
    }
}
