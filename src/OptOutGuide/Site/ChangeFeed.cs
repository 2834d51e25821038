using System.Globalization;
using System.Xml.Linq;
using OptOutGuide.Layout;

namespace OptOutGuide.Site;

/// <summary>The change log as an Atom feed (RFC 4287), one per language.</summary>
internal static class ChangeFeed
{
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";

    /// <param name="baseAddress">Ids of entries are built on it, so that they stay the same while it does.</param>
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
            new XElement(Atom + "author", new XElement(Atom + "name", language.Texts<SiteTexts>().Title)),
            new XElement(Atom + "link", new XAttribute("rel", "self"), new XAttribute("href", self)),
            new XElement(Atom + "link", new XAttribute("rel", "alternate"), new XAttribute("href", home)),
            content.Changes.Select((change, index) => Entry(content, language, baseAddress, change, content.Changes.Count - index))));
    }

    /// <param name="number">Counted from the oldest, so that a new change leaves the others' ids alone.</param>
    private static XElement Entry(SiteContent content, Language language, Uri baseAddress, SiteChange change, int number)
    {
        var page = change.Pages.Select(page => content.SiteMap.FindNamed(page.Id, language.Code)?.Path).FirstOrDefault() ?? $"/{language.Code}/";
        return new XElement(
            Atom + "entry",
            new XElement(Atom + "id", new Uri(baseAddress, $"{SiteFiles.Feed(language)}#{number}")),
            new XElement(Atom + "title", change.Text.In(language)),
            new XElement(Atom + "updated", Moment(change.Date)),
            new XElement(Atom + "link", new XAttribute("href", new Uri(baseAddress, page))),
            new XElement(Atom + "summary", change.Text.In(language)));
    }

    private static string Moment(DateOnly date) => string.Create(CultureInfo.InvariantCulture, $"{date:yyyy-MM-dd}T00:00:00Z");
}
