using System.Net;
using System.Net.Sockets;

namespace OptOutGuide.Tests.Support;

/// <summary>Clients with another address of this machine than 127.0.0.1.</summary>
internal static class LocalAddress
{
    /// <param name="address">An IPv4 address of the loopback interface, such as 127.0.0.7.</param>
    public static SocketsHttpHandler ConnectFrom(string address) => new()
    {
        AllowAutoRedirect = false,
        ConnectCallback = async (target, stopped) =>
        {
            var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            socket.Bind(new IPEndPoint(IPAddress.Parse(address), 0));
            await socket.ConnectAsync(target.DnsEndPoint, stopped);
            return new NetworkStream(socket, ownsSocket: true);
        },
    };
}
