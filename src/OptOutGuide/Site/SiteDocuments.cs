using Microsoft.AspNetCore.Components;
using OptOutGuide.ChecklistPage;
using OptOutGuide.Checklists;
using OptOutGuide.Embeds;
using OptOutGuide.Offline;
using OptOutGuide.Reminders;

namespace OptOutGuide.Site;

/// <summary>What the site answers besides pages: to search engines, feed readers, calendars and the browser itself.</summary>
internal static class SiteDocuments
{
    /// <param name="map">Maps a pattern to the cost of its answer, by the length of the query, and to the answer; null where the address is not there.</param>
    public static void Map(Action<string, Func<int, int>, Func<HttpContext, SiteDocument?>> map, ResourceAssetCollection assets)
    {
        map(SiteFiles.FeedPattern, RenderCost.Page, context => context.RouteLanguage is { } language
            ? new("application/atom+xml; charset=utf-8", () => ChangeFeed.Write(context.Content, language, context.SiteAddress).ToString())
            : null);
        map(SiteFiles.RemindersPattern, RenderCost.Calendar, context => context.RouteLanguage is { } language && Reminders(context, language) is { Count: > 0 } reminders
            ? new(CalendarFile.ContentType, () => WriteReminders(context, language, reminders), "reminders.ics")
            : null);
        map(SiteFiles.ListFilePattern, RenderCost.Light, context => context.RouteLanguage is not null
            ? new("application/json", () => ChecklistFile.Write(ChecklistRequest.Read(context.Request.Query, context.Content.Services).List), "optoutguide-list.json")
            : null);
        map(SiteFiles.ManifestPattern, RenderCost.Light, context => context.RouteLanguage is { } language
            ? new(WebManifest.ContentType, () => WebManifest.Write(context.Content.Host, language, file => "/" + assets[file]))
            : null);
        map(SiteFiles.SitemapPath, RenderCost.Page, context => new("application/xml; charset=utf-8", () => SitemapXml.Write(context.Content, context.SiteAddress).ToString()));
        map(SiteFiles.DeadlinesData, RenderCost.Page, context => new("application/json; charset=utf-8", () => PublicData.Deadlines(context.Content, context.SiteAddress, context.Clock.Now)));
        map(SiteFiles.GuidesData, RenderCost.Page, context => new("application/json; charset=utf-8", () => PublicData.Guides(context.Content, context.SiteAddress)));
        map(SiteFiles.RobotsPath, RenderCost.Light, context => new("text/plain; charset=utf-8", () => RobotsTxt.Write(context.SiteAddress)));
        map(SiteFiles.ServiceWorker, RenderCost.Page, context => new("text/javascript; charset=utf-8", () => OfflineScript.Write(context.Content, context.Site.Offline)));
        map(SiteFiles.SecurityTxtPath, RenderCost.Light, context => SecurityTxt.ContactOf(context.Site, context.Content.Host) is { } contact
            ? new("text/plain; charset=utf-8", () => SecurityTxt.Write(contact, context.Content, new(context.SiteAddress, SiteFiles.SecurityTxtPath)))
            : null);
    }

    /// <summary>The list's reminders, made from the address alone.</summary>
    private static IReadOnlyList<Reminder> Reminders(HttpContext context, Language language)
    {
        var query = context.Request.Query;
        return Reminder.For(ChecklistRequest.Read(query, context.Content.Services).List, context.Content, language, context.Clock.Today, CalendarId.Read(query["id"]));
    }

    private static string WriteReminders(HttpContext context, Language language, IReadOnlyList<Reminder> reminders)
    {
        var content = context.Content;
        var target = (Reminder reminder) => new Uri(context.SiteAddress, content.SiteMap.FindNamed(reminder.PageId(content, language), language.Code)?.Path ?? $"/{language.Code}/");
        return CalendarFile.Write(reminders, language, context.Clock.Now, target);
    }
}
