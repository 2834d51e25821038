using System.Net;
using System.Net.Sockets;

namespace OptOutGuide.Tests.Attacks;

/// <summary>
/// A client requests the largest responses and does not read them. Over HTTP/2, where the client controls how much it receives;
/// over HTTP/1.1 the system would buffer the whole response.
/// </summary>
public sealed class SlowReaderTests(SlowReaderTests.Http2Site site) : IClassFixture<SlowReaderTests.Http2Site>
{
    private const int LargestRequestOfABrowser = 10;

    [Theory]
    [InlineData("192.0.2.10", "192.0.2.10", HttpStatusCode.TooManyRequests)]
    [InlineData("192.0.2.11", "192.0.2.12", HttpStatusCode.OK)]
    [Trait("Suite", "Full")]
    public async Task Client_ThatReadsNothing_HoldsAFewAnswersOnly(string first, string next, HttpStatusCode expected)
    {
        using var greedy = site.Client(first);
        using var other = site.Client(next);
        var held = new List<HttpResponseMessage>();
        for (var answer = 0; answer < RenderLimiter.ResponsesPerClient; answer++)
        {
            held.Add(await AskAsync(greedy));
            Assert.Equal(HttpStatusCode.OK, held[^1].StatusCode);
        }

        using var beyond = await AskAsync(other);

        Assert.Equal(expected, beyond.StatusCode);
        held.ForEach(answer => answer.Dispose());
        await Eventually.TrueAsync(async () =>
        {
            using var later = await AskAsync(greedy);
            return later.IsSuccessStatusCode;
        });
    }

    /// <summary>Cached pages are not rendered, but an unread response is held in memory as well.</summary>
    [Fact]
    [Trait("Suite", "Full")]
    public async Task Client_ThatReadsNothingOfCachedPages_HoldsAFewAnswersOnly()
    {
        using var greedy = site.Client("192.0.2.20");
        var held = new List<HttpResponseMessage>();
        while (held.LastOrDefault()?.StatusCode is not HttpStatusCode.TooManyRequests && held.Count < 1000)
        {
            held.Add(await greedy.GetAsync("/fr/guides/facebook", HttpCompletionOption.ResponseHeadersRead));
        }

        Assert.InRange(held.Count, 100, 400);
        using var other = site.Client("192.0.2.21");
        Assert.Equal(HttpStatusCode.OK, (await other.GetAsync("/fr/guides/facebook")).StatusCode);
        held.ForEach(answer => answer.Dispose());
    }

