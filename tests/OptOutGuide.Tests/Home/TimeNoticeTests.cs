using AngleSharp.Dom;
using Microsoft.Extensions.Time.Testing;

namespace OptOutGuide.Tests.Home;

public sealed class TimeNoticeTests
{
    [Theory]
    [InlineData("2025-04-20T10:00:00+02:00", "dans 37 jours", true)]
    [InlineData("2025-05-25T09:59:50+02:00", "dans 1 j, 14 h et 0 min", true)]
    [InlineData("2025-05-27T12:00:00+02:00", "commence aujourd’hui", false)]
    [InlineData("2026-11-22T10:00:00+01:00", "a commencé le 27 mai 2025", false)]
    public async Task Home_AtAnyMoment_SaysWhereOneStands(string now, string expected, bool hasCountdown)
    {
        await using var site = new InProcessSite { Time = new FakeTimeProvider(DateTimeOffset.Parse(now, null)) };
        using var client = site.Visitor();

        var page = RealContent.ParseHtml(await client.GetStringAsync("/fr/"));

        var notice = page.QuerySelectorAll("section").First(section => section.QuerySelector("h2")?.TextContent == "Où en est-on\u00A0?");
        Assert.Contains(expected, notice.TextContent, StringComparison.Ordinal);
        Assert.Equal(hasCountdown, page.Scripts.Any(script => script.Source?.Contains("TimeNotice", StringComparison.Ordinal) is true));
        Assert.Equal(3, notice.QuerySelectorAll("ol > li").Length);
        Assert.Empty(notice.QuerySelectorAll("[role=timer], [aria-live]"));
    }

    [Fact]
    public async Task ClockPreview_OutsideProduction_IsTheTimeOfTheSite()
    {
        await using var site = new InProcessSite(null, ("Clock:Now", "2025-05-27T12:00:00+02:00"));
        using var client = site.Visitor();

        var html = await client.GetStringAsync("/fr/");

        Assert.Contains("commence aujourd’hui", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ClockPreview_InProduction_IsRefused()
    {
        var (exitCode, output) = await RunningSite.RunAsync("--Clock:Now=2025-05-25T10:00:00+02:00", "--urls", "http://127.0.0.1:0");

        Assert.NotEqual(0, exitCode);
        Assert.Contains("refused in Production", output, StringComparison.Ordinal);
    }
}
