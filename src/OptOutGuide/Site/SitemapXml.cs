using System.Globalization;
using System.Xml.Linq;

namespace OptOutGuide.Site;

/// <summary>The sitemap for search engines: the pages with the day of their last review.</summary>
internal static class SitemapXml
{
    private static readonly XNamespace Sitemaps = "http://www.sitemaps.org/schemas/sitemap/0.9";
    private static readonly XNamespace Xhtml = "http://www.w3.org/1999/xhtml";

    /// <summary>Every page that is for search, with its translations; dated where a page has a day of review.</summary>
    public static XDocument Write(SiteContent content, Uri baseAddress) => new(new XElement(
        Sitemaps + "urlset",
        new XAttribute(XNamespace.Xmlns + "xhtml", Xhtml),
        content.SiteMap.Pages.Where(page => page.IsForSearch && !page.IsFallback).Select(page => new XElement(
            Sitemaps + "url",
            new XElement(Sitemaps + "loc", new Uri(baseAddress, page.Path)),
            content.Review(page) is { } review
                ? new XElement(Sitemaps + "lastmod", review.On.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture))
                : null,
            content.SiteMap.Translations(page).Select(translation => (translation.Language, translation.Path))
                .Append((Language: "x-default", Path: content.SiteMap.DefaultPath(page)))
                .Select(translation => new XElement(
                    Xhtml + "link",
                    new XAttribute("rel", "alternate"),
                    new XAttribute("hreflang", translation.Language),
                    new XAttribute("href", new Uri(baseAddress, translation.Path))))))));
}
