using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.StaticAssets;
using OptOutGuide.ChecklistPage;
using OptOutGuide.Checklists;
using OptOutGuide.GuidePages;
using OptOutGuide.Security;

namespace OptOutGuide.Site;

/// <summary>Answers every address of the site that is not a file: looks it up in the site map and renders the page.</summary>
internal static partial class SiteEndpoints
{
    private static readonly string[] Reading = [HttpMethods.Get, HttpMethods.Head];

    /// <summary>Where browsers, phones and feed readers look for icons whatever the page says.</summary>
    private static readonly (string Path, string Icon)[] RootIcons =
    [
        ("/favicon.ico", "icons/icon-32.png"),
        ("/apple-touch-icon.png", "icons/full-180.png"),
        ("/apple-touch-icon-{variant}.png", "icons/full-180.png"),
    ];

    /// <summary>To be called once the static assets are mapped: pages name them by their fingerprinted address.</summary>
    public static void MapSiteEndpoints(this WebApplication app)
    {
        var assets = Assets(app);
        SiteDocuments.Map((pattern, costOf, answer) => app.MapMethods(pattern, Reading, Handle(context => costOf(QueryLength(context)), answer)), assets);
        if (app.Environment.IsDevelopment())
        {
            app.MapGet("/styles", Handle(_ => RenderCost.Page(0), context => PageRenderer.Render(context, new("/styles", context.PreferredLanguage.Code, PageKind.Styles, "styles"), PageRequest.None))).WithMetadata(assets);
        }

        foreach (var (path, icon) in RootIcons)
        {
            app.MapMethods(path, Reading, Handle(_ => 0, context => Results.Redirect(context.Content.Host.Logo?.Asset.Path ?? "/" + assets[icon])));
        }

        // Every page: HandlePage finds it by its address and renders it, within what Handle charges and admits.
        app.MapMethods("/{**path}", Reading, Handle(CostOfPage, HandlePage)).WithMetadata(assets);
    }

    /// <summary>The page for an error that nothing else answered. Says nothing of what went wrong.</summary>
    public static Task AnswerErrorAsync(HttpContext context) => Errors(context).AnswerAsync(context, StatusCodes.Status500InternalServerError);

    private static IResult? HandlePage(HttpContext context)
    {
        var siteMap = context.Content.SiteMap;
        var path = context.Request.Path.Value ?? "/";
        if (path == "/")
        {
            context.Response.Headers.Vary = "Accept-Language";
            return Results.Redirect($"/{context.PreferredLanguage.Code}/");
        }

        if (siteMap.Find(path) is not { } page)
        {
            return Letter(context.Content, path) is { } letter ? letter
                : Alternative(path) is { } canonical && siteMap.Find(canonical) is not null ? Results.Redirect(canonical + context.Request.QueryString, permanent: true)
                : null;
        }

        var request = SiteQuery.Selects(page, context.Request.QueryString) ? PageRequest.Read(context.Request.Query, context.Content) : PageRequest.None;
        if (context.Request.Headers["Sec-Fetch-Site"] is [not "same-origin"])
        {
            request = request with { List = request.List.FromElsewhere };
        }

        return (page.Kind, request.List.Actions.Count, request.Answers.Next) switch
        {
            (PageKind.List, > 0, _) => RedirectToNext(page, request.List, context.Content.Services, context.Clock.Today),
            (PageKind.Questions, _, null) => Results.Redirect(siteMap.Find(PageKind.Plan, "plan", page.Language)!.Path + request.Query),
            (PageKind.Plan, _, not null) => Results.Redirect(siteMap.Find(PageKind.Questions, "questions", page.Language)!.Path + request.Query),
            (PageKind.ListDone, _, _) when Outcomes.Of(request.List.List, context.Clock.Today) is Outcome.Open => Results.Redirect(siteMap.Find(PageKind.List, "list", page.Language)!.Path + request.Query),
            _ when context.IsForHeadersOnly => new SiteDocument("text/html; charset=utf-8", () => ""),
            _ => PageRenderer.Render(context, page, request),
        };
    }

