using System.Net.Sockets;
using System.Text;
using System.Text.RegularExpressions;
using FsCheck;
using FsCheck.Fluent;

namespace OptOutGuide.Tests.Security;

/// <summary>
/// Every address with random methods, paths, queries and headers. Requests are written to plain connections, so that no client
/// library corrects them.
/// </summary>
public sealed partial class RequestFuzzTests(RequestFuzzTests.ProxiedSite proxied) : IClassFixture<RequestFuzzTests.ProxiedSite>
{
    private const string Canary = "<i9x";

    /// <summary>On a busy machine too.</summary>
    private static readonly TimeSpan AnswerTimeout = TimeSpan.FromMinutes(1);

    /// <summary>Input that is hardly HTTP, and which the server answers by closing the connection.</summary>
    public static TheoryData<string> Malformed =>
    [
        "GET\r\n\r\n", "GET /fr/\r\n\r\n", "GET /fr/ HTTP/9.9\r\n\r\n", "GET /fr/ HTTP/1.1\r\n\r\n", "GET  /fr/  HTTP/1.1\r\nHost: localhost\r\n\r\n",
        "GET /fr/ HTTP/1.1\r\nHost: localhost\r\nHost: localhost\r\n\r\n", "GET http://elsewhere.example/fr/ HTTP/1.1\r\nHost: localhost\r\n\r\n",
        "GET /fr/ HTTP/1.1\r\nHost: localhost\r\nContent-Length: -1\r\n\r\n", "GET /fr/ HTTP/1.1\r\nHost: localhost\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
        "POST /_blazor/disconnect HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n\r\n", "GET /fr/ HTTP/1.1\nHost: localhost\nConnection: close\n\n", "GET /fr/ HTTP/1.1\r\nHost : localhost\r\n\r\n",
        "GET /fr/ HTTP/1.1\r\nHost: localhost\r\n folded: 1\r\n\r\n", "GET /fr/ HTTP/1.1\r\nHost: localhost\r\nX\0: 1\r\n\r\n", "GET * HTTP/1.1\r\nHost: localhost\r\n\r\n",
        "\u0016\u0003\u0001\u0002\0\u0001", "GET /fr/ HTTP/1.0\r\n\r\n",
    ];

    private RunningSite Site => proxied.Site;

    [SampledProperty(300, Arbitrary = [typeof(Requests)])]
    [Trait("Suite", "Sample")]
    public async Task Request_OfAnyKind_NeverFailsAndNeverReflectsInput(Request request)
    {
        var logged = Site.Output.Length;

        var answer = await AskAsync(request.Text);

        AssertHarmless(answer);
        AssertNoFault(Site.Output[logged..]);
    }

    /// <summary>The server may close the connection.</summary>
    [Theory]
    [MemberData(nameof(Malformed))]
    public Task Request_Malformed_DoesNoHarmAndTheSiteGoesOn(string request) => AssertHarmlessAsync(request, isWhole: true);

    [Theory]
    [InlineData("\r\n\r\n")]
    [InlineData("GET /%")]
    [InlineData("GET /fr/ HTTP/1.1\r\nHost: local")]
    public Task Request_OfWhichTheRestNeverComes_DoesNoHarmAndTheSiteGoesOn(string beginning) => AssertHarmlessAsync(beginning, isWhole: false);

    private async Task AssertHarmlessAsync(string request, bool isWhole)
    {
        var logged = Site.Output.Length;

        var answer = await AskAsync(request, isWhole);
        var next = await AskAsync("GET /fr/ HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");

        if (answer.Length > 0)
        {
            AssertHarmless(answer);
        }

        Assert.StartsWith("HTTP/1.1 200 ", next, StringComparison.Ordinal);
        AssertNoFault(Site.Output[logged..]);
    }

