using Microsoft.AspNetCore.WebUtilities;

namespace OptOutGuide.Tests.GuidePages;

public sealed class ChangeReportTests
{
    /// <summary>RFC 6068, 5: a line break is CR and LF; 2: a space is no plus sign.</summary>
    [Theory]
    [InlineData("/fr/guides/facebook")]
    [InlineData("/fr/guides/facebook/partager")]
    public async Task Mail_ToBeWritten_HasTheLineEndsOfMail(string path)
    {
        await using var site = new InProcessSite(null, ("Site:ReportEmail", "relecture@example.org"));
        using var client = site.Visitor();

        var page = RealContent.ParseHtml(await client.GetStringAsync(path));

        var mails = page.QuerySelectorAll("a[href^='mailto:']").Select(link => link.GetAttribute("href")!).ToArray();
        Assert.NotEmpty(mails);
        Assert.All(mails, mail => Assert.DoesNotMatch("(?<!%0D)%0A|%0D(?!%0A)|[+]", mail));
        Assert.Equal(path.EndsWith("facebook", StringComparison.Ordinal), mails.Any(mail => mail.Contains("%0D%0A", StringComparison.Ordinal)));
    }

    /// <summary>The forms of several forges ask for a template in their query.</summary>
    [Theory]
    [InlineData("https://forge.example/issues/new")]
    [InlineData("https://forge.example/issues/new?template=report.md&labels=content")]
    public async Task Report_ToAnAddressWithOrWithoutAQuery_HasOneQueryThatKeepsTheHosts(string address)
    {
        await using var site = new InProcessSite(null, ("Site:ReportIssues", address));
        using var client = site.Visitor();

        var page = RealContent.ParseHtml(await client.GetStringAsync("/fr/guides/facebook"));

        var report = page.QuerySelector("a[href^='https://forge.example/']")!.GetAttribute("href")!;
        var query = QueryHelpers.ParseQuery(new Uri(report).Query);
        Assert.Equal(1, report.Count(character => character == '?'));
        Assert.StartsWith(address, report, StringComparison.Ordinal);
        Assert.Contains("/fr/guides/facebook", query["body"].ToString(), StringComparison.Ordinal);
        Assert.NotEmpty(query["title"].ToString());
    }
}
