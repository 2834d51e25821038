using System.Diagnostics;
using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.Extensions.Options;
using OptOutGuide.Offline;
using OptOutGuide.Print;
using OptOutGuide.Reminders;

namespace OptOutGuide.Shell;

/// <summary>Answers every address of the site that is not a file: looks it up in the site map and draws the page.</summary>
internal static class SitePages
{
    /// <summary>To be called once the static assets are mapped: pages name them by their fingerprinted address.</summary>
    public static void MapSitePages(this WebApplication app)
    {
        var assets = Assets(app);
        string[] reading = [HttpMethods.Get, HttpMethods.Head];
        app.MapMethods("/{language}/feed.atom", reading, By(AnswerFeed));
        app.MapGet("/{language}/reminders.ics", By(AnswerReminders));
        app.MapGet("/{language}/list.json", By(AnswerListFile));
        app.MapMethods("/{language}/site.webmanifest", reading, By(context => AnswerManifest(context, assets)));
        app.MapMethods(SearchFiles.SitemapPath, reading, By(context => Results.Text(SearchFiles.Sitemap(Content(context), BaseAddress(context)).ToString(), "application/xml; charset=utf-8")));
        app.MapMethods(SearchFiles.RobotsPath, reading, By(context => Results.Text(SearchFiles.Robots(BaseAddress(context)))));
        app.MapMethods(OfflineScript.Path, reading, By(context => Results.Text(OfflineScript.Write(Content(context), Host(context).Offline), "text/javascript; charset=utf-8")));
        app.MapGet(SecurityText.Path, By(AnswerSecurityText));
        if (app.Environment.IsDevelopment())
        {
            app.MapGet("/styles", By(context => Draw(context, new("/styles", PreferredLanguage(context).Code, PageKind.Styles, "styles"), StatusCodes.Status200OK))).WithMetadata(assets);
        }

        app.MapMethods("/{**path}", reading, By(Answer)).WithMetadata(assets);
    }

    /// <summary>As a plain delegate: binding parameters would build and compile expressions at each start.</summary>
    private static RequestDelegate By(Func<HttpContext, IResult> answer) => context => answer(context).ExecuteAsync(context);

    /// <summary>The page for a fault that nothing else answered. Says nothing of what went wrong.</summary>
    public static Task AnswerFaultAsync(HttpContext context) =>
        Draw(context, NearestPage(context), StatusCodes.Status500InternalServerError).ExecuteAsync(context);

    /// <summary>The page for a client that asks for more than its share.</summary>
    public static Task AnswerTooManyAsync(HttpContext context) =>
        Draw(context, NearestPage(context), StatusCodes.Status429TooManyRequests).ExecuteAsync(context);

    /// <summary>A calendar, or a QR code or a sheet that is made for this address alone: no cache can have it ready.</summary>
    public static bool IsCostly(HttpContext context)
    {
        var path = context.Request.Path.Value ?? "/";
        return path.TrimEnd('/').EndsWith("/reminders.ics", StringComparison.OrdinalIgnoreCase)
            || (context.Request.QueryString.HasValue && Content(context).SiteMap.Find(path)?.Kind is PageKind.GuidePrint or PageKind.GuideShare
                or PageKind.ListPrint or PageKind.ListShare or PageKind.SiteShare or PageKind.QuestionsShare or PageKind.Poster or PageKind.Workshop);
    }

    private static IResult AnswerFeed(HttpContext context) =>
        RouteLanguage(context) is { } known
            ? Results.Text(ChangeFeed.Write(Content(context), known, BaseAddress(context)).ToString(), "application/atom+xml; charset=utf-8")
            : Draw(context, NearestPage(context), StatusCodes.Status404NotFound);

    private static IResult AnswerManifest(HttpContext context, ResourceAssetCollection assets) =>
        RouteLanguage(context) is { } known
            ? Results.Text(WebManifest.Write(known, file => "/" + assets[file]), WebManifest.ContentType)
            : Draw(context, NearestPage(context), StatusCodes.Status404NotFound);

