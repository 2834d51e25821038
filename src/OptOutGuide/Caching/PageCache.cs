using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using OptOutGuide.Circuits;
using OptOutGuide.Configuration;
using OptOutGuide.Layout;
using OptOutGuide.LiveContent;
using OptOutGuide.Responses;
using OptOutGuide.Security;
using OptOutGuide.Site;
using OptOutGuide.Telemetry;

namespace OptOutGuide.Caching;

/// <summary>
/// Renders a page once and serves the same bytes until the content or the clock changes it.
/// A page whose query selects what it shows is personal: rendered for each request, and not cacheable. Any other query is ignored.
/// </summary>
internal sealed class PageCache(RequestDelegate next, ContentLibrary library, SiteClock clock, TimeProvider time, IOptions<SiteOptions> options, RenderLimiter limiter, ErrorPages errors)
{
    private readonly bool _hasOneAddress = options.Value.BaseAddress is not null;

    private readonly Lock _renewal = new();
    private volatile CachedPages _pages = new(library.Loaded!, CodeEdits.Count);

    public Task InvokeAsync(HttpContext context)
    {
        // A connection to the hub lasts for hours, and this version with its pages would stay in memory for as long.
        if (CircuitHubGuard.IsHubRequest(context))
        {
            return InvokeNextAsync(context, null);
        }

        var pages = CurrentPages();
        var request = context.Request;
        if (!(HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method)) || IsPersonal(request, pages))
        {
            return InvokeNextAsync(context, pages);
        }

        var key = new PageKey(_hasOneAddress ? "" : request.Scheme, _hasOneAddress ? "" : SiteOptions.HostOf(request), request.Path.Value ?? "", InAppBrowser.IsUsedBy(request));
        var now = time.GetUtcNow();
        if (pages.Find(key) is { IsCompletedSuccessfully: true, Result: { } page } && page.IsFreshAt(now))
        {
            SiteMeter.CacheHits.Add(1);
            return page.AnswerAsync(context, now);
        }

        return RenderOnceAsync(context, pages, key, now);
    }

    private static bool IsPersonal(HttpRequest request, CachedPages pages) =>
        request.QueryString.HasValue && SiteQuery.Selects(pages.Loaded.Content.SiteMap.Find(request.Path.Value ?? ""), request.QueryString);

    /// <summary>Empty after new content, or new code during development: no page from before is served.</summary>
    private CachedPages CurrentPages()
    {
        if (IsCurrent(_pages))
        {
            return _pages;
        }

        lock (_renewal)
        {
            return IsCurrent(_pages) ? _pages : _pages = new CachedPages(library.Loaded!, CodeEdits.Count);
        }
    }

    private bool IsCurrent(CachedPages pages) => pages.Loaded == library.Loaded && pages.CodeEdits == CodeEdits.Count;

    private Task InvokeNextAsync(HttpContext context, CachedPages? pages)
    {
        context.Features.Set(pages?.Loaded);
        context.Response.OnStarting(static response =>
        {
            var headers = ((HttpResponse)response).Headers;
            // A cached page has set its own by then (CachedPage); Blazor sets a longer value with the same meaning on pages with a circuit.
            if (headers.CacheControl.Count == 0 || headers.CacheControl.ToString().Contains("no-store", StringComparison.Ordinal))
            {
                headers.CacheControl = "no-store";
            }

            return Task.CompletedTask;
        }, context.Response);
        return next(context);
    }

    /// <summary>Of concurrent requests one renders and the others await it.</summary>
    private async Task RenderOnceAsync(HttpContext context, CachedPages pages, PageKey key, DateTimeOffset now)
    {
        if (!pages.IsCacheable(key))
        {
            await InvokeNextAsync(context, pages);
            return;
        }

        var promise = new TaskCompletionSource<CachedPage?>(TaskCreationOptions.RunContinuationsAsynchronously);
        var (rendering, old) = pages.GetOrAdd(key, promise.Task, now);
        if (rendering != promise.Task)
        {
            await (await rendering is { } rendered ? rendered.AnswerAsync(context, time.GetUtcNow()) : InvokeNextAsync(context, pages));
            return;
        }

        SiteMeter.CacheMisses.Add(1);
        CachedPage? page = null;
        try
        {
            // The number of pages under one address is limited, so the first client is not charged for them. The number of
            // hosts is not.
            if (!_hasOneAddress && limiter.Charge(context, RenderCost.CacheFill) is { } refusal)
            {
                context.Features.Set(pages.Loaded);
                await errors.AnswerAsync(context, refusal.Status, refusal.RetryAfter);
            }
            else
            {
                page = await CaptureAsync(context, pages, key, now, old);
            }
        }
        finally
        {
            pages.Complete(key, page, old);
            promise.SetResult(page);
        }

        if (page is not null)
        {
            await page.AnswerAsync(context, now);
        }
    }

    /// <summary>Renders the response into memory. Null, with the response sent, if it is not cacheable.</summary>
    private async Task<CachedPage?> CaptureAsync(HttpContext context, CachedPages pages, PageKey key, DateTimeOffset now, CachedPage? old)
    {
        using var turn = await limiter.AcquireClientCacheFillAsync(context);
        using var slot = await limiter.AcquireCacheFillSlotAsync();
        context.Features.Set(CacheFill.Mark);
        var response = context.Response;
        var body = response.Body;
        using var rendered = new MemoryStream();
        response.Body = rendered;
        try
        {
            await InvokeNextAsync(context, pages);
        }
        finally
        {
            response.Body = body;
        }

        if (response.StatusCode is not StatusCodes.Status200OK)
        {
            rendered.Position = 0;
            await rendered.CopyToAsync(body);
            return null;
        }

        // "now" was taken before rendering: a page that changed meanwhile is stale at once.
        var content = pages.Loaded.Content;
        var changesAt = key.Path is SiteFiles.DeadlinesData || content.SiteMap.Find(key.Path) is { Kind: PageKind.Home or PageKind.DatesFrame }
            ? content.Deadlines.Select(deadline => deadline.NextChange(now)).Append(clock.NextMidnight(now)).Min()
            : clock.NextMidnight(now);
        var encoded = EncodedBody.From(rendered.ToArray(), old?.Body);
        // Within the slot; those who wait for the page mostly ask for the same coding.
        encoded.For(context.Request).Compress();
        return new(encoded, response.ContentType!, now, changesAt, isForEveryone: !key.IsInAppBrowser);
    }
}
