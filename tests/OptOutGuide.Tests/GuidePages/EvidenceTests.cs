using System.Text.RegularExpressions;
using System.Xml.Linq;
using AngleSharp.Dom;
using Microsoft.Extensions.Time.Testing;

namespace OptOutGuide.Tests.GuidePages;

/// <summary>The evidence shown on a page: sources, dates, grades, review.</summary>
[Collection("site")]
public sealed class EvidenceTests(RunningSite site)
{
    [Fact]
    public async Task Guide_Opened_ShowsEachClaimsSourceWithDateAndWeight()
    {
        using var client = new HttpClient { BaseAddress = site.Address };

        var page = RealContent.ParseHtml(await client.GetStringAsync("/fr/guides/facebook"));

        var notes = page.QuerySelectorAll("li[id^=note-]");
        var references = page.QuerySelectorAll("main sup a");
        Assert.NotEmpty(references);
        Assert.All(references, note => Assert.NotNull(page.QuerySelector(note.GetAttribute("href")!)));
        Assert.Contains(notes, note => note.TextContent.Contains("CNIL", StringComparison.Ordinal)
            && note.TextContent.Contains("27 mai 2025", StringComparison.Ordinal)
            && note.TextContent.Contains("autorité ou tribunal", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Guide_Opened_ShowsDomainDateGradeAndFallbacksOfItsLinks()
    {
        using var client = new HttpClient { BaseAddress = site.Address };

        var page = RealContent.ParseHtml(await client.GetStringAsync("/fr/guides/facebook"));

        var text = page.QuerySelector("main")!.TextContent;
        Assert.Contains("facebook.com", text, StringComparison.Ordinal);
        Assert.Contains("Lien vu le 29 avril 2025 (autorité ou tribunal).", text, StringComparison.Ordinal);
        Assert.Contains("S’il ne s’ouvre pas, essayez : Page « opposer » de Facebook", text.Replace('\u00A0', ' '), StringComparison.Ordinal);
        Assert.Contains("Nous n’avons essayé aucun de ces liens nous-mêmes.", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/fr/sources", "Fanpage.it", "(juin 2025;")]
    [InlineData("/fr/sources", "NRK", "(2024;")]
    [InlineData("/fr/sources", "ICO, Royaume-Uni", "(sans date, lu le 28 novembre 2026;")]
    [InlineData("/en/sources", "Fanpage.it", "(June 2025;")]
    [InlineData("/en/sources", "ICO, Royaume-Uni", "(undated, read on 28 November 2026;")]
    public async Task Source_WhoseDayIsNotKnown_ShowsWhatIsKnown(string path, string publisher, string expected)
    {
        using var client = new HttpClient { BaseAddress = site.Address };

        var page = RealContent.ParseHtml(await client.GetStringAsync(path));

        Assert.Contains(page.QuerySelectorAll(".source-list li"), source => source.TextContent.Contains(publisher, StringComparison.Ordinal)
            && source.TextContent.Contains(expected, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("/fr/guides/facebook", "accueil de cnil.fr")]
    [InlineData("/en/guides/facebook", "home page of cnil.fr")]
    public async Task Source_WhoseAddressWasNotSeen_LeadsToTheHomePageAndSaysSo(string path, string expected)
    {
        using var client = new HttpClient { BaseAddress = site.Address };

        var page = RealContent.ParseHtml(await client.GetStringAsync(path));

        var note = page.QuerySelectorAll("li[id^=note-]").First(note => note.TextContent.Contains("CNIL,", StringComparison.Ordinal));
        var link = Assert.Single(note.QuerySelectorAll("a"));
        Assert.Equal(("https://www.cnil.fr/", expected), (link.GetAttribute("href"), link.TextContent));
        Assert.Null(note.QuerySelector("a cite"));
        Assert.Matches($@"^CNIL, \S.*\S {Regex.Escape(expected)} \(27 (mai|May) 2025; ", note.TextContent.Trim());
    }

    [Theory]
    [InlineData("/fr/guides/sans-compte", "help.meta.com", "Nous ne savons pas s’il faut être connecté.")]
    [InlineData("/fr/guides/sans-compte", "facebook.com", "Pas besoin d’être connecté.")]
    [InlineData("/fr/guides/facebook", "facebook.com", "Connectez-vous d’abord à votre compte.")]
    [InlineData("/en/guides/no-account", "help.meta.com", "We don’t know whether you have to log in.")]
    public async Task Link_Shown_SaysWhetherToLogInOrThatNobodyKnows(string path, string domain, string expected)
    {
        using var client = new HttpClient { BaseAddress = site.Address };

        var page = RealContent.ParseHtml(await client.GetStringAsync(path));

        Assert.Contains(page.QuerySelectorAll("p.evidence"), evidence => evidence.QuerySelector("strong")?.TextContent == domain
            && evidence.TextContent.Contains(expected, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("/fr/guides/whatsapp", "Lien vu en mai 2025 (blog ou forum).")]
    [InlineData("/fr/guides/facebook", "Lien vu le 29 avril 2025 (autorité ou tribunal).")]
    [InlineData("/en/guides/whatsapp", "Link seen in May 2025 (blog or forum).")]
    public async Task Link_WhoseEvidenceHasNoDay_ShowsWhatIsKnown(string path, string expected)
    {
        using var client = new HttpClient { BaseAddress = site.Address };

        var html = await client.GetStringAsync(path);

        Assert.Contains(expected, html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TimeLine_MonthWithoutADay_IsAMonthForMachinesToo()
    {
        using var client = new HttpClient { BaseAddress = site.Address };

        var page = RealContent.ParseHtml(await client.GetStringAsync("/fr/comprendre"));

        var times = page.QuerySelectorAll(".events time").Select(time => (time.GetAttribute("datetime"), time.TextContent)).ToArray();
        Assert.Contains(("2025-03", "mars 2025"), times);
        Assert.Contains(("2025-05-27", "27 mai 2025"), times);
    }

    [Theory]
    [InlineData("2026-12-01T10:00:00+01:00", false)]
    [InlineData("2027-12-01T10:00:00+01:00", true)]
    public async Task Page_PastItsReview_SaysSo(string now, bool isSaid)
    {
        await using var site = new InProcessSite { Time = new FakeTimeProvider(DateTimeOffset.Parse(now, null)) };
        using var client = site.Visitor();

        var html = await client.GetStringAsync("/fr/guides/facebook");

        Assert.Equal(isSaid, html.Contains("Cette page aurait dû être relue le", StringComparison.Ordinal));
        Assert.Equal(isSaid, html.Contains("Ce lien aurait dû être relu le", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Translation_OlderThanItsOriginal_SaysSo()
    {
        using var content = new ContentCopy();
        content.Replace("en/guides/facebook.md", "reviewed: 2026-11-28", "reviewed: 2026-11-01");
        await using var site = new InProcessSite(null, ("Site:ContentFolder", content.Root));
        using var client = site.Visitor();

        var html = await client.GetStringAsync("/en/guides/facebook");

        Assert.Contains("The French version was checked on 28 November 2026, after this one.", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Report_NotConfigured_IsNotOffered()
    {
        using var client = new HttpClient { BaseAddress = site.Address };

        var html = await client.GetStringAsync("/fr/guides/facebook");

        Assert.DoesNotContain("mailto:", html, StringComparison.Ordinal);
        Assert.Null(RealContent.ParseHtml(html).GetElementById("page-report"));
    }

    [Fact]
    public async Task Report_Configured_IsPrefilledWithPageAndStep()
    {
        await using var site = new InProcessSite(null, ("Site:ReportEmail", "relecture@example.org"), ("Site:ReportIssues", "https://forge.example/issues/new"));
        using var client = site.Visitor();

        var page = RealContent.ParseHtml(await client.GetStringAsync("/fr/guides/facebook"));

        var step = page.GetElementById("remplir")!.QuerySelector("a[href^='mailto:']")!.GetAttribute("href")!;
        Assert.StartsWith("mailto:relecture@example.org?subject=", step, StringComparison.Ordinal);
        Assert.Contains("/fr/guides/facebook#remplir", Uri.UnescapeDataString(step), StringComparison.Ordinal);
        Assert.NotNull(page.QuerySelector("a[href^='https://forge.example/issues/new?title=']"));
    }

    [Theory]
    [InlineData("fr")]
    [InlineData("en")]
    public async Task Feed_Opened_ListsEveryChange(string language)
    {
        using var client = new HttpClient { BaseAddress = site.Address };

        var response = await client.GetAsync($"/{language}/feed.atom");
        var feed = XDocument.Parse(await response.Content.ReadAsStringAsync()).Root!;

        XNamespace atom = "http://www.w3.org/2005/Atom";
        Assert.Equal("application/atom+xml", response.Content.Headers.ContentType?.MediaType);
        Assert.Equal(RealContent.Content.Changes.Count, feed.Elements(atom + "entry").Count());
        Assert.Equal(feed.Descendants(atom + "id").Count(), feed.Descendants(atom + "id").Select(id => id.Value).Distinct().Count());
        Assert.All(feed.Elements(atom + "entry"), entry => Assert.NotNull(entry.Element(atom + "updated")));
    }

    /// <summary>Feed readers show an entry whose id changes as a new one.</summary>
    [Fact]
    public async Task Feed_WithAnEarlierChangeAddedOrUnderAnotherAddress_KeepsItsIds()
    {
        using var content = new ContentCopy();
        var file = Path.Combine(content.Root, "changes.yml");
        await using var before = new InProcessSite(null, ("Site:ContentFolder", content.Root));
        using var reader = before.Visitor();
        var ids = Ids(await reader.GetStringAsync("/fr/feed.atom"));
        await File.AppendAllTextAsync(file, "\n- id: one-more\n  date: 2026-11-22\n");
        await File.AppendAllTextAsync(Path.Combine(content.Root, "fr/data.yml"), "  one-more: \"Une étape de plus.\"\n");
        await File.AppendAllTextAsync(Path.Combine(content.Root, "en/data.yml"), "  one-more: One more step.\n");
        await using var after = new InProcessSite(null, ("Site:ContentFolder", content.Root), ("Site:BaseAddress", "https://opposer.example/"));
        using var laterReader = after.Visitor();

        var later = Ids(await laterReader.GetStringAsync("/fr/feed.atom"));

        Assert.Equal(ids, later[..^1]);
        Assert.Equal(later.Length, later.Distinct().Count());
        Assert.All(later, id => Assert.StartsWith("urn:uuid:", id, StringComparison.Ordinal));
        Assert.Empty(later.Intersect(Ids(await laterReader.GetStringAsync("/en/feed.atom"))));

        static string[] Ids(string feed)
        {
            XNamespace atom = "http://www.w3.org/2005/Atom";
            return [.. XDocument.Parse(feed).Root!.Elements(atom + "entry").Select(entry => entry.Element(atom + "id")!.Value)];
        }
    }
}