    private static IResult AnswerSecurityText(HttpContext context) =>
        Host(context).SecurityContact is { } contact
            ? Results.Text(SecurityText.Write(contact, Content(context), new(BaseAddress(context), SecurityText.Path)), "text/plain; charset=utf-8")
            : Draw(context, NearestPage(context), StatusCodes.Status404NotFound);

    /// <summary>The list's reminders for a calendar, made from the codes of the address alone.</summary>
    private static IResult AnswerReminders(HttpContext context)
    {
        if (RouteLanguage(context) is not { } known)
        {
            return Draw(context, NearestPage(context), StatusCodes.Status404NotFound);
        }

        var (content, clock) = (Content(context), Clock(context));
        var list = ChecklistRequest.Read(context.Request.Query).List;
        var target = (Reminder reminder) => new Uri(BaseAddress(context), content.SiteMap.FindNamed(reminder.Kind switch
        {
            ReminderKind.ConfirmationDue => NamedPage.DidItWork,
            ReminderKind.AnswerDue => content.Letter(NamedPage.Reminder, reminder.Law, known)?.Id ?? NamedPage.RefusedOrSilent,
            _ => "home",
        }, known.Code)?.Path ?? $"/{known.Code}/");
        var file = CalendarFile.Write(Reminder.For(list, content, known, clock.Today), known, clock.Now, target);
        return Results.File(Encoding.UTF8.GetBytes(file), CalendarFile.ContentType, "reminders.ics");
    }

    /// <summary>The list as a file to keep, in the form that the device stores.</summary>
    private static IResult AnswerListFile(HttpContext context) => RouteLanguage(context) is null
        ? Draw(context, NearestPage(context), StatusCodes.Status404NotFound)
        : Results.File(
            ChecklistFile.Write(ChecklistRequest.Read(context.Request.Query).List),
            "application/json",
            "optoutguide-list.json");

    private static IResult Answer(HttpContext context)
    {
        var siteMap = Content(context).SiteMap;
        var path = context.Request.Path.Value ?? "/";
        if (path == "/")
        {
            context.Response.Headers.Vary = "Accept-Language";
            return Results.Redirect($"/{PreferredLanguage(context).Code}/");
        }

        if (siteMap.Find(path) is not { } page)
        {
            return Alternative(path) is { } canonical && siteMap.Find(canonical) is not null
                ? Results.Redirect(canonical + context.Request.QueryString, permanent: true)
                : Draw(context, NearestPage(context), StatusCodes.Status404NotFound);
        }

        var query = ChecklistRequest.Read(context.Request.Query);
        var answers = Answers.Read(context.Request.Query, Content(context).Authorities.Select(authority => authority.Country));
        return (page.Kind, query.Actions.Count, answers.Next) switch
        {
            (PageKind.List, > 0, _) => RedirectToNext(page, query, Clock(context).Today),
            (PageKind.Questions, _, null) => Results.Redirect(siteMap.Find(PageKind.Plan, "plan", page.Language)!.Path + answers.ToQuery()),
            (PageKind.Plan, _, not null) => Results.Redirect(siteMap.Find(PageKind.Questions, "questions", page.Language)!.Path + answers.ToQuery()),
            _ => Draw(context, page, StatusCodes.Status200OK, query, answers),
        };
    }

    /// <summary>The same address in small letters, with or without its last slash.</summary>
    private static string Alternative(string path)
    {
        var trimmed = path.ToLowerInvariant().TrimEnd('/');
        return trimmed.LastIndexOf('/') == 0 ? trimmed + "/" : trimmed;
    }

