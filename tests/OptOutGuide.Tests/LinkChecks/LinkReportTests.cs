using System.Globalization;
using System.Text.Json;
using OptOutGuide.LinkChecks;

namespace OptOutGuide.Tests.LinkChecks;

public sealed class LinkReportTests
{
    private static readonly Uri Page = new("https://one.example/page");
    private static readonly DateOnly Monday = new(2026, 11, 23);
    private static readonly DateOnly NextMonday = new(2026, 11, 30);

    [Theory]
    [InlineData(LinkOutcome.Answered, LinkOutcome.Answered, "2026-11-30", false)]
    [InlineData(LinkOutcome.Answered, LinkOutcome.NeedsLogin, "2026-11-30", false)]
    [InlineData(LinkOutcome.Answered, LinkOutcome.Gone, "2026-11-23", true)]
    [InlineData(LinkOutcome.NeedsLogin, LinkOutcome.Unreachable, "2026-11-23", true)]
    [InlineData(LinkOutcome.Gone, LinkOutcome.Gone, null, false)]
    [InlineData(LinkOutcome.Gone, LinkOutcome.Answered, "2026-11-30", false)]
    internal void After_TwoChecks_KeepsTheLastDayOfAnAnswer(LinkOutcome first, LinkOutcome second, string? answered, bool isLost)
    {
        var before = LinkReport.After(null, [new LinkVisit(Page, first)], Monday);

        var after = LinkReport.After(before, [new LinkVisit(Page, second)], NextMonday);

        Assert.Equal(answered, after.Addresses[Page.AbsoluteUri].Answered?.ToString("O", CultureInfo.InvariantCulture));
        Assert.Equal(isLost ? [Page.AbsoluteUri] : [], after.Lost);
    }

    [Fact]
    public void Report_WrittenIntoTheContentFolder_ShowsWhenALinkAnswered()
    {
        using var folder = new ContentFixture();
        var url = folder.Load().Content!.Links["facebook-short"].Url;

        LinkReport.After(null, [new LinkVisit(url, LinkOutcome.NeedsLogin, 200, Title: "« Titre » : \"été\"")], new(2026, 11, 20)).Write(Path.Combine(folder.Root, "links-report.json"));

        Assert.Equal(new DateOnly(2026, 11, 20), folder.Load().Content!.Links["facebook-short"].AnsweredOn);
    }

    /// <summary>Another site's title is not ours to correct: it must not make our content invalid.</summary>
    [Theory]
    [InlineData("F\u0430cebook")]
    [InlineData("pay\u202Eexe")]
    [InlineData("caf\uFFFD")]
    public void Report_WithATitleThatDeceives_IsReadWithTheContent(string title)
    {
        using var folder = new ContentFixture();
        var url = folder.Load().Content!.Links["facebook-short"].Url;

        LinkReport.After(null, [new LinkVisit(url, LinkOutcome.Answered, 200, Title: title)], new(2026, 11, 20)).Write(Path.Combine(folder.Root, "links-report.json"));

        var (content, problems) = folder.Load();
        Assert.Empty(problems);
        Assert.NotNull(content!.Links["facebook-short"].AnsweredOn);
    }

    [Fact]
    public void Report_ReadAgain_IsTheSame()
    {
        var file = Path.GetTempFileName();
        try
        {
            var report = LinkReport.After(null, [new LinkVisit(Page, LinkOutcome.Answered, 200, new("https://one.example/new"), "Title"), new LinkVisit(new("https://two.example/"), LinkOutcome.Unreachable, Error: "no such host")], Monday);
            report.Write(file);

            Assert.Equal(JsonSerializer.Serialize(report), JsonSerializer.Serialize(LinkReport.Read(file)));
        }
        finally
        {
            File.Delete(file);
        }
    }
}
