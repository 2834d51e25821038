using System.Diagnostics;
using System.IO.Pipelines;
using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Core.Features;

namespace OptOutGuide.Tests.Attacks;

/// <summary>A client sends frames of HTTP/2 that need no request, such as PING, as fast as they are read.</summary>
public sealed class Http2InputTests : IDisposable
{
    private static readonly IPAddress Greedy = IPAddress.Parse("192.0.2.10");
    private static readonly byte[] Pings = [.. Enumerable.Repeat<byte[]>([0, 0, 8, 6, 0, 0, 0, 0, 0, 1, 2, 3, 4, 5, 6, 7, 8], 120_000).SelectMany(frame => frame)];

    private readonly Http2InputLimiter _limiter = new();

    public void Dispose() => _limiter.Dispose();

    [Theory]
    [InlineData(HttpProtocols.Http2, true)]
    [InlineData(HttpProtocols.Http1AndHttp2, false)]
    public async Task Client_BeyondItsBytesOfHttp2_Waits(HttpProtocols endpoint, bool isLimited)
    {
        await using var connection = new Connection(_limiter, Greedy, endpoint);

        await AssertLimitedAsync(connection, isLimited);
    }

    [Theory]
    [InlineData("h2", true)]
    [InlineData("http/1.1", false)]
    public async Task Client_BeyondItsBytesOverTls_WaitsWhereHttp2WasAgreedOn(string protocol, bool isLimited)
    {
        using var tls = await TlsConnection.OpenAsync(protocol);
        await using var connection = new Connection(_limiter, Greedy, HttpProtocols.Http1AndHttp2, tls);

        await AssertLimitedAsync(connection, isLimited);
    }

    /// <summary>Bytes of the handshake are read before the protocol is known.</summary>
    [Theory]
    [FullData("1.1")]
    [InlineData("2.0")]
    [Trait("Suite", "Sample")]
    public async Task Site_ReachedByTlsDirectly_Answers(string version)
    {
        using var certificate = new TestCertificate();
        var address = new Uri($"https://127.0.0.1:{FreePort.Next()}/");
        await using var site = new RunningSite { Variables = certificate.Variables };
        // Kestrel binds them in this order, and the start has ended when the last one answers.
        site.Settings = [$"--urls={address};{site.Address}"];
        await site.StartAsync();
        using var client = new HttpClient(new SocketsHttpHandler { SslOptions = { RemoteCertificateValidationCallback = certificate.IsThis } })
        {
            DefaultRequestVersion = Version.Parse(version),
            DefaultVersionPolicy = HttpVersionPolicy.RequestVersionExact,
        };

        using var answer = await client.GetAsync(new Uri(address, "/fr/"));

        Assert.Equal((HttpStatusCode.OK, Version.Parse(version)), (answer.StatusCode, answer.Version));
    }

    /// <summary>What a frame that is not complete leaves in the buffer is read again, and was paid.</summary>
    [Fact]
    public async Task Frame_ReadInParts_IsChargedOnce()
    {
        await using var connection = new Connection(_limiter, Greedy) { IsConsumed = false };

        var bytes = await connection.ReadUntilItWaitsAsync(most: Http2InputLimiter.AtOnce);

        Assert.Null(connection.Waiting);
        Assert.Equal(Http2InputLimiter.AtOnce, bytes);
    }

    [Theory]
    [InlineData("192.0.2.10", true)]
    [InlineData("192.0.2.11", false)]
    public async Task Connection_BesideAGreedyOne_WaitsOnlyWithTheSameClient(string address, bool waits)
    {
        await using var greedy = new Connection(_limiter, Greedy);
        await greedy.FillQueueAsync();
        await using var other = new Connection(_limiter, IPAddress.Parse(address));

        await other.ReadUntilItWaitsAsync(most: Connection.Block);

        Assert.Equal(waits, other.Waiting is not null);
    }

    [Fact]
    public async Task Connection_ThatWaits_GoesOnOnceItsBudgetIsFull()
    {
        await using var connection = new Connection(_limiter, Greedy);
        await connection.ReadUntilItWaitsAsync();

        Assert.Equal(Connection.Block, (await connection.Waiting!).Buffer.Length);
    }

    /// <summary>Otherwise each of many short connections would have some bytes read without a charge.</summary>
    [Fact]
    public async Task Connection_ThatIsClosedWhileItWaits_IsReadNoFurther()
    {
        await using var connection = new Connection(_limiter, Greedy);
        await connection.FillQueueAsync();

        await connection.CloseAsync();

        await Assert.ThrowsAsync<ConnectionResetException>(() => connection.Waiting!);
    }

    /// <summary>The queue ahead of it would last for a minute.</summary>
    [Fact]
    public async Task Connection_ThatKestrelEndsWhileItWaits_DoesNotDelayTheStop()
    {
        await using var connection = new Connection(_limiter, Greedy);
        await connection.FillQueueAsync();

        connection.Reader.CancelPendingRead();

        await connection.Waiting!.WaitAsync(TimeSpan.FromSeconds(20));
    }

