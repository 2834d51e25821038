using System.IO.Compression;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace OptOutGuide.Tests.Caching;

[Collection("site")]
public sealed class PageCacheTests(RunningSite site) : IDisposable
{
    private const string Guide = "/fr/guides/facebook";

    private readonly HttpClient _client = new(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = site.Address };

    public void Dispose() => _client.Dispose();

    [Theory]
    [InlineData("br", "br")]
    [InlineData("gzip, deflate, br, zstd", "br")]
    [InlineData("gzip, deflate", "gzip")]
    [InlineData("br;q=0.5, gzip;q=0.8", "gzip")]
    [InlineData("br;q=0, gzip", "gzip")]
    [InlineData("BR", "br")]
    [InlineData("*", "br")]
    [InlineData("*;q=0", null)]
    [InlineData("identity", null)]
    [InlineData("deflate", null)]
    [InlineData("", null)]
    public async Task Page_AskedInAnyCoding_IsTheSameText(string wish, string? expected)
    {
        var plain = await (await AskAsync(Guide)).Content.ReadAsStringAsync();

        var response = await AskAsync(Guide, ("Accept-Encoding", wish));

        Assert.Equal(expected, response.Content.Headers.ContentEncoding.SingleOrDefault());
        Assert.Equal(plain, await TextAsync(response));
        Assert.Equal("Accept-Encoding", Assert.Single(response.Headers.Vary));
    }

    [Fact]
    public async Task Page_InEachCoding_HasATagOfItsOwn()
    {
        string?[] tags =
        [
            await TagAsync("br"),
            await TagAsync("gzip"),
            await TagAsync("identity"),
        ];

        Assert.All(tags, tag => Assert.StartsWith("\"", tag, StringComparison.Ordinal));
        Assert.Equal(3, tags.Distinct().Count());
    }

