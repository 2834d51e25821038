using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace OptOutGuide.Tests.Caching;

/// <summary>A page is rendered once, until its content changes.</summary>
public sealed class CachedPageTests
{
    private const string Guide = "/fr/guides/facebook";

    [Fact]
    public async Task Page_FromMemory_AnswersLikeTheFirstTime()
    {
        using var gate = new RenderGate();
        await using var fresh = new InProcessSite(services => services.AddSingleton<IComponentActivator>(gate)) { Time = TestClock.Noon };
        using var client = fresh.Visitor();

        var first = await client.GetAsync(Guide);
        var second = await client.GetAsync(Guide);

        Assert.Equal(PageCacheTests.Headers(first), PageCacheTests.Headers(second));
        Assert.Equal(await first.Content.ReadAsStringAsync(), await second.Content.ReadAsStringAsync());
        Assert.Equal("text/html; charset=utf-8", second.Content.Headers.ContentType?.ToString());
        Assert.Equal(1, gate.Rendered);
    }

    [Fact]
    public async Task Page_RequestedConcurrently_IsRenderedOnce()
    {
        using var gate = new RenderGate();
        var arrivals = new ArrivalCounter();
        await using var fresh = new InProcessSite(services => services.AddSingleton<IComponentActivator>(gate).AddSingleton<IStartupFilter>(arrivals));
        using var client = fresh.Visitor();
        // Answered once all content is read, without rendering.
        await client.GetAsync("/");
        var before = arrivals.Waited;
        gate.Hold();

        var requests = Enumerable.Range(0, 30).Select(_ => Task.Run(() => client.GetStringAsync(Guide))).ToArray();
        gate.WaitUntilRendering();
        await Eventually.TrueAsync(() => arrivals.Waited >= before + 29);
        gate.Release();
        var pages = await Task.WhenAll(requests);

        Assert.Single(pages.Distinct());
        Assert.Equal(1, gate.Rendered);
    }

    [Fact]
    public async Task Content_Reloaded_ShowsOnEveryPageAtOnce()
    {
        using var content = new ContentCopy();
        await using var fresh = new InProcessSite(null, ("Site:ContentFolder", content.Root));
        using var client = fresh.Visitor();
        var before = await client.GetAsync(Guide);
        content.Replace("fr/guides/facebook.md", "title: S’opposer sur Facebook", "title: Un titre tout neuf");

        Assert.True(fresh.Services.GetRequiredService<ContentLibrary>().Reload());
        var after = await client.GetAsync(Guide);

        Assert.Contains("Un titre tout neuf", await after.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.NotEqual(before.Headers.ETag, after.Headers.ETag);
    }

    [Fact]
    public async Task Content_ReloadedWhileAPageIsRendered_IsNeverShownAsItWas()
    {
        using var content = new ContentCopy();
        using var gate = new RenderGate();
        await using var fresh = new InProcessSite(services => services.AddSingleton<IComponentActivator>(gate), ("Site:ContentFolder", content.Root));
        using var client = fresh.Visitor();
        gate.Hold();
        var early = Task.Run(() => client.GetStringAsync(Guide));
        gate.WaitUntilRendering();
        content.Replace("fr/guides/facebook.md", "title: S’opposer sur Facebook", "title: Un titre tout neuf");

        Assert.True(fresh.Services.GetRequiredService<ContentLibrary>().Reload());
        gate.Release();

        Assert.DoesNotContain("Un titre tout neuf", await early, StringComparison.Ordinal);
        Assert.Contains("Un titre tout neuf", await client.GetStringAsync(Guide), StringComparison.Ordinal);
    }
}
