using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace OptOutGuide.Tests.Site;

[Collection("site")]
public sealed class AllPagesTests(RunningSite site)
{
    private static readonly string[] PolicyWords =
        ["default-src 'none'", "frame-ancestors 'none'", "form-action 'self'", "script-src 'self'", "style-src 'self'"];

    private static readonly string[] Files = ["/feed.atom", "/list.json", "/reminders.ics", ".txt", "/deadlines.json", "/guides.json"];

    /// <summary>Without the pages for frames of other sites, which <c>EmbedTests</c> opens.</summary>
    public static TheoryData<string> Paths => [.. RealContent.Content.SiteMap.Pages.Where(page => !page.IsEmbed).Select(RealContent.Address)];

    [Theory, MemberData(nameof(Paths))]
    public async Task Page_Opened_IsWholeAndPrivate(string path)
    {
        using var client = new HttpClient { BaseAddress = site.Address };

        var response = await client.GetAsync(path);
        var page = RealContent.ParseHtml(await response.Content.ReadAsStringAsync());

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("text/html; charset=utf-8", response.Content.Headers.ContentType?.ToString());
        AssertHeaders(response);
        Assert.Equal(path.Split('/')[1], page.DocumentElement.GetAttribute("lang"));
        Assert.Single(page.QuerySelectorAll("h1"));
        Assert.NotEqual("", Assert.Single(page.QuerySelectorAll("head > title")).TextContent.Trim());
        Assert.NotEqual("", page.QuerySelector("meta[name=description]")?.GetAttribute("content"));
        Assert.Equal(new Uri(site.Address, path.Split('?')[0]).AbsoluteUri, page.QuerySelector("link[rel=canonical]")?.GetAttribute("href"));
        AssertNothingInline(page);
        AssertNothingFromElsewhere(page);
        AssertIdsUnique(page);
    }

    [Theory, MemberData(nameof(Paths))]
    public async Task Page_Opened_LoadsBlazorOnlyForTheList(string path)
    {
        using var client = new HttpClient { BaseAddress = site.Address };

        var page = RealContent.ParseHtml(await client.GetStringAsync(path));

        var hasBlazor = page.Scripts.Any(script => script.Source?.Contains("blazor", StringComparison.Ordinal) is true);
        Assert.Equal(RealContent.Content.SiteMap.Find(path.Split('?')[0])!.Kind is PageKind.List, hasBlazor);
    }

    [Fact]
    public async Task Links_AllFollowed_LeadToPagesAndAnchorsThatExist()
    {
        using var client = new HttpClient { BaseAddress = site.Address };
        var pages = new Dictionary<string, IHtmlDocument>(StringComparer.Ordinal);
        foreach (var page in RealContent.Content.SiteMap.Pages)
        {
            pages[page.Path] = RealContent.ParseHtml(await client.GetStringAsync(RealContent.Address(page)));
        }

        var dead = pages
            .SelectMany(page => page.Value.QuerySelectorAll("a[href]").Select(link => (From: page.Key, To: link.GetAttribute("href")!)))
            .Where(link => link.To.StartsWith('/') || link.To.StartsWith('#'))
            .Where(link => !IsAlive(pages, link.From, link.To));

        Assert.Empty(dead);
    }

    private static bool IsAlive(Dictionary<string, IHtmlDocument> pages, string from, string to)
    {
        var target = new Uri(new Uri("http://site" + from), to);
        return Files.Any(file => target.AbsolutePath.EndsWith(file, StringComparison.Ordinal)) || pages.TryGetValue(target.AbsolutePath, out var page)
            // A link of the list may name an anchor that exists only on the page it leads to.
            && (target.Query.Length > 0 || target.Fragment.Length == 0 || page.GetElementById(target.Fragment[1..]) is not null);
    }

    private static void AssertHeaders(HttpResponseMessage response)
    {
        var policy = Assert.Single(response.Headers.GetValues("Content-Security-Policy"));
        Assert.All(PolicyWords, word => Assert.Contains(word, policy, StringComparison.Ordinal));
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.Equal("nosniff", Assert.Single(response.Headers.GetValues("X-Content-Type-Options")));
        Assert.False(response.Headers.Contains("Set-Cookie"));
        Assert.False(response.Headers.Contains("Server"));
    }

    /// <summary>Data for search engines is in a script element that browsers do not execute.</summary>
    private static void AssertNothingInline(IHtmlDocument page)
    {
        Assert.Empty(page.QuerySelectorAll("style, [style], script:not([src]):not([type='application/ld+json'])"));
        Assert.DoesNotContain(
            page.All.SelectMany(element => element.Attributes),
            attribute => attribute.Name.StartsWith("on", StringComparison.Ordinal));
    }

    private static void AssertNothingFromElsewhere(IHtmlDocument page) => Assert.All(
        page.QuerySelectorAll("script[src], link[rel=stylesheet], link[rel=icon], link[rel=apple-touch-icon], link[rel=manifest], img, iframe"),
        element => Assert.StartsWith("/", element.GetAttribute("src") ?? element.GetAttribute("href"), StringComparison.Ordinal));

    private static void AssertIdsUnique(IHtmlDocument page) =>
        Assert.Empty(page.QuerySelectorAll("[id]").GroupBy(element => element.Id).Where(group => group.Count() > 1).Select(group => group.Key));
}