    [Theory]
    [InlineData("{0}", true)]
    [InlineData("W/{0}", true)]
    [InlineData("\"other\", {0}", true)]
    [InlineData("\"a\",W/{0},\"b\"", true)]
    [InlineData("*", true)]
    [InlineData("\"other\"", false)]
    [InlineData("W/\"other\"", false)]
    public async Task Page_KnownToTheVisitor_IsNotSentAgain(string tags, bool isKnown)
    {
        var tag = await TagAsync("br");

        var response = await AskAsync(Guide, ("Accept-Encoding", "br"), ("If-None-Match", string.Format(null, tags, tag)));

        Assert.Equal(isKnown ? HttpStatusCode.NotModified : HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(isKnown, (await response.Content.ReadAsByteArrayAsync()).Length == 0);
        Assert.Equal(tag, response.Headers.ETag?.ToString());
        Assert.Equal("Accept-Encoding", Assert.Single(response.Headers.Vary));
        Assert.NotNull(response.Headers.CacheControl?.MaxAge);
        Assert.Single(response.Headers.GetValues("Content-Security-Policy"));
    }

    [Theory]
    [InlineData(Guide)]
    [InlineData("/fr/feed.atom")]
    [InlineData("/fr/site.webmanifest")]
    [InlineData("/sitemap.xml")]
    public async Task Page_AskedForItsHead_SaysWhatTheWholeWouldSay(string path)
    {
        var whole = await AskAsync(path, ("Accept-Encoding", "gzip"));
        using var request = new HttpRequestMessage(HttpMethod.Head, path) { Headers = { { "Accept-Encoding", "gzip" } } };

        var head = await _client.SendAsync(request);

        Assert.Empty(await head.Content.ReadAsByteArrayAsync());
        Assert.Equal(HeadersAtAnyTime(whole), HeadersAtAnyTime(head));
    }

    [Fact]
    public async Task Head_AskedFirst_LeavesTheWholePageForTheNext()
    {
        await using var fresh = new InProcessSite { Time = TestClock.Noon };
        using var client = fresh.Visitor();
        using var request = new HttpRequestMessage(HttpMethod.Head, Guide);

        var head = await client.SendAsync(request);
        var whole = await client.GetAsync(Guide);

        Assert.Equal(Headers(whole), Headers(head));
        Assert.Contains("</html>", await whole.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Hosts_WithoutAnAddressOfTheirOwn_AreNeverMixed()
    {
        foreach (var _ in Enumerable.Range(0, 2))
        {
            foreach (var host in new[] { "localhost", "127.0.0.1", "[::1]" })
            {
                var page = RealContent.ParseHtml(await (await AskAsync(Guide, ("Host", host))).Content.ReadAsStringAsync());

                Assert.Equal($"http://{host}{Guide}", page.QuerySelector("link[rel=canonical]")?.GetAttribute("href"));
            }
        }
    }

    [Theory]
    [InlineData("/fr/ma-liste")]
    [InlineData("/fr/ma-liste?l=1.Lfs250522i")]
    [InlineData("/fr/ma-liste/imprimer?l=1.Lfs250522i")]
    [InlineData("/fr/ma-liste/partager")]
    [InlineData("/fr/questions?where=FR")]
    [InlineData("/fr/questions?where=FR&fbclid=IwAR0")]
    [InlineData("/fr/atelier?n=3")]
    [InlineData("/fr/reminders.ics")]
    [InlineData("/fr/list.json")]
    [InlineData("/fr/nulle-part")]
    [InlineData("/")]
    public async Task Address_OfOneVisitorOrNone_IsKeptByNobody(string path)
    {
        var response = await AskAsync(path);

        Assert.True(response.Headers.CacheControl?.NoStore, $"{response.StatusCode} {response.Headers.CacheControl}");
        Assert.Null(response.Headers.ETag);
    }

    /// <summary>Apps add fields of their own to an address; whoever comes from Facebook comes with <c>fbclid</c>.</summary>
    [Theory]
    [InlineData(Guide, "?fbclid=IwAR0x_y-z&utm_source=fb")]
    [InlineData("/fr/", "?utm_source=newsletter&utm_campaign=mai")]
    [InlineData("/fr/guides/facebook/partager", "?gclid=1")]
    [InlineData("/fr/guides/facebook/imprimer", "?mc_cid=1&mc_eid=2")]
    [InlineData("/fr/questions", "?fbclid=1")]
    [InlineData("/fr/atelier", "?fbclid=1")]
    [InlineData(Guide, "?")]
    [InlineData(Guide, "?=&&x")]
    public async Task Query_ThatThePageDoesNotRead_GivesThePageFromMemory(string path, string query)
    {
        using var gate = new RenderGate();
        await using var fresh = new InProcessSite(services => services.AddSingleton<IComponentActivator>(gate)) { Time = TestClock.Noon };
        using var client = fresh.Visitor();
        var plain = await client.GetAsync(path);

        var response = await client.GetAsync(path + query);

        Assert.NotNull(plain.Headers.ETag);
        Assert.Equal(Headers(plain), Headers(response));
        Assert.Equal(await plain.Content.ReadAsStringAsync(), await response.Content.ReadAsStringAsync());
        Assert.Equal(1, gate.Rendered);
    }

    [Theory]
    [InlineData("/fr/feed.atom", "?utm_source=feed")]
    [InlineData("/sitemap.xml", "?v=2")]
    [InlineData("/offline.js", "?v=2")]
    public async Task Query_OfAnAddressWithoutPage_ChangesNothing(string path, string query)
    {
        var plain = await AskAsync(path);

        var response = await AskAsync(path + query);

        Assert.NotNull(plain.Headers.ETag);
        Assert.Equal(HeadersAtAnyTime(plain), HeadersAtAnyTime(response));
        Assert.Equal(await plain.Content.ReadAsStringAsync(), await response.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Query_OfTheFirstVisitor_IsNotInThePageOfTheNext()
    {
        await using var fresh = new InProcessSite();
        using var client = fresh.Visitor();

        var first = await client.GetStringAsync(Guide + "?zz=250522&fbclid=IwAR250522");
        var next = await client.GetStringAsync(Guide);

        Assert.DoesNotContain("250522", first, StringComparison.Ordinal);
        Assert.Equal(first, next);
    }

    [Fact]
    public async Task List_Rendered_IsSentCompressed()
    {
        var plain = await (await AskAsync("/fr/ma-liste/imprimer?l=1.Lfs250522i")).Content.ReadAsStringAsync();

        var response = await AskAsync("/fr/ma-liste/imprimer?l=1.Lfs250522i", ("Accept-Encoding", "br"));

        Assert.Equal("br", Assert.Single(response.Content.Headers.ContentEncoding));
        Assert.Equal(plain, await TextAsync(response));
    }

    internal static string[] Headers(HttpResponseMessage response) =>
    [
        .. response.Headers.Concat(response.Content.Headers)
            .Where(header => header.Key is not "Date")
            .Select(header => $"{header.Key}: {string.Join(", ", header.Value)}")
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>Without max-age, which falls from one response to the next in the last minutes before midnight.</summary>
    private static string[] HeadersAtAnyTime(HttpResponseMessage response)
    {
        Assert.NotNull(response.Headers.CacheControl!.MaxAge);
        response.Headers.CacheControl.MaxAge = null;
        return Headers(response);
    }

    private static async Task<string> TextAsync(HttpResponseMessage response)
    {
        var body = await response.Content.ReadAsStreamAsync();
        using var text = new StreamReader(response.Content.Headers.ContentEncoding.SingleOrDefault() switch
        {
            "br" => new BrotliStream(body, CompressionMode.Decompress),
            "gzip" => new GZipStream(body, CompressionMode.Decompress),
            _ => body,
        });
        return await text.ReadToEndAsync();
    }

    private async Task<string?> TagAsync(string coding) => (await AskAsync(Guide, ("Accept-Encoding", coding))).Headers.ETag?.ToString();

    private async Task<HttpResponseMessage> AskAsync(string path, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return await _client.SendAsync(request);
    }
}
