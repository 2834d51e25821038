using System.Net;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace OptOutGuide.Tests.Attacks;

/// <summary>A response to HEAD costs the client nothing to receive, so it must not cost the site rendering.</summary>
public sealed class HeadTests(HeadTests.CountingSite site) : IClassFixture<HeadTests.CountingSite>
{
    [Theory]
    [InlineData("/fr/ma-liste")]
    [InlineData("/fr/ma-liste?l=1.Lfs250922c250923")]
    [InlineData("/fr/ma-liste/imprimer?l=1.Lf")]
    [InlineData("/fr/ma-liste/partager?l=1.Lf")]
    [InlineData("/fr/plan?where=FR&have=facebook&linked=unsure&login=no&for=several")]
    [InlineData("/fr/atelier/imprimer?n=30")]
    [InlineData("/fr/guides/facebook?l=1.Lf")]
    public async Task Head_OfWhatIsRenderedForEachRequest_RendersNothing(string path)
    {
        using var client = site.Visitor();

        var before = site.Rendered;
        using var head = await client.SendAsync(new(HttpMethod.Head, path));
        var afterHead = site.Rendered;
        using var whole = await client.GetAsync(path);

        Assert.Equal((0, 1), (afterHead - before, site.Rendered - afterHead));
        await AssertAlikeAsync(head, whole);
    }

    [Theory]
    [InlineData("/fr/ma-liste?l=1.Lf&do=sent.0-0-0")]
    [InlineData("/fr/plan")]
    [InlineData("/fr/reminders.ics?l=1.Lfs261120")]
    [InlineData("/fr/list.json?l=1.Lf")]
    [InlineData("/fr/feed.atom?x")]
    [InlineData("/sitemap.xml?x")]
    [InlineData("/fr/site.webmanifest")]
    [InlineData("/robots.txt")]
    [InlineData("/fr/textes/relance.txt")]
    [InlineData("/offline.js")]
    [InlineData("/")]
    [InlineData("/FR/MA-LISTE")]
    public async Task Head_OfAFileOrARedirect_IsAnsweredLikeGet(string path)
    {
        using var client = site.Visitor();

        using var head = await client.SendAsync(new(HttpMethod.Head, path));
        using var whole = await client.GetAsync(path);

        Assert.InRange((int)whole.StatusCode, 200, 399);
        await AssertAlikeAsync(head, whole);
    }

    [Theory]
    [InlineData("/fr/reminders.ics?l=1.Lf")]
    [InlineData("/.well-known/security.txt")]
    [InlineData("/fr/nulle-part")]
    public async Task Head_OfWhatIsNotThere_IsAnsweredLikeGet(string path)
    {
        using var client = site.Visitor();

        using var head = await client.SendAsync(new(HttpMethod.Head, path));
        using var whole = await client.GetAsync(path);

        Assert.Equal(HttpStatusCode.NotFound, head.StatusCode);
        await AssertAlikeAsync(head, whole);
    }

    private static async Task AssertAlikeAsync(HttpResponseMessage head, HttpResponseMessage whole)
    {
        Assert.Empty(await head.Content.ReadAsByteArrayAsync());
        Assert.Equal(whole.StatusCode, head.StatusCode);
        Assert.Equal(Headers(whole), Headers(head));
    }

    [Fact]
    public async Task Fault_AskedForAgain_RendersNothing()
    {
        using var client = site.Visitor();
        using var first = await client.GetAsync("/fr/nulle-part");
        var before = site.Rendered;

        using var again = await client.GetAsync("/fr/ailleurs?x=1");

        Assert.Equal(HttpStatusCode.NotFound, again.StatusCode);
        Assert.Equal(await first.Content.ReadAsStringAsync(), await again.Content.ReadAsStringAsync());
        Assert.Equal(before, site.Rendered);
    }

    /// <summary>All headers except those that need the body.</summary>
    private static string[] Headers(HttpResponseMessage response) =>
    [
        .. response.Headers.Concat(response.Content.Headers)
            .Where(header => header.Key is not ("Date" or "Content-Length" or "Content-Encoding"))
            .Select(header => $"{header.Key}: {string.Join(", ", header.Value)}")
            .Order(StringComparer.Ordinal),
    ];

    public sealed class CountingSite : IDisposable
    {
        private readonly RenderGate _gate = new();
        private readonly InProcessSite _site;

        public CountingSite() => _site = new(services => services.AddSingleton<IComponentActivator>(_gate)) { Time = TestClock.Noon };

        public int Rendered => _gate.Rendered;

        public HttpClient Visitor() => _site.Visitor();

        public void Dispose()
        {
            _site.Dispose();
            _gate.Dispose();
        }
    }
}
