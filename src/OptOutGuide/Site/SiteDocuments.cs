using Microsoft.AspNetCore.Components;
using OptOutGuide.ChecklistPage;
using OptOutGuide.Checklists;
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
        map(SiteFiles.RemindersPattern, RenderCost.Calendar, context => context.RouteLanguage is { } language
            ? new(CalendarFile.ContentType, () => WriteReminders(context, language), "reminders.ics")
            : null);
        map(SiteFiles.ListFilePattern, RenderCost.Light, context => context.RouteLanguage is not null
            ? new("application/json", () => ChecklistFile.Write(ChecklistRequest.Read(context.Request.Query).List), "optoutguide-list.json")
            : null);
        map(SiteFiles.ManifestPattern, RenderCost.Light, context => context.RouteLanguage is { } language
            ? new(WebManifest.ContentType, () => WebManifest.Write(language, file => "/" + assets[file]))
            : null);
        map(SiteFiles.SitemapPath, RenderCost.Page, context => new("application/xml; charset=utf-8", () => Sitemap.Write(context.Content, context.SiteAddress).ToString()));
        map(SiteFiles.RobotsPath, RenderCost.Light, context => new("text/plain; charset=utf-8", () => RobotsTxt.Write(context.SiteAddress)));
        map(SiteFiles.ServiceWorker, RenderCost.Page, context => new("text/javascript; charset=utf-8", () => OfflineScript.Write(context.Content, context.Site.Offline)));
        map(SiteFiles.SecurityTxtPath, RenderCost.Light, context => context.Site.SecurityContact is { } contact
            ? new("text/plain; charset=utf-8", () => SecurityTxt.Write(contact, context.Content, new(context.SiteAddress, SiteFiles.SecurityTxtPath)))
            : null);
    }

    /// <summary>The list's reminders for a calendar, made from the codes of the address alone.</summary>
    private static string WriteReminders(HttpContext context, Language language)
    {
        var (content, clock) = (context.Content, context.Clock);
        var list = ChecklistRequest.Read(context.Request.Query).List;
        var target = (Reminder reminder) => new Uri(context.SiteAddress, content.SiteMap.FindNamed(reminder.PageId(content, language), language.Code)?.Path ?? $"/{language.Code}/");
        return CalendarFile.Write(Reminder.For(list, content, language, clock.Today), language, clock.Now, target);
    }
}
