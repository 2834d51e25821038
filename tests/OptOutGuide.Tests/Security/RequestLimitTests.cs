using System.Net.Sockets;
using System.Text;

namespace OptOutGuide.Tests.Security;

/// <summary>Requests that are too large or too slow, written to a plain connection.</summary>
[Collection("site")]
public sealed class RequestLimitTests(RunningSite site)
{
    [Theory]
    [InlineData(9_000, 0, "414")]
    [InlineData(0, 17_000, "431")]
    public async Task Request_TooLarge_IsRefused(int queryLength, int headerLength, string status)
    {
        using var connection = await ConnectAsync();

        await connection.WriteAsync($"GET /fr/?{new string('a', queryLength)} HTTP/1.1\r\nHost: localhost\r\nX-Long: {new string('b', headerLength)}\r\n\r\n");

        Assert.StartsWith($"HTTP/1.1 {status} ", await connection.ReadToEndAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Request_WithManyHeaders_IsRefused()
    {
        using var connection = await ConnectAsync();

        await connection.WriteAsync($"GET /fr/ HTTP/1.1\r\nHost: localhost\r\n{string.Concat(Enumerable.Range(0, 64).Select(index => $"X-{index}: 1\r\n"))}\r\n");

        Assert.StartsWith("HTTP/1.1 431 ", await connection.ReadToEndAsync(), StringComparison.Ordinal);
    }

    /// <summary>One that never ends its headers, and one that announces a body and sends none of it.</summary>
    [Theory]
    [InlineData("GET /fr/ HTTP/1.1\r\nHost: localhost\r\nX-Slow: ")]
    [InlineData("POST /_blazor/disconnect HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 1000\r\n\r\ncircuitId=")]
    [Trait("Suite", "Full")]
    public async Task Client_TooSlow_IsDisconnected(string beginning)
    {
        using var connection = await ConnectAsync();

        await connection.WriteAsync(beginning);

        Assert.StartsWith("HTTP/1.1 4", await connection.ReadToEndAsync(), StringComparison.Ordinal);
    }

    private async Task<Connection> ConnectAsync()
    {
        var client = new TcpClient();
        await client.ConnectAsync(site.Address.Host, site.Address.Port);
        return new(client);
    }

    private sealed class Connection(TcpClient client) : IDisposable
    {
        public async Task WriteAsync(string text) => await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes(text));

        /// <summary>All that the server sends until it closes the connection, which must be within a minute.</summary>
        public async Task<string> ReadToEndAsync()
        {
            using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(1));
            using var reader = new StreamReader(client.GetStream(), Encoding.ASCII);
            return await reader.ReadToEndAsync(limit.Token);
        }

        public void Dispose() => client.Dispose();
    }
}
