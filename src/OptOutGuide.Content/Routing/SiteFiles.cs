namespace OptOutGuide.Content.Routing;

/// <summary>Addresses of what the site answers besides pages. The patterns with <c>{language}</c> are for the router.</summary>
public static class SiteFiles
{
    public const string RobotsPath = "/robots.txt";
    public const string SitemapPath = "/sitemap.xml";
    public const string SecurityTxtPath = "/.well-known/security.txt";

    /// <summary>At the root, because a service worker's scope is the folder of its address.</summary>
    public const string ServiceWorker = "/offline.js";

    /// <summary>For other sites' programs: what <c>docs/adopt.md</c> describes.</summary>
    public const string DeadlinesData = "/api/deadlines.json";
    public const string GuidesData = "/api/guides.json";

    public const string FeedPattern = "/{language}/feed.atom";
    public const string ManifestPattern = "/{language}/site.webmanifest";
    public const string RemindersPattern = "/{language}/reminders.ics";
    public const string ListFilePattern = "/{language}/list.json";

    public static string Feed(Language language) => $"/{language.Code}/feed.atom";

    public static string Manifest(Language language) => $"/{language.Code}/site.webmanifest";

    public static string Reminders(string language) => $"/{language}/reminders.ics";

    public static string ListFile(string language) => $"/{language}/list.json";
}