    /// <summary>A proxy that limits no client, such as Caddy, forwards each request on a connection of HTTP/1.1.</summary>
    [Fact]
    [Trait("Suite", "Full")]
    public async Task Client_ThatReadsNothingThroughAProxyOfHttp1_HoldsAFewAnswersOnly()
    {
        using var content = new ContentCopy();
        File.AppendAllText(Path.Combine(content.Root, "fr/guides/facebook.md"), string.Concat(Enumerable.Repeat("\nUne phrase de plus.\n", 20_000)));
        await using var site = await RunningSite.StartAsync("--Site:TrustedProxies=127.0.0.1", $"--Site:ContentFolder={content.Root}");
        using var proxy = new HttpClient(new SocketsHttpHandler { ConnectCallback = ConnectAsync }) { BaseAddress = site.Address };
        var held = new List<HttpResponseMessage>();
        while (held.LastOrDefault()?.StatusCode is not HttpStatusCode.TooManyRequests && held.Count < 500)
        {
            held.Add(await ForwardAsync("192.0.2.30"));
        }

        Assert.InRange(held.Count, 100, 400);
        Assert.NotNull(held[^1].Headers.RetryAfter);
        using var other = await ForwardAsync("192.0.2.31");
        Assert.Equal(HttpStatusCode.OK, other.StatusCode);
        held.ForEach(answer => answer.Dispose());

        async Task<HttpResponseMessage> ForwardAsync(string client)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, "/fr/guides/facebook") { Headers = { { "X-Forwarded-For", client } } };
            return await proxy.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        }

        static async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancelled)
        {
            // The system buffers 20 segments of a connection, on the loopback of 64 kB each: smaller ones hold less than the page.
            var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { ReceiveBufferSize = 4096 };
            socket.SetRawSocketOption(optionLevel: 6, optionName: 2, BitConverter.GetBytes(536));
            await socket.ConnectAsync(context.DnsEndPoint, cancelled);
            return new NetworkStream(socket, ownsSocket: true);
        }
    }

    /// <summary>A page that is left posts a beacon, which is not counted as a list: its body may take a minute to come.</summary>
    [Fact]
    public async Task Client_WhoseBeaconsDoNotEnd_HasAFewUnderWayOnly()
    {
        const string TooMany = "HTTP/1.1 429 Too Many Requests";
        await using var site = await InProcessSite.ListenAsync("--Site:TrustedProxies=127.0.0.1");
        using var proxy = new HeldConnections();

        // Those under way are ended after some seconds without their bodies: a busy machine may open too few in that time.
        await Eventually.TrueAsync(async () =>
        {
            var beacons = Enumerable.Range(0, 400).Select(_ => proxy.AskAnewAsync(site.Address, "127.0.0.1", Beacon("192.0.2.40", "circuitId=", length: 1000)));
            await foreach (var beacon in Task.WhenEach(beacons))
            {
                if (await beacon == TooMany)
                {
                    return true;
                }
            }

            return false;
        });
        var other = await proxy.AskAnewAsync(site.Address, "127.0.0.1", Beacon("192.0.2.41", "circuitId=", length: 10));

        Assert.Equal("HTTP/1.1 400 Bad Request", other);

        static string Beacon(string client, string start, int length) =>
            $"POST /_blazor/disconnect HTTP/1.1\r\nHost: localhost\r\nX-Forwarded-For: {client}\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: {length}\r\n\r\n{start}";
    }

    /// <summary>The server's first frame has the maximum of concurrent requests on a connection: parameter 3.</summary>
    [Fact]
    [Trait("Suite", "Full")]
    public async Task Connection_OfHttp2_TakesAFewRequestsAtATime()
    {
        using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
        await socket.ConnectAsync(site.Address.Host, site.Address.Port);
        await socket.SendAsync("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n\0\0\0\u0004\0\0\0\0\0"u8.ToArray());
        await using var stream = new NetworkStream(socket);
        var head = new byte[9];
        await stream.ReadExactlyAsync(head);
        var settings = new byte[(head[0] << 16) + (head[1] << 8) + head[2]];
        await stream.ReadExactlyAsync(settings);

        var streams = settings.Chunk(6).Single(setting => setting[1] == 3)[2..].Aggregate(0, (sum, part) => (sum << 8) + part);

        Assert.Equal(4, head[3]);
        Assert.InRange(streams, LargestRequestOfABrowser, 50);
    }

    private static Task<HttpResponseMessage> AskAsync(HttpClient client) =>
        client.GetAsync($"/fr/ma-liste?l={FullestList.Uneven()}", HttpCompletionOption.ResponseHeadersRead);

    public sealed class Http2Site : IAsyncLifetime
    {
        private readonly ContentCopy _content = LongPage();
        private readonly RunningSite _site;

        public Http2Site() => _site = new() { Settings = ["--Site:TrustedProxies=127.0.0.1", $"--Site:ContentFolder={_content.Root}"], Variables = Streams };

        /// <summary>HTTP/2 without TLS.</summary>
        public static Dictionary<string, string> Streams { get; } = new() { ["Kestrel__EndpointDefaults__Protocols"] = "Http2" };

        public Uri Address => _site.Address;

        public Task InitializeAsync() => _site.StartAsync();

        public async Task DisposeAsync()
        {
            await _site.DisposeAsync();
            _content.Dispose();
        }

        /// <summary>Content with a page that is larger than what is sent before the client takes any of it.</summary>
        internal static ContentCopy LongPage()
        {
            var content = new ContentCopy();
            File.AppendAllText(Path.Combine(content.Root, "fr/guides/facebook.md"), string.Concat(Enumerable.Repeat("\nUne phrase de plus.\n", 4000)));
            return content;
        }

        /// <summary>A client whose address the proxy forwards.</summary>
        public HttpClient Client(string address)
        {
            var client = Client(Address);
            client.DefaultRequestHeaders.Add("X-Forwarded-For", address);
            return client;
        }

        /// <summary>A client that accepts no more than HTTP/2's initial window of 64 kB.</summary>
        public static HttpClient Client(Uri site) => new(new SocketsHttpHandler { InitialHttp2StreamWindowSize = 65_535, EnableMultipleHttp2Connections = true })
        {
            BaseAddress = site,
            DefaultRequestVersion = HttpVersion.Version20,
            DefaultVersionPolicy = HttpVersionPolicy.RequestVersionExact,
        };
    }
}
