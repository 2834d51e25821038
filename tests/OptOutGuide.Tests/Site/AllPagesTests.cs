using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace OptOutGuide.Tests.Site;

/// <summary>Opens every page of the sampled languages once: each has what every page must have, and all links lead somewhere.</summary>
[Collection("site")]
public sealed class AllPagesTests(RunningSite site)
{
    private static readonly string[] PolicyWords =
        ["default-src 'none'", "frame-ancestors 'none'", "form-action 'self'", "script-src 'self'", "style-src 'self'"];

    private static readonly string[] Files = ["/feed.atom", "/list.json", "/reminders.ics", ".txt", "/deadlines.json", "/guides.json"];

    private readonly HashSet<string> _sampled = [.. RealContent.SamplePages.Select(page => page.Language)];
    private readonly Dictionary<string, HashSet<string>> _anchors = new(StringComparer.Ordinal);
    private readonly List<(string From, string To)> _links = [];
    private readonly HashSet<string> _files = new(StringComparer.Ordinal);
    private readonly HashSet<string> _cards = new(StringComparer.Ordinal);

    [Fact]
    [Trait("Suite", "Sample")]
    public async Task Pages_AllOpened_AreWholeAndPrivateAndTheirLinksLeadSomewhere()
    {
        using var client = new HttpClient { BaseAddress = site.Address };
        var sitemap = await client.GetStringAsync("/sitemap.xml");
        var errors = new List<string>();

        foreach (var page in RealContent.SamplePages)
        {
            using var response = await client.GetAsync(RealContent.Address(page));
            using var html = RealContent.ParseHtml(await response.Content.ReadAsStringAsync());
            errors.AddRange(Errors(page, response, html, sitemap).Select(error => $"{page.Path}: {error}"));
            _anchors[page.Path] = [.. html.QuerySelectorAll("[id]").Select(element => element.Id!)];
            _links.AddRange(html.QuerySelectorAll("a[href^='/'], a[href^='#']").Select(link => (page.Path, link.GetAttribute("href")!)));
        }

        errors.AddRange(_links.Distinct().Where(link => !IsAlive(link.From, link.To)).Select(link => $"{link.From}: {link.To} leads nowhere"));
        foreach (var file in _files)
        {
            using var response = await client.GetAsync(file);
            if (response.StatusCode is not HttpStatusCode.OK)
            {
                errors.Add($"{file} answers {response.StatusCode}");
            }
        }

        foreach (var card in _cards)
        {
            using var response = await client.GetAsync(card);
            if (response.StatusCode is not HttpStatusCode.OK || response.Content.Headers.ContentType?.MediaType is not "image/png")
            {
                errors.Add($"{card} is no picture");
            }
        }

        Assert.True(errors.Count == 0, string.Join('\n', errors));
        Assert.True(_anchors.Count > 100 && _links.Count > 1000 && _files.Count > 10 && _cards.Count > 10);
    }

    private bool IsAlive(string from, string to)
    {
        var target = new Uri(new Uri("http://site" + from), to);
        if (Files.Any(file => target.AbsolutePath.EndsWith(file, StringComparison.Ordinal)))
        {
            _files.Add(target.PathAndQuery);
            return true;
        }

        return (RealContent.Content.SiteMap.Find(target.AbsolutePath) is { } page && !_sampled.Contains(page.Language))
            || _anchors.TryGetValue(target.AbsolutePath, out var anchors)
            // A link of the list may name an anchor that exists only on the page it leads to.
            && (target.Query.Length > 0 || target.Fragment.Length == 0 || anchors.Contains(target.Fragment[1..]));
    }

    private IEnumerable<string> Errors(SitePage page, HttpResponseMessage response, IHtmlDocument html, string sitemap) =>
    [
        .. ResponseErrors(response, page.IsEmbed),
        .. DocumentErrors(page, html),
        // The pages for frames of other sites are for no search engine: EmbedTests opens them.
        .. page.IsEmbed ? [] : SearchErrors(page, html, sitemap),
    ];

