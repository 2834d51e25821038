using System.Globalization;
using System.Text.RegularExpressions;

namespace OptOutGuide.Tests.Site;

/// <summary>Machine-readable output does not depend on the culture of the machine.</summary>
public sealed partial class CultureTests
{
    private static readonly string[] DateAttributes = ["min", "max", "value"];

    [Theory]
    [InlineData("th_TH.UTF-8")]
    [InlineData("ar_SA.UTF-8")]
    [InlineData("fa_IR.UTF-8")]
    public async Task MachineReadableDates_WhateverTheMachinesLanguage_AreGregorian(string language)
    {
        await using var site = await new RunningSite { Variables = new Dictionary<string, string> { ["LANG"] = language, ["LC_ALL"] = language } }.StartAsync();
        using var client = new HttpClient { BaseAddress = site.Address };
        List<string> dates = [];

        foreach (var path in RealContent.Content.SiteMap.Pages.Select(RealContent.Address))
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
        Assert.True(dates.Count > 100);
        Assert.All(dates, date => Assert.InRange(
            PartialDate.TryParse(date, out var read) ? read.FirstDay : default, new(2018, 1, 1), RealContent.Today.AddMonths(2)));
    }

    [GeneratedRegex(@"\b\d{4}-\d{2}-\d{2}")]
    private static partial Regex IsoDate();

    [GeneratedRegex(@"(DTSTART|DTEND)[^:]*:(?<year>\d{4})(?<month>\d{2})(?<day>\d{2})|UID:.*-(?<year>\d{4})(?<month>\d{2})(?<day>\d{2})-", RegexOptions.ExplicitCapture)]
    private static partial Regex CalendarDate();
}