    private static void AssertHarmless(string answer)
    {
        var (head, body) = answer.Split("\r\n\r\n", 2) is [var first, var rest] ? (first, rest) : (answer, "");
        Assert.Matches(Status(), answer);
        Assert.DoesNotContain("\nX-Injected", head, StringComparison.Ordinal);
        Assert.DoesNotContain("\nSet-Cookie", head, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(Canary, body, StringComparison.OrdinalIgnoreCase);
    }

    private static void AssertNoFault(string log)
    {
        Assert.DoesNotContain("\"Level\":\"Error\"", log, StringComparison.Ordinal);
        Assert.DoesNotContain("nhandled exception", log, StringComparison.Ordinal);
    }

    /// <param name="isWhole">Otherwise the client says that nothing follows.</param>
    private async Task<string> AskAsync(string request, bool isWhole = true)
    {
        using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
        await socket.ConnectAsync(Site.Address.Host, Site.Address.Port);
        var answer = new MemoryStream();
        try
        {
            await socket.SendAsync(Encoding.UTF8.GetBytes(request));
            if (!isWhole)
            {
                socket.Shutdown(SocketShutdown.Send);
            }

            var buffer = new byte[16 * 1024];
            while (true)
            {
                using var timeout = new CancellationTokenSource(AnswerTimeout);
                var read = await socket.ReceiveAsync(buffer, timeout.Token);
                if (read == 0)
                {
                    break;
                }

                answer.Write(buffer, 0, read);
            }
        }
        catch (Exception end) when (end is SocketException or OperationCanceledException)
        {
            // The server closed the connection, or waits for the rest of the request; what it sent before counts.
        }

        return Encoding.UTF8.GetString(answer.ToArray());
    }

    /// <summary>No server error; 505 is the answer to an unknown version of HTTP.</summary>
    [GeneratedRegex(@"^HTTP/1\.1 ([1-4]\d\d|505) ")]
    private static partial Regex Status();

    public sealed class ProxiedSite : IAsyncLifetime
    {
        public RunningSite Site { get; } = new() { Settings = ["--Site:TrustedProxies=127.0.0.1"] };

        public Task InitializeAsync() => Site.StartAsync();

        /// <summary>A fault may reach the test after the answer: all are here once the site has ended.</summary>
        public async Task DisposeAsync()
        {
            await Site.StopAsync();
            AssertNoFault(Site.Output);
        }
    }

    /// <param name="Queries">Each a name and its value.</param>
    /// <param name="Headers">Each a name and its value.</param>
    public sealed record Request(string Method, string Path, IReadOnlyList<string> Queries, IReadOnlyList<string> Headers)
    {
        public string Text =>
            $"{Method} {Path}{string.Concat(Queries.Select((query, index) => (index == 0 ? '?' : '&') + query))} HTTP/1.1\r\n"
            + string.Concat(Headers.Append("Connection: close").Select(header => header + "\r\n")) + "\r\n";

        public override string ToString() => Text;
    }

    private static class Requests
    {
        private static readonly string[] Files =
        [
            "/", "/fr/feed.atom", "/fr/reminders.ics", "/fr/list.json", "/en/reminders.ics", "/icon.svg", "/site.css", "/device.js",
            "/_framework/blazor.web.js", "/_blazor", "/_blazor/negotiate", "/_blazor/initializers", "/_blazor/disconnect",
            "/health/live", "/health/ready", "/robots.txt", "/.well-known/security.txt", "/appsettings.json", "/OptOutGuide.dll",
        ];

        private static readonly string[] Methods = ["GET", "GET", "GET", "GET", "GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS", "PATCH", "TRACE", "CONNECT", "get", "<i9x>"];

        /// <summary>Those of pages, of the workshop, of the hub, and one of nobody.</summary>
        private static readonly string[] Names = [.. QueryFields.All, "place", "contact", "date", "time", "guide", "id", "negotiateVersion", "<i9x>"];

        private static readonly string[] Good =
            ["1.Lf", "1.CFR-Lfs250522c250523it-Uff-Rws250522.Nfi-Rn", "sent.0-0-0", "date.0-0-0", "services.0", "2025-05-27", "14:30", "0", "FR", "20", "facebook", "unsure", "several", "1"];

        private static readonly string[] Bad =
        [
            "<i9x>", "%3Ci9x%3E", "\"'><i9x>", "%22%27%3E%3Ci9x%3E", "</script><i9x>", "%00", "\0", "%", "%zz", "%c0%af", "%ff", "..", "..%2f..%2f", "%2e%2e/", "\\", "//",
            "é", "%C3%A9", "\u202E", "%E2%80%AE", "\uD83D", "%0d%0aX-Injected:%201", "%0aX-Injected:1", "\t", " ", ";", "&&&", "==", "#", "{0}", "{{i9x}}", "${i9x}", "'--",
            "99999999999999999999", "-1", "0001-01-01", "9999-12-31", "2025-02-30", "1.", "1..", "99.Lf", "１.Lf", "[]", "a[b]=c", "javascript:alert(1)", "https://elsewhere.example/",
        ];

        private static readonly string[] HeaderNames =
        [
            "Host", "Accept-Language", "Accept-Encoding", "Accept", "If-None-Match", "If-Modified-Since", "Range", "User-Agent", "Origin", "Referer", "Cookie",
            "X-Forwarded-For", "X-Forwarded-Proto", "X-Forwarded-Host", "X-Forwarded-Prefix", "X-Original-URL", "X-HTTP-Method-Override", "Content-Type",
            "Transfer-Encoding", "Expect", "Connection", "Sec-WebSocket-Key", "traceparent", "blazor-enhanced-nav",
        ];

        private static readonly string[] HeaderValues =
        [
            "localhost", "127.0.0.1:99999", "localhost:0", "localhost:", "[::1]", "[::1", "elsewhere.example", "fr;q=0.9,en", "de;q=0", "*;q=x,,,;", "xx-<i9x>", "gzip, br;q=0",
            "br;q=99", "identity;q=0, *;q=0", "W/\"<i9x>\"", "\"unclosed", "*", "bytes=0-", "bytes=-1", "bytes=9-1,0-0,5-", "Mozilla/5.0 [FBAN/FBIOS;<i9x>]", "null", "http://<i9x>",
            "1.2.3.4, 5.6.7.8", "::1, fe80::1%eth0", "999.1.1.1", "https", "javascript", "h t t p", "é", "application/json", "multipart/form-data; boundary=<i9x>", "chunked", "100-continue",
            "Upgrade", "keep-alive, Upgrade", "00-ffffffffffffffffffffffffffffffff-ffffffffffffffff-01", "on", "",
        ];

        private static readonly string[] Paths = [.. RealContent.Content.SiteMap.Pages.Where(page => page.Language is "fr" or "en").Select(page => page.Path), .. Files];

        private static readonly Gen<string> Path = Gen.Frequency(
            (2, from path in Gen.Elements(Paths) from bad in Gen.Elements(Bad) select path.Insert(1, bad)),
            (1, Gen.Elements(Paths).Select(path => path.ToUpperInvariant() + "/")),
            (5, Gen.Elements(Paths)));

        private static readonly Gen<string> Value = Gen.Frequency(
            (5, Gen.Elements(Good)),
            (5, Gen.Elements(Bad)),
            (1, from before in Gen.Elements(Good) from bad in Gen.Elements(Bad) from after in Gen.Elements(Good) select before + bad + after),
            (1, from bad in Gen.Elements(Bad) from length in Gen.Choose(0, 5999) select new string(bad[0], length)));

        public static Arbitrary<Request> Any { get; } = Arb.From(
            from method in Gen.Elements(Methods)
            from path in Path
            from queryCount in Gen.Choose(0, 3)
            from queries in Gen.Zip(Gen.Elements(Names), Value, (name, value) => $"{name}={value}").ArrayOf(queryCount)
            from host in Gen.Frequency((7, Gen.Constant<string[]>(["Host: localhost"])), (1, Gen.Constant<string[]>([])))
            from headerCount in Gen.Choose(0, 2)
            from headers in Gen.Zip(Gen.Elements(HeaderNames), Gen.Elements(HeaderValues), (name, value) => $"{name}: {value}").ArrayOf(headerCount)
            select new Request(method, path, queries, [.. host, .. headers]),
            request => Shrinking.Smaller(request.Queries, Shrinking.Smaller).Select(queries => request with { Queries = queries })
                .Concat(Shrinking.Smaller(request.Headers, _ => []).Select(headers => request with { Headers = headers }))
                .Concat(request.Method is "GET" ? [] : [request with { Method = "GET" }]));
    }
}
