using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;
using OptOutGuide.Layout;

namespace OptOutGuide.Site;

/// <summary>The change log as an Atom feed (RFC 4287), one per language.</summary>
internal static class ChangeFeed
{
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";

    public static XDocument Write(SiteContent content, Language language, Uri baseAddress)
    {
        var self = new Uri(baseAddress, SiteFiles.Feed(language));
        var home = new Uri(baseAddress, $"/{language.Code}/");
        return new XDocument(new XElement(
            Atom + "feed",
            new XAttribute(XNamespace.Xml + "lang", language.Code),
            new XElement(Atom + "id", self),
            new XElement(Atom + "title", language.Texts<SiteTexts>().Title),
            new XElement(Atom + "updated", Moment(content.Changes.Select(change => change.Date).DefaultIfEmpty().Max())),
            new XElement(Atom + "author", new XElement(Atom + "name", content.Host.Publisher ?? language.Texts<SiteTexts>().Title)),
            new XElement(Atom + "link", new XAttribute("rel", "self"), new XAttribute("href", self)),
            new XElement(Atom + "link", new XAttribute("rel", "alternate"), new XAttribute("href", home)),
            content.Changes.Select(change => Entry(content, language, baseAddress, change))));
    }

    private static XElement Entry(SiteContent content, Language language, Uri baseAddress, SiteChange change)
    {
        var page = change.Pages.Select(page => content.SiteMap.FindNamed(page.Id, language.Code)?.Path).FirstOrDefault() ?? $"/{language.Code}/";
        return new XElement(
            Atom + "entry",
            change.Text.LanguageFor(language) is var written && written != language.Code ? new XAttribute(XNamespace.Xml + "lang", written) : null,
            new XElement(Atom + "id", Id(language, change)),
            new XElement(Atom + "title", change.Text.In(language)),
            new XElement(Atom + "updated", Moment(change.Date)),
            new XElement(Atom + "link", new XAttribute("href", new Uri(baseAddress, page))),
            new XElement(Atom + "summary", change.Text.In(language)));
    }

    /// <summary>Made from the content of the entry: neither another entry nor another address of the site changes it.</summary>
    private static string Id(Language language, SiteChange change)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{language.Code} {Moment(change.Date)} {change.Text.In(language)}"));
        // Version 8 of RFC 9562: a UUID with bits of one's own.
        hash[6] = (byte)((hash[6] & 0x0F) | 0x80);
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
        return $"urn:uuid:{new Guid(hash.AsSpan(0, 16), bigEndian: true)}";
    }

    private static string Moment(DateOnly date) => string.Create(CultureInfo.InvariantCulture, $"{date:yyyy-MM-dd}T00:00:00Z");
}
