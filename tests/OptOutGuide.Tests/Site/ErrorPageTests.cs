using System.IO.Compression;
using System.Net;

namespace OptOutGuide.Tests.Site;

public sealed class ErrorPageTests
{
    [Fact]
    public async Task Fault_WhileRendering_ShowsAPlainPageAndLeaksNothing()
    {
        await using var site = new InProcessSite { Time = new FaultyOnce() };
        using var client = site.Visitor();

        var response = await client.GetAsync("/fr/");
        var html = await response.Content.ReadAsStringAsync();

        Assert.Equal(HttpStatusCode.InternalServerError, response.StatusCode);
        Assert.Equal("Un problème est survenu", RealContent.ParseHtml(html).QuerySelector("h1")?.TextContent);
        Assert.DoesNotContain("secret detail", html, StringComparison.Ordinal);
        Assert.Single(response.Headers.GetValues("Content-Security-Policy"));
    }

    /// <summary>A missing file of a list is answered by another code path than a missing page.</summary>
    [Theory]
    [InlineData("/fr/reminders.ics?l=1.Lf", "br")]
    [InlineData("/fr/reminders.ics?l=1.Lf", "gzip")]
    [InlineData("/xx/feed.atom", "br")]
    [InlineData("/fr/nulle-part", "br")]
    public async Task Page_ForWhatIsNotThere_IsCompressedOnce(string path, string coding)
    {
        await using var site = new InProcessSite();
        using var client = site.Visitor();
        client.DefaultRequestHeaders.Add("Accept-Encoding", coding);

        var response = await client.GetAsync(path);

        var body = await response.Content.ReadAsStreamAsync();
        await using Stream plain = coding is "br" ? new BrotliStream(body, CompressionMode.Decompress) : new GZipStream(body, CompressionMode.Decompress);
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Equal([coding], response.Content.Headers.ContentEncoding);
        Assert.Equal(["Accept-Encoding"], response.Headers.Vary);
        Assert.StartsWith("<!DOCTYPE html>", await new StreamReader(plain).ReadToEndAsync(), StringComparison.Ordinal);
    }

    private sealed class FaultyOnce : TimeProvider
    {
        private bool _hasFailed;

        public override DateTimeOffset GetUtcNow()
        {
            if (_hasFailed)
            {
                return base.GetUtcNow();
            }

            _hasFailed = true;
            throw new InvalidOperationException("secret detail");
        }
    }
}