    /// <summary>As a plain delegate: binding parameters would build and compile expressions at each start.</summary>
    /// <param name="costOf">Milliseconds; 0 for what is answered without rendering.</param>
    /// <param name="answer">Null for an address that is not there.</param>
    private static RequestDelegate Handle(Func<HttpContext, int> costOf, Func<HttpContext, IResult?> answer)
    {
        return async context =>
        {
            if (await AnswerWithinLimitsAsync(context) is { } refusal)
            {
                await Errors(context).AnswerAsync(context, refusal.Status, refusal.RetryAfter);
            }
        };

        async Task<Refusal?> AnswerWithinLimitsAsync(HttpContext context)
        {
            var limiter = context.RequestServices.GetRequiredService<RenderLimiter>();
            // A page that is rendered for the cache has its slot already (PageCache).
            var cost = context.Features.Get<CacheFill>() is null ? costOf(context) : 0;
            if (cost > 0 && !context.IsForHeadersOnly)
            {
                return await limiter.AnswerAsync(context, cost, AnswerAsync);
            }

            // For a HEAD request nothing is rendered, so it does not wait for a slot.
            if (cost > 0 && limiter.Charge(context, RenderCost.Light(QueryLength(context))) is { } refusal)
            {
                return refusal;
            }

            await AnswerAsync(context);
            return null;
        }

        Task AnswerAsync(HttpContext context) =>
            answer(context) is { } found ? found.ExecuteAsync(context) : Errors(context).AnswerAsync(context, StatusCodes.Status404NotFound);
    }

    private static int CostOfPage(HttpContext context) => context.Request.Path.Value switch
    {
        { } path when context.Content.SiteMap.Find(path) is { } page => RenderCost.Of(page.Kind, QueryLength(context)),
        { } path when LetterPage(context.Content, path) is not null => RenderCost.Light(QueryLength(context)),
        _ => 0,
    };

    private static int QueryLength(HttpContext context) => context.Request.QueryString.Value?.Length ?? 0;

    private static ErrorPages Errors(HttpContext context) => context.RequestServices.GetRequiredService<ErrorPages>();

    private static SiteDocument? Letter(SiteContent content, string path) =>
        LetterPage(content, path) is { } page && LetterFile.Write(content.Article(page)) is { } letter
            ? new(LetterFile.ContentType, () => letter, path[(path.LastIndexOf('/') + 1)..])
            : null;

    /// <summary>The page whose letter has this address as a file; null for any other address.</summary>
    private static SitePage? LetterPage(SiteContent content, string path) =>
        path.EndsWith(LetterFile.Ending, StringComparison.Ordinal) && content.SiteMap.Find(path[..^LetterFile.Ending.Length]) is { Kind: PageKind.Text } page ? page : null;

    /// <summary>
    /// The same address in small letters, with or without its last slash, without what a message has added to it, and without
    /// the second slash that comes of putting addresses together.
    /// </summary>
    private static string Alternative(string path)
    {
        var trimmed = RepeatedSlash().Replace(SentAddress.Repair(path), "/").ToLowerInvariant().TrimEnd('-', '/');
        return trimmed.LastIndexOf('/') == 0 ? trimmed + "/" : trimmed;
    }

    /// <summary>Redirects to the list with the address's operations applied, so that a bookmarked address does not repeat them.</summary>
    private static IResult RedirectToNext(SitePage page, ChecklistRequest request, ServiceCatalog services, DateOnly today)
    {
        var (next, anchor) = request.Apply(services, today);
        var token = request.Token is { } own ? $"&own={own}" : "";
        return Results.Redirect($"{page.Path}{next.ToQuery()}{token}#{anchor}");
    }

    [GeneratedRegex("/{2,}")]
    private static partial Regex RepeatedSlash();

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
