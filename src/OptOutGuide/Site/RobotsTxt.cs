namespace OptOutGuide.Site;

internal static class RobotsTxt
{
    public static string Write(Uri baseAddress) => $"User-agent: *\nAllow: /\n\nSitemap: {new Uri(baseAddress, SiteFiles.SitemapPath)}\n";
}
