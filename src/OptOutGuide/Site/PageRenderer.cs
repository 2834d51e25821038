using System.Diagnostics;
using Microsoft.AspNetCore.Http.HttpResults;
using OptOutGuide.Circuits;
using OptOutGuide.Embeds;
using OptOutGuide.Layout;
using OptOutGuide.Telemetry;

namespace OptOutGuide.Site;

/// <summary>Renders a page of the site map, or the page about an error.</summary>
internal static class PageRenderer
{
    public static IResult Render(HttpContext context, SitePage page, PageRequest request)
    {
        Count(page, StatusCodes.Status200OK);
        if (page.IsEmbed)
        {
            return new RazorComponentResult<EmbedDocument>(new { Context = Context(context, page, "", isInAppBrowser: false) });
        }

        var pageContext = Context(context, page, page.IsOfWorkshop ? request.Workshop.ToQuery() : request.Query, InAppBrowser.IsUsedBy(context.Request)) with { List = request.List.List, Person = request.List.State.OpenPerson.Id, AnswersQuery = request.Answers.ToQuery() };
        var hasCircuit = !context.RequestServices.GetRequiredService<CircuitHubGuard>().IsFull;
        return Result(new PageView
        {
            Context = pageContext,
            Title = PageHeads.Title(pageContext.ForText, request),
            Description = PageHeads.Description(pageContext.ForText),
            IsForSearch = page.IsForSearch && request.List.List.IsEmpty && request.Workshop.IsEmpty,
            Picture = PageBodies.Picture(pageContext),
            Scripts = PageBodies.Scripts(pageContext, request, hasCircuit),
            Body = PageBodies.Body(pageContext, request),
        });
    }

    /// <param name="nearest">The page whose language and navigation the error page has.</param>
    /// <param name="status">The HTTP status that the page is about; the page does not say what caused it.</param>
    public static RazorComponentResult<Document> RenderError(HttpContext context, SitePage nearest, int status)
    {
        Count(nearest, status);
        // The same for everybody, whatever the query.
        var pageContext = Context(context, nearest, "", isInAppBrowser: false);
        return Result(new PageView
        {
            Context = pageContext,
            Status = status,
            Title = pageContext.Texts<ErrorTexts>().For(status).Title,
            Description = pageContext.Texts<SiteTexts>().Tagline,
            Body = PageBodies.Error(status),
        });
    }

    private static RazorComponentResult<Document> Result(PageView view) => new(new { View = view })
    {
        StatusCode = view.Status,
        PreventStreamingRendering = true,
    };

    private static PageContext Context(HttpContext context, SitePage page, string query, bool isInAppBrowser) => new(
        page,
        context.Content.FindLanguage(page.Language)!,
        context.Content,
        context.Clock.Now,
        context.SiteAddress,
        context.Site,
        query,
        isInAppBrowser);

    private static void Count(SitePage page, int status)
    {
        var kind = page.Kind.ToString();
        SiteMeter.PagesRendered.Add(1, new("page.kind", kind), new("page.language", page.Language), new("http.response.status_code", status));
        Activity.Current?.SetTag("page.kind", kind).SetTag("page.language", page.Language).SetTag("http.response.status_code", status);
    }
}
