using System.Net.Sockets;
using System.Text;
using System.Text.RegularExpressions;

namespace OptOutGuide.Tests.Edge;

/// <summary>
/// Every address with random methods, paths, queries and headers, the same at each run. Each request is spoken word by word,
/// so that nothing on our own side makes it decent first.
/// </summary>
public sealed partial class RequestFuzzTests : IAsyncLifetime
{
    private const int Requests = 4000;
    private const string Canary = "<i9x";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private static readonly string[] Files =
    [
        "/", "/fr/feed.atom", "/fr/reminders.ics", "/fr/list.json", "/en/reminders.ics", "/icon.svg", "/site.css", "/device.js",
        "/_framework/blazor.web.js", "/_blazor", "/_blazor/negotiate", "/_blazor/initializers", "/_blazor/disconnect",
        "/health/live", "/health/ready", "/robots.txt", "/.well-known/security.txt", "/appsettings.json", "/OptOutGuide.dll",
    ];

    private static readonly string[] Methods = ["GET", "GET", "GET", "GET", "GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS", "PATCH", "TRACE", "CONNECT", "get", "<i9x>"];

    private static readonly string[] Names =
        ["l", "at", "mark", "on", "person", "country", "n", "where", "have", "linked", "login", "for", "id", "negotiateVersion", "q", "<i9x>"];

    private static readonly string[] Good =
        ["1.Lf", "1.CFR-Lfs250522c250523it-Uff-Rws250522.Nfi-Rn", "0-0-0", "sent", "2025-05-27", "0", "FR", "20", "facebook", "unsure", "several", "1"];

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

    /// <summary>What is hardly a request at all.</summary>
    private static readonly string[] Malformed =
    [
        "\r\n\r\n", "GET\r\n\r\n", "GET /fr/\r\n\r\n", "GET /fr/ HTTP/9.9\r\n\r\n", "GET /fr/ HTTP/1.1\r\n\r\n", "GET  /fr/  HTTP/1.1\r\nHost: localhost\r\n\r\n",
        "GET /fr/ HTTP/1.1\r\nHost: localhost\r\nHost: localhost\r\n\r\n", "GET http://elsewhere.example/fr/ HTTP/1.1\r\nHost: localhost\r\n\r\n",
        "GET /fr/ HTTP/1.1\r\nHost: localhost\r\nContent-Length: -1\r\n\r\n", "GET /fr/ HTTP/1.1\r\nHost: localhost\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
        "POST /_blazor/disconnect HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n\r\n", "GET /fr/ HTTP/1.1\nHost: localhost\n\n", "GET /fr/ HTTP/1.1\r\nHost : localhost\r\n\r\n",
        "GET /fr/ HTTP/1.1\r\nHost: localhost\r\n folded: 1\r\n\r\n", "GET /fr/ HTTP/1.1\r\nHost: localhost\r\nX\0: 1\r\n\r\n", "GET * HTTP/1.1\r\nHost: localhost\r\n\r\n",
        "\u0016\u0003\u0001\u0002\0\u0001", "GET /fr/ HTTP/1.0\r\n\r\n", "GET /%",
    ];

    private readonly RunningSite _site = new() { Settings = ["--Site:TrustedProxies=127.0.0.1"] };

    public Task InitializeAsync() => _site.InitializeAsync();

    public Task DisposeAsync() => _site.DisposeAsync();

    [Fact]
    public async Task Request_OfAnyKind_NeverFailsAndNeverSpeaksBack()
    {
        var random = new Random(20250527);
        string[] paths = [.. RealContent.Content.SiteMap.Pages.Select(page => page.Path), .. Files];
        string[] requests = [.. Malformed, .. Enumerable.Range(0, Requests).Select(_ => Request(random, paths))];
        var answered = 0;

        await Parallel.ForEachAsync(requests, new ParallelOptions { MaxDegreeOfParallelism = 4 }, async (request, _) =>
        {
            var answer = await AskAsync(request);
            if (answer.Length > 0)
            {
                Interlocked.Increment(ref answered);
                AssertHarmless(request, answer);
            }
        });

        // Those that are no request at all may be hung up on.
        Assert.InRange(answered, Requests, requests.Length);
        Assert.StartsWith("HTTP/1.1 200 ", await AskAsync("GET /fr/ HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"), StringComparison.Ordinal);
        Assert.DoesNotContain("\"Level\":\"Error\"", _site.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("nhandled exception", _site.Output, StringComparison.Ordinal);
    }

    private static string Request(Random random, string[] paths)
    {
        var request = new StringBuilder();
        request.Append(Pick(Methods)).Append(' ').Append(Path());
        for (var count = random.Next(4); count > 0; count--)
        {
            request.Append(request.ToString().Contains('?', StringComparison.Ordinal) ? '&' : '?').Append(Pick(Names)).Append('=').Append(Value());
        }

        request.Append(" HTTP/1.1\r\n");
        if (random.Next(8) > 0)
        {
            request.Append("Host: localhost\r\n");
        }

        for (var count = random.Next(3); count > 0; count--)
        {
            request.Append(Pick(HeaderNames)).Append(": ").Append(Pick(HeaderValues)).Append("\r\n");
        }

        return request.Append("Connection: close\r\n\r\n").ToString();

        string Pick(string[] from) => from[random.Next(from.Length)];

        string Path() => random.Next(4) switch
        {
            0 => Pick(paths).Insert(1, Pick(Bad)),
            1 when random.Next(2) == 0 => Pick(paths).ToUpperInvariant() + "/",
            _ => Pick(paths),
        };

        string Value() => random.Next(12) switch
        {
            < 5 => Pick(Good),
            < 10 => Pick(Bad),
            10 => Pick(Good) + Pick(Bad) + Pick(Good),
            _ => new string(Pick(Bad)[0], random.Next(6000)),
        };
    }

    private static void AssertHarmless(string request, string answer)
    {
        var (head, body) = answer.Split("\r\n\r\n", 2) is [var first, var rest] ? (first, rest) : (answer, "");
        Assert.True(Status().IsMatch(answer), $"{head.Split('\r')[0]}: {request}");
        Assert.False(head.Contains("\nX-Injected", StringComparison.Ordinal), $"A header of the request's own: {request}");
        Assert.False(head.Contains("\nSet-Cookie", StringComparison.OrdinalIgnoreCase), $"A cookie: {request}");
        Assert.False(body.Contains(Canary, StringComparison.OrdinalIgnoreCase), $"Spoken back: {request}");
    }

    private async Task<string> AskAsync(string request)
    {
        using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
        await socket.ConnectAsync(_site.Address.Host, _site.Address.Port);
        var answer = new MemoryStream();
        try
        {
            await socket.SendAsync(Encoding.UTF8.GetBytes(request));
            var buffer = new byte[16 * 1024];
            while (true)
            {
                using var patience = new CancellationTokenSource(Patience);
                var read = await socket.ReceiveAsync(buffer, patience.Token);
                if (read == 0)
                {
                    break;
                }

                answer.Write(buffer, 0, read);
            }
        }
        catch (Exception end) when (end is SocketException or OperationCanceledException)
        {
            // The server hung up, or waits for the rest of what it takes for half a request; what it said before counts.
        }

        return Encoding.UTF8.GetString(answer.ToArray());
    }

    /// <summary>No fault of the server; 505 is its word on a version of HTTP that there is not.</summary>
    [GeneratedRegex(@"^HTTP/1\.1 ([1-4]\d\d|505) ")]
    private static partial Regex Status();
}
