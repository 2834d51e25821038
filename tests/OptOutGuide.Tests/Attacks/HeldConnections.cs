using System.Net;
using System.Net.Sockets;
using System.Text;

namespace OptOutGuide.Tests.Attacks;

/// <summary>Connections from addresses of this machine, each of which counts as a client, that stay open until all are closed.</summary>
internal sealed class HeldConnections : IDisposable
{
    private readonly List<Socket> _sockets = [];

    /// <summary>Each answered once: it is then known to be counted.</summary>
    public async Task OpenAsync(Uri site, string from, bool isAnswered = true)
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        _sockets.Add(socket);
        socket.Bind(new IPEndPoint(IPAddress.Parse(from), 0));
        await socket.ConnectAsync(IPAddress.Loopback, site.Port);
        if (isAnswered)
        {
            Assert.Equal("HTTP/1.1 200 OK", await AskAsync(socket));
        }
    }

    /// <summary>The first line of the answer; empty where the connection is closed without one.</summary>
    public async Task<string> AskAnewAsync(Uri site, string from)
    {
        try
        {
            await OpenAsync(site, from, isAnswered: false);
            return await AskAsync(_sockets[^1]);
        }
        catch (SocketException)
        {
            return "";
        }
    }

    public void Dispose()
    {
        _sockets.ForEach(socket => socket.Dispose());
        _sockets.Clear();
    }

    private static async Task<string> AskAsync(Socket socket)
    {
        var answer = new byte[4096];
        await socket.SendAsync("GET /health/live HTTP/1.1\r\nHost: localhost\r\n\r\n"u8.ToArray());
        return Encoding.ASCII.GetString(answer, 0, await socket.ReceiveAsync(answer)).Split("\r\n")[0];
    }
}