    /// <summary>By default Kestrel reads 1 MB ahead for each connection: here 150 MB.</summary>
    [Fact]
    [Trait("Suite", "Full")]
    public async Task Connections_WithMoreToReadThanAllowed_HoldLittleMemory()
    {
        const int Connections = 150;
        await using var site = await new RunningSite { Variables = SlowReaderTests.Http2Site.Streams }.StartAsync();
        var before = site.MostMemory;
        var (connected, answered) = (0, 0L);
        using var stop = new CancellationTokenSource();

        var floods = Enumerable.Range(0, Connections).Select(_ => FloodAsync(site.Address, () => Interlocked.Increment(ref connected), more => Interlocked.Add(ref answered, more), stop.Token)).ToList();
        await Eventually.TrueAsync(() => Volatile.Read(ref connected) == Connections);
        var start = Interlocked.Read(ref answered);
        // Two seconds after its bytes at once the client waits for every further one.
        await Eventually.TrueAsync(() => Interlocked.Read(ref answered) - start > Http2InputLimiter.AtOnce * 8);

        Assert.True(site.MostMemory - before < Connections * 1024 * 1024 * 2 / 3);
        await stop.CancelAsync();
        await Task.WhenAll(floods);
    }

    private static async Task AssertLimitedAsync(Connection connection, bool isLimited)
    {
        var start = Stopwatch.GetTimestamp();
        var bytes = await connection.ReadUntilItWaitsAsync();

        if (isLimited)
        {
            // Four times as many are refilled in a second.
            Assert.InRange(bytes, Http2InputLimiter.AtOnce, Http2InputLimiter.AtOnce * (2 + (4 * Stopwatch.GetElapsedTime(start).TotalSeconds)));
        }
        else
        {
            Assert.Null(connection.Waiting);
        }
    }

    private static async Task FloodAsync(Uri site, Action connected, Action<int> answered, CancellationToken stopped)
    {
        using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
        await socket.ConnectAsync(site.Host, site.Port, CancellationToken.None);
        await socket.SendAsync("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n\0\0\0\u0004\0\0\0\0\0"u8.ToArray(), CancellationToken.None);
        var sending = socket.SendAsync(Pings, stopped).AsTask();
        connected();
        var buffer = new byte[16 * 1024];
        try
        {
            while (await socket.ReceiveAsync(buffer, stopped) is > 0 and var read)
            {
                answered(read);
            }
        }
        catch (OperationCanceledException)
        {
            await sending.ContinueWith(_ => { }, TaskScheduler.Default);
        }
    }

    /// <summary>A connection whose client always has more to read.</summary>
    private sealed class Connection : IAsyncDisposable
    {
        public const int Block = 16 * 1024;

        private readonly Pipe _sent = new(new PipeOptions(readerScheduler: PipeScheduler.Inline, pauseWriterThreshold: 0, useSynchronizationContext: false));
        private readonly CancellationTokenSource _closed = new();
        private readonly Http2InputLimiter _limiter;
        private readonly IPAddress _client;

        public Connection(Http2InputLimiter limiter, IPAddress client, HttpProtocols endpoint = HttpProtocols.Http2, ISslStreamFeature? tls = null)
        {
            (_limiter, _client) = (limiter, client);
            var connection = new DefaultConnectionContext { ConnectionClosed = _closed.Token };
            connection.Features.Set(tls);
            Reader = new(_sent.Reader, connection, endpoint, client, limiter);
        }

        public MeteredPipeReader Reader { get; }

        /// <summary>Whether all that was read is taken.</summary>
        public bool IsConsumed { get; init; } = true;

        /// <summary>The read that did not succeed at once.</summary>
        public Task<ReadResult>? Waiting { get; private set; }

        public async Task<long> ReadUntilItWaitsAsync(long most = 64 * Http2InputLimiter.AtOnce)
        {
            var sent = 0L;
            while (sent < most)
            {
                await _sent.Writer.WriteAsync(new byte[Block]);
                sent += Block;
                var read = Reader.ReadAsync();
                if (!read.IsCompleted)
                {
                    Waiting = read.AsTask();
                    break;
                }

                var buffer = (await read).Buffer;
                Reader.AdvanceTo(IsConsumed ? buffer.End : buffer.Start, buffer.End);
            }

            return sent;
        }

        /// <summary>Puts a minute's bytes of the same client before the next read of this one.</summary>
        public async Task FillQueueAsync()
        {
            for (var others = 0; others < 256; others++)
            {
                _ = _limiter.ChargeAsync(_client, Http2InputLimiter.AtOnce, CancellationToken.None).AsTask();
            }

            await ReadUntilItWaitsAsync();
        }

        public Task CloseAsync() => _closed.CancelAsync();

        public async ValueTask DisposeAsync()
        {
            await _closed.CancelAsync();
            _closed.Dispose();
        }
    }
}
