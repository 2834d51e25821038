using System.Collections.Concurrent;
using System.Globalization;
using System.Runtime.CompilerServices;
using OptOutGuide.LiveContent;
using OptOutGuide.Responses;

namespace OptOutGuide.Site;

/// <summary>
/// The pages for 404, 429, 500 and 503. They are the same for everybody, so each is rendered once for each language and
/// version of the content: to refuse a request costs no rendering.
/// </summary>
internal sealed class ErrorPages(ContentLibrary library)
{
    private readonly ConditionalWeakTable<LoadedContent, ConcurrentDictionary<(string Language, int Status), Task<EncodedBody>>> _bodies = [];

    /// <param name="retryAfter">When to try again, for a refusal that passes.</param>
    public async Task AnswerAsync(HttpContext context, int status, TimeSpan? retryAfter = null)
    {
        var body = await BodyAsync(context, status);
        var response = context.Response;
        response.StatusCode = status;
        response.ContentType = "text/html; charset=utf-8";
        response.Headers.CacheControl = "no-store";
        if (retryAfter is { } pause)
        {
            response.Headers.RetryAfter = Math.Max(1, Math.Ceiling(pause.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
        }

        await body.For(context.Request).SendAsync(context);
    }

    private async Task<EncodedBody> BodyAsync(HttpContext context, int status)
    {
        var bodies = _bodies.GetOrCreateValue(context.Features.Get<LoadedContent>() ?? library.Loaded!);
        var page = context.NearestPage;
        var promise = new TaskCompletionSource<EncodedBody>(TaskCreationOptions.RunContinuationsAsynchronously);
        var body = bodies.GetOrAdd((page.Language, status), promise.Task);
        if (body != promise.Task)
        {
            return await body;
        }

        try
        {
            promise.SetResult(EncodedBody.From(await RenderAsync(context, page, status)));
        }
        catch (Exception exception)
        {
            // Rendered again for the next request; those that waited for this one get the exception.
            bodies.TryRemove((page.Language, status), out _);
            promise.SetException(exception);
        }

        return await promise.Task;
    }

    /// <summary>The bytes of a page, of which nothing is sent.</summary>
    private static async Task<byte[]> RenderAsync(HttpContext context, SitePage nearest, int status)
    {
        var body = context.Response.Body;
        using var page = new MemoryStream();
        context.Response.Body = page;
        try
        {
            await PageRenderer.RenderError(context, nearest, status).ExecuteAsync(context);
        }
        finally
        {
            context.Response.Body = body;
        }

        return page.ToArray();
    }
}
