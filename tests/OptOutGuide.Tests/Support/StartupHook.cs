using System.Diagnostics.Metrics;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;

/// <summary>
/// Lets a test or a benchmark ask a running site what it holds, without an endpoint in the product: .NET calls this before
/// the site's own code when <c>DOTNET_STARTUP_HOOKS</c> names this assembly. Listens on the Unix socket that
/// <c>OPTOUTGUIDE_PROBE</c> names: <c>count</c> asks for the open circuits, <c>collect</c> also for the bytes that are
/// still alive after a full collection.
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
            var isCollect = Encoding.ASCII.GetString(question, 0, asker.Receive(question)).StartsWith("collect", StringComparison.Ordinal);
            long? heap = isCollect ? Collect() : null;
            asker.Send(JsonSerializer.SerializeToUtf8Bytes(new { circuits = Interlocked.Read(ref _circuits), heap }));
        }
    }

    private static long Collect()
    {
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        GC.WaitForPendingFinalizers();
        return GC.GetTotalMemory(forceFullCollection: true);
    }
}