    private static RazorComponentResult<Document> Draw(HttpContext context, SitePage page, int status, ChecklistRequest? query = null, Answers? answers = null)
    {
        Count(page, status);
        var content = Content(context);
        var visit = new Visit(page, content.FindLanguage(page.Language)!, content, Clock(context).Now, BaseAddress(context), Host(context), query ?? ChecklistRequest.None, answers ?? Answers.None, People(context), MetaApp.Opened(context.Request));
        return new RazorComponentResult<Document>(new { Visit = visit, Status = status, IsLive = !context.RequestServices.GetRequiredService<HubDoor>().IsFull })
        {
            StatusCode = status,
            PreventStreamingRendering = true,
        };
    }

    private static void Count(SitePage page, int status)
    {
        var kind = page.Kind.ToString();
        SiteMeter.PagesDrawn.Add(1, new("page.kind", kind), new("page.language", page.Language), new("http.response.status_code", status));
        Activity.Current?.SetTag("page.kind", kind).SetTag("page.language", page.Language).SetTag("http.response.status_code", status);
    }

    /// <summary>To the list as it is once the address's operations are applied: no address that somebody keeps repeats them.</summary>
    private static IResult RedirectToNext(SitePage page, ChecklistRequest request, DateOnly today)
    {
        var (next, anchor) = request.Apply(today);
        var token = request.Token is { } own ? $"&own={own}" : "";
        return Results.Redirect($"{page.Path}{next.ToQuery()}{token}#{anchor}");
    }

    private static int People(HttpContext context) =>
        int.TryParse(context.Request.Query["n"], NumberStyles.None, CultureInfo.InvariantCulture, out var people)
            ? Math.Clamp(people, 1, WorkshopSheet.MostPeople)
            : 1;

    /// <summary>The home page of the address's language, or of the visitor's, to speak from when there is no page.</summary>
    private static SitePage NearestPage(HttpContext context)
    {
        var content = Content(context);
        var code = context.Request.Path.Value?.Split('/').ElementAtOrDefault(1) ?? "";
        var language = content.FindLanguage(code) ?? PreferredLanguage(context);
        return content.SiteMap.Find(PageKind.Home, "home", language.Code)!;
    }

    private static Language? RouteLanguage(HttpContext context) =>
        Content(context).FindLanguage((string)context.Request.RouteValues["language"]!);

    private static Language PreferredLanguage(HttpContext context)
    {
        var content = Content(context);
        return context.Request.GetTypedHeaders().AcceptLanguage
            .Where(wish => wish.Quality is not 0)
            .OrderByDescending(wish => wish.Quality ?? 1)
            .Select(wish => content.FindLanguage(wish.Value.ToString().Split('-')[0].ToLowerInvariant()))
            .OfType<Language>()
            .FirstOrDefault(content.Languages[0]);
    }

    private static Uri BaseAddress(HttpContext context) => Host(context).AddressFor(context.Request);

    private static SiteOptions Host(HttpContext context) => context.RequestServices.GetRequiredService<IOptions<SiteOptions>>().Value;

    /// <summary>What <see cref="PageCache"/> began with: one request never sees two contents.</summary>
    private static SiteContent Content(HttpContext context) =>
        (context.Features.Get<LoadedContent>() ?? context.RequestServices.GetRequiredService<ContentLibrary>().Loaded!).Content;

    private static SiteClock Clock(HttpContext context) => context.RequestServices.GetRequiredService<SiteClock>();

    /// <summary>Lets components write <c>Assets["site.css"]</c> and get the fingerprinted address.</summary>
    private static ResourceAssetCollection Assets(IEndpointRouteBuilder app)
    {
        var descriptors = app.DataSources
            .SelectMany(source => source.Endpoints)
            .Select(endpoint => endpoint.Metadata.GetMetadata<StaticAssetDescriptor>())
            .OfType<StaticAssetDescriptor>()
            .Where(asset => asset.Selectors.Count == 0);
        return new([.. descriptors.Select(asset => new ResourceAsset(
            asset.Route,
            [.. asset.Properties.Select(property => new ResourceAssetProperty(property.Name, property.Value))]))]);
    }
}