    private static IEnumerable<string> ResponseErrors(HttpResponseMessage response, bool isEmbed)
    {
        var policy = response.Headers.TryGetValues("Content-Security-Policy", out var policies) ? string.Join('\n', policies) : "";
        return Failed(
            (response.StatusCode is HttpStatusCode.OK, $"answers {response.StatusCode}"),
            (response.Content.Headers.ContentType?.ToString() is "text/html; charset=utf-8", "is no HTML in UTF-8"),
            (PolicyWords.All(word => policy.Contains(word, StringComparison.Ordinal) || (isEmbed && !word.StartsWith("default", StringComparison.Ordinal))), $"has the policy {policy}"),
            (!policy.Contains("unsafe", StringComparison.Ordinal) && !policy.Contains('\n'), $"has the policy {policy}"),
            (response.Headers.TryGetValues("X-Content-Type-Options", out var options) && options.SequenceEqual(["nosniff"]), "may be sniffed"),
            (!response.Headers.Contains("Set-Cookie"), "sets a cookie"),
            (!response.Headers.Contains("Server"), "names its server"));
    }

    private static IEnumerable<string> DocumentErrors(SitePage page, IHtmlDocument html)
    {
        var ids = html.QuerySelectorAll("[id]").Select(element => element.Id).ToArray();
        var fromElsewhere = html.QuerySelectorAll("script[src], link[rel=stylesheet], link[rel=icon], link[rel=apple-touch-icon], link[rel=manifest], img, iframe")
            .Select(element => element.GetAttribute("src") ?? element.GetAttribute("href")!).Where(address => !address.StartsWith('/'));
        return Failed(
            (html.DocumentElement.GetAttribute("lang") == page.Language, "is in another language"),
            (html.QuerySelectorAll("h1").Length == 1 || page.IsEmbed, "has not one h1"),
            (html.QuerySelectorAll("head > title") is [var title] && title.TextContent.Trim().Length > 0, "has no title"),
            // Data for search engines is in a script element that browsers do not execute.
            (html.QuerySelector("style, [style], script:not([src]):not([type='application/ld+json'])") is null, "has a script or a style inside"),
            (!html.All.SelectMany(element => element.Attributes).Any(attribute => attribute.Name.StartsWith("on", StringComparison.Ordinal)), "has a handler inside"),
            (!fromElsewhere.Any(), $"loads from elsewhere: {string.Join(' ', fromElsewhere)}"),
            (ids.Distinct().Count() == ids.Length, $"has an id twice: {ids.GroupBy(id => id).FirstOrDefault(group => group.Count() > 1)?.Key}"),
            (html.Scripts.Any(script => script.Source?.Contains("blazor", StringComparison.Ordinal) is true) == page.Kind is PageKind.List, "loads Blazor, or the list does not"));
    }

    /// <summary>What search engines read, and apps that show previews of links.</summary>
    private IEnumerable<string> SearchErrors(SitePage page, IHtmlDocument html, string sitemap)
    {
        var canonical = new Uri(site.Address, RealContent.Content.SiteMap.Canonical(page).Path).AbsoluteUri;
        var description = html.QuerySelector("meta[name=description]")?.GetAttribute("content");
        var isForSearch = html.QuerySelector("meta[name=robots]") is null && !page.IsFallback;
        _cards.Add(Property(html, "og:image"));
        return Failed(
            (!string.IsNullOrEmpty(description), "has no description"),
            (sitemap.Contains($"<loc>{new Uri(site.Address, page.Path).AbsoluteUri}</loc>", StringComparison.Ordinal) == isForSearch, "is in the sitemap and not for search, or the reverse"),
            (html.QuerySelector("link[rel=canonical]")?.GetAttribute("href") == canonical, $"is not at {canonical}"),
            (Property(html, "og:url") == canonical, "is shown with another address"),
            (Property(html, "og:description") == description, "is shown with another description"),
            (Property(html, "og:title") is { Length: > 0 } shown && html.Title!.Contains(shown, StringComparison.Ordinal), "is shown with another title"),
            (Property(html, "og:locale") == RealContent.Content.FindLanguage(page.WrittenIn)!.Culture.Name.Replace('-', '_'), "is shown in another language"),
            (Property(html, "og:image:alt") is not "", "has a picture without words"),
            (Property(html, "og:image").StartsWith(site.Address.AbsoluteUri, StringComparison.Ordinal), "has no picture of this site"),
            (html.QuerySelector("meta[name='twitter:card']")?.GetAttribute("content") is "summary_large_image", "has no large picture"));
    }

    /// <summary>The errors whose condition does not hold.</summary>
    private static IEnumerable<string> Failed(params (bool Holds, string Error)[] conditions) =>
        conditions.Where(condition => !condition.Holds).Select(condition => condition.Error);

    private static string Property(IHtmlDocument html, string name) =>
        html.QuerySelectorAll($"meta[property='{name}']") is [var only] ? only.GetAttribute("content") ?? "" : "";
}
