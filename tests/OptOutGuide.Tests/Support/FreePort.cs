using System.Net;
using System.Net.Sockets;

namespace OptOutGuide.Tests.Support;

/// <summary>Ports of this machine on which nothing listens.</summary>
internal static class FreePort
{
    /// <summary>Below the ports that the system gives to outgoing connections: one of those could take it while a site is down.</summary>
    private static int _last = Random.Shared.Next(10_000, 30_000);

    /// <summary>Each time another, so that no two sites of a run get the same.</summary>
    public static int Next()
    {
        while (true)
        {
            var port = Interlocked.Increment(ref _last);
            using var listener = new TcpListener(IPAddress.Loopback, port);
            try
            {
                listener.Start();
                return port;
            }
            catch (SocketException)
            {
                // In use: the next one.
            }
        }
    }
}
