using System.Text.RegularExpressions;
using Microsoft.Extensions.Time.Testing;

namespace OptOutGuide.Tests.Caching;

/// <summary>No page is cached longer than its text is valid.</summary>
public sealed partial class CacheFreshnessTests
{
    [Theory]
    [InlineData("/fr/guides/facebook", "2026-11-22T10:00:00+01:00", 300)]
    [InlineData("/fr/guides/facebook", "2026-11-22T23:58:00+01:00", 120)]
    [InlineData("/fr/guides/facebook", "2026-11-22T23:59:59.5+01:00", 0)]
    [InlineData("/fr/", "2026-11-22T10:00:00+01:00", 300)]
    [InlineData("/fr/", "2025-05-26T23:59:15+02:00", 45)]
    [InlineData("/fr/", "2025-05-25T09:59:50+02:00", 10)]
    [InlineData("/fr/", "2025-05-23T23:59:45+02:00", 15)]
    [InlineData("/fr/guides/facebook", "2025-05-25T09:59:50+02:00", 300)]
    public async Task CachedPage_ExpiresWhenItsTextChanges(string path, string now, int seconds)
    {
        await using var site = new InProcessSite { Time = new FakeTimeProvider(DateTimeOffset.Parse(now, null)) };
        using var client = site.Visitor();

        var response = await client.GetAsync(path);

        Assert.Equal(TimeSpan.FromSeconds(seconds), response.Headers.CacheControl?.MaxAge);
        Assert.True(response.Headers.CacheControl?.Public);
    }

    [Theory]
    [InlineData("/fr/", "2025-05-26T23:59:30+02:00", "2025-05-27T00:00:00+02:00", "commence aujourd’hui")]
    [InlineData("/fr/", "2025-05-25T09:59:50+02:00", "2025-05-25T10:00:41+02:00", "1 j, 13 h et 59 min")]
    [InlineData("/fr/guides/facebook/imprimer", "2026-11-22T23:59:59+01:00", "2026-11-23T00:00:00+01:00", "23 novembre 2026")]
    public async Task Page_OnceItsWordsChange_SaysTheNewOnes(string path, string before, string after, string expected)
    {
        var time = new FakeTimeProvider(DateTimeOffset.Parse(before, null));
        await using var site = new InProcessSite { Time = time };
        using var client = site.Visitor();
        Assert.DoesNotContain(expected, await client.GetStringAsync(path), StringComparison.Ordinal);

        time.AdjustTime(DateTimeOffset.Parse(after, null));

        Assert.Contains(expected, await client.GetStringAsync(path), StringComparison.Ordinal);
    }

    /// <summary>A node may start with a clock that is far ahead and is corrected later.</summary>
    [Fact]
    public async Task Page_RenderedByAClockAhead_IsRenderedAgainOnceTheClockIsRight()
    {
        var time = new FakeTimeProvider(DateTimeOffset.Parse("2029-01-05T10:00:00+01:00", null));
        await using var site = new InProcessSite { Time = time };
        using var client = site.Visitor();
        Assert.Contains("5 janvier 2029", await client.GetStringAsync("/fr/guides/facebook/imprimer"), StringComparison.Ordinal);

        time.AdjustTime(DateTimeOffset.Parse("2026-11-22T10:00:00+01:00", null));

        Assert.Contains("22 novembre 2026", await client.GetStringAsync("/fr/guides/facebook/imprimer"), StringComparison.Ordinal);
    }

    /// <summary>Every page, not only those known to contain today's date, so that new pages are covered.</summary>
    [Theory]
    [InlineData("2026-11-22T23:55:30+01:00")]
    [InlineData("2025-05-25T09:59:50+02:00")]
    public async Task EveryPage_UntilItExpires_WouldBeRenderedTheSame(string moment)
    {
        var start = DateTimeOffset.Parse(moment, null);
        var time = new FakeTimeProvider(start);
        await using var site = new InProcessSite(null, ("Site:RenderMillisecondsPerMinute", "1000000")) { Time = time };
        using var client = site.Visitor();
        foreach (var path in RealContent.FrenchPages.Where(page => page.Kind is not (PageKind.List or PageKind.ListDone or PageKind.Plan)).Select(page => page.Path))
        {
            time.AdjustTime(start);
            var cached = await client.GetAsync(path);
            time.AdjustTime(start + (cached.Headers.CacheControl?.MaxAge ?? TimeSpan.Zero) - TimeSpan.FromMilliseconds(1));

            // With a list in its address a page is rendered again.
            var rendered = await client.GetStringAsync(path + "?l=");

            Assert.Equal(WithoutMoment(rendered), WithoutMoment(await cached.Content.ReadAsStringAsync()));
        }
    }

    [Fact]
    public async Task Page_SameWordsOnTheNextDay_KeepsItsTag()
    {
        var time = new FakeTimeProvider(DateTimeOffset.Parse("2026-11-23T10:00:00+01:00", null));
        await using var site = new InProcessSite { Time = time };
        using var client = site.Visitor();
        var today = await client.GetAsync("/fr/guides/facebook");

        time.AdjustTime(time.GetUtcNow().AddDays(1));
        var tomorrow = await client.GetAsync("/fr/guides/facebook");

        Assert.Equal(today.Headers.ETag, tomorrow.Headers.ETag);
        Assert.Equal(TimeSpan.FromMinutes(5), tomorrow.Headers.CacheControl?.MaxAge);
    }

    /// <summary>The moment of rendering, from which the page's script counts: it changes no text.</summary>
    private static string WithoutMoment(string html) => Moment.Replace(html, "");

    [GeneratedRegex("data-now=\"[^\"]*\"")]
    private static partial Regex Moment { get; }
}
