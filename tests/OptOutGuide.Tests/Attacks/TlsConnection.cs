using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using Microsoft.AspNetCore.Server.Kestrel.Core.Features;

namespace OptOutGuide.Tests.Attacks;

/// <summary>The server's side of a connection with TLS whose handshake agreed on a protocol.</summary>
internal sealed class TlsConnection : ISslStreamFeature, IDisposable
{
    private readonly TestCertificate _certificate = new();
    private readonly SslStream _client;

    private TlsConnection(Socket server, Socket client) =>
        (SslStream, _client) = (new(new NetworkStream(server, ownsSocket: true)), new(new NetworkStream(client, ownsSocket: true)));

    public SslStream SslStream { get; }

    public static async Task<TlsConnection> OpenAsync(string protocol)
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var client = new Socket(SocketType.Stream, ProtocolType.Tcp);
        await client.ConnectAsync(listener.LocalEndpoint);
        var connection = new TlsConnection(await listener.AcceptSocketAsync(), client);
        var protocols = new List<SslApplicationProtocol> { new(protocol) };
        await Task.WhenAll(
            connection.SslStream.AuthenticateAsServerAsync(new SslServerAuthenticationOptions { ServerCertificate = connection._certificate.Certificate, ApplicationProtocols = protocols }),
            connection._client.AuthenticateAsClientAsync(new SslClientAuthenticationOptions { TargetHost = "localhost", ApplicationProtocols = protocols, RemoteCertificateValidationCallback = connection._certificate.IsThis }));
        return connection;
    }

    public void Dispose()
    {
        _client.Dispose();
        SslStream.Dispose();
        _certificate.Dispose();
    }
}
