using System.Net;
using System.Net.Sockets;
using System.Text;

namespace OptOutGuide.Tests.Attacks;

/// <summary>Connections from addresses of this machine, each of which counts as a client, that stay open until all are closed.</summary>
internal sealed class HeldConnections : IDisposable
{
    private const string Alive = "GET /health/live HTTP/1.1\r\nHost: localhost\r\n\r\n";

    private readonly List<Socket> _sockets = [];

    /// <summary>Each answered once: it is then known to be counted.</summary>
    public async Task<Socket> OpenAsync(Uri site, string from, bool isAnswered = true)
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        _sockets.Add(socket);
        socket.Bind(new IPEndPoint(IPAddress.Parse(from), 0));
        await socket.ConnectAsync(IPAddress.Loopback, site.Port);
        if (isAnswered)
        {
            Assert.Equal("HTTP/1.1 200 OK", await AskAsync(socket, Alive));
        }

        return socket;
    }

    /// <summary>The first line of the answer; empty where the connection is closed without one.</summary>
    public async Task<string> AskAnewAsync(Uri site, string from, string request = Alive)
    {
        try
        {
            return await AskAsync(await OpenAsync(site, from, isAnswered: false), request);
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

    private static async Task<string> AskAsync(Socket socket, string request)
    {
        var answer = new byte[4096];
        await socket.SendAsync(Encoding.ASCII.GetBytes(request));
        return Encoding.ASCII.GetString(answer, 0, await socket.ReceiveAsync(answer)).Split("\r\n")[0];
    }
}
