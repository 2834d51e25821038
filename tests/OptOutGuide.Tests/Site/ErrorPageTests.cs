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
