using System.Globalization;
using System.Text.RegularExpressions;

namespace OptOutGuide.Tests.Site;

/// <summary>Machine-readable output does not depend on the culture of the machine.</summary>
public sealed partial class CultureTests
{
    private static readonly string[] DateAttributes = ["min", "max", "value"];

    [Theory]
    [InlineData("th_TH.UTF-8")]
    [FullData("ar_SA.UTF-8")]
    [FullData("fa_IR.UTF-8")]
    [Trait("Suite", "Sample")]
    public async Task MachineReadableDates_WhateverTheMachinesLanguage_AreGregorian(string language)
    {
        await using var site = await new RunningSite { Variables = new Dictionary<string, string> { ["LANG"] = language, ["LC_ALL"] = language } }.StartAsync();
        using var client = new HttpClient { BaseAddress = site.Address };
        List<string> dates = [];

        foreach (var path in RealContent.PageOfEachKind.Select(RealContent.Address))
        {
            var page = RealContent.ParseHtml(await client.GetStringAsync(path));
            dates.AddRange(page.QuerySelectorAll("time").Select(time => time.GetAttribute("datetime")!));
            dates.AddRange(page.QuerySelectorAll("input[type=date]").SelectMany(field => DateAttributes.Select(field.GetAttribute)).OfType<string>());
            dates.AddRange(page.QuerySelectorAll("script[type='application/ld+json']").SelectMany(data => IsoDate().Matches(data.TextContent)).Select(match => match.Value));
        }

        dates.AddRange(IsoDate().Matches(await client.GetStringAsync("/sitemap.xml")).Select(match => match.Value));
        dates.AddRange(IsoDate().Matches(await client.GetStringAsync("/fr/feed.atom")).Select(match => match.Value));
        var calendar = await client.GetStringAsync($"/fr/reminders.ics?l=1.Lfs{RealContent.Today.ToString("yyMMdd", CultureInfo.InvariantCulture)}");
        dates.AddRange(CalendarDate().Matches(calendar).Select(match => $"{match.Groups["year"]}-{match.Groups["month"]}-{match.Groups["day"]}"));
        Assert.True(dates.Count > 50, $"{dates.Count} dates");
        Assert.All(dates, date => Assert.InRange(
            PartialDate.TryParse(date, out var read) ? read.FirstDay : default, new(2018, 1, 1), RealContent.Today.AddMonths(2)));
    }

    /// <summary>Whoever reads Arabic or Farsi here compares dates with letters and mails of Meta: those are of the calendar used here.</summary>
    [Theory]
    [InlineData("ar-EG", true)]
    [InlineData("ar-SA", true)]
    [InlineData("fa-IR", true)]
    [InlineData("he-IL", true)]
    [InlineData("uk-UA", false)]
    [InlineData("th-TH", false)]
    public async Task Language_OfAnotherScript_IsWrittenInItsDirectionAndDatedByTheSameCalendar(string culture, bool isRightToLeft)
    {
        using var content = new ContentCopy();
        content.Replace("fr/site.yml", "culture: fr-FR", $"culture: {culture}");
        await using var site = new InProcessSite(null, ("Site:ContentFolder", content.Root));
        using var client = site.Visitor();

        var page = RealContent.ParseHtml(await client.GetStringAsync("/fr/guides/facebook"));
        var list = RealContent.ParseHtml(await client.GetStringAsync("/fr/ma-liste?l=1.Lfs250522c250523"));
        var worker = await client.GetStringAsync("/offline.js");

        Assert.Equal(isRightToLeft ? "rtl" : null, page.DocumentElement.GetAttribute("dir"));
        Assert.Contains($"\"dir\":\"{(isRightToLeft ? "rtl" : "ltr")}\"", worker, StringComparison.Ordinal);
        Assert.Contains("2025", list.QuerySelector(".state")!.TextContent, StringComparison.Ordinal);
    }

    [GeneratedRegex(@"\b\d{4}-\d{2}-\d{2}")]
    private static partial Regex IsoDate();

    [GeneratedRegex(@"(DTSTART|DTEND)[^:]*:(?<year>\d{4})(?<month>\d{2})(?<day>\d{2})|UID:.*-(?<year>\d{4})(?<month>\d{2})(?<day>\d{2})-", RegexOptions.ExplicitCapture)]
    private static partial Regex CalendarDate();
}
