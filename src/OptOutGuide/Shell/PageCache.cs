using System.Collections.Concurrent;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using OptOutGuide.Offline;

namespace OptOutGuide.Shell;

/// <summary>
/// Draws a page once and answers with the same bytes until its words change: with the content, or with the clock.
/// What an address with a query says is one visitor's own: drawn for each request, and nobody's to keep.
/// </summary>
internal sealed class PageCache(RequestDelegate next, ContentLibrary library, SiteClock clock, TimeProvider time, IOptions<SiteOptions> options)
{
    private readonly bool _hasOneAddress = options.Value.BaseAddress is not null;

    private readonly Lock _renewal = new();
    private volatile Shelf _shelf = new(library.Loaded!);

    public Task InvokeAsync(HttpContext context)
    {
        var shelf = CurrentShelf();
        var request = context.Request;
        if (request.QueryString.HasValue || !(HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method)))
        {
            return PassOnAsync(context, shelf);
        }

        var key = new PageKey(_hasOneAddress ? "" : request.Scheme, _hasOneAddress ? "" : request.Host.Value ?? "", request.Path.Value ?? "", MetaApp.Opened(request));
        var now = time.GetUtcNow();
        if (shelf.Find(key) is { IsCompletedSuccessfully: true, Result: { } page } && page.HoldsAt(now))
        {
            SiteMeter.CacheHits.Add(1);
            return page.AnswerAsync(context, now);
        }

        return DrawOnceAsync(context, shelf, key, now);
    }

    /// <summary>Other content is another shelf: a page drawn from the old never stands among the new.</summary>
    private Shelf CurrentShelf()
    {
        if (_shelf.Loaded == library.Loaded)
        {
            return _shelf;
        }

        lock (_renewal)
        {
            return _shelf.Loaded == library.Loaded ? _shelf : _shelf = new Shelf(library.Loaded!);
        }
    }

    private Task PassOnAsync(HttpContext context, Shelf shelf)
    {
        context.Features.Set(shelf.Loaded);
        context.Response.OnStarting(static response =>
        {
            var headers = ((HttpResponse)response).Headers;
            if (headers.CacheControl.Count == 0)
            {
                headers.CacheControl = "no-store";
            }

            return Task.CompletedTask;
        }, context.Response);
        return next(context);
    }

    /// <summary>However many ask at the same time, one draws and the others wait for it.</summary>
    private async Task DrawOnceAsync(HttpContext context, Shelf shelf, PageKey key, DateTimeOffset now)
    {
        if (!shelf.MayKeep(key))
        {
            await PassOnAsync(context, shelf);
            return;
        }

        var promise = new TaskCompletionSource<KeptPage?>(TaskCreationOptions.RunContinuationsAsynchronously);
        var (drawing, old) = shelf.Claim(key, promise.Task, now);
        if (drawing != promise.Task)
        {
            await (await drawing is { } drawn ? drawn.AnswerAsync(context, time.GetUtcNow()) : PassOnAsync(context, shelf));
            return;
        }

        SiteMeter.CacheMisses.Add(1);
        KeptPage? page = null;
        try
        {
            page = await DrawAsync(context, shelf, key, now, old);
        }
        finally
        {
            shelf.Put(key, page, old);
            promise.SetResult(page);
        }

        if (page is not null)
        {
            await page.AnswerAsync(context, now);
        }
    }

    /// <summary>Lets the site answer into memory. Null, and the answer sent on, where it is not one to keep.</summary>
    private async Task<KeptPage?> DrawAsync(HttpContext context, Shelf shelf, PageKey key, DateTimeOffset now, KeptPage? old)
    {
        var (response, wishes) = (context.Response, context.Request.Headers.AcceptEncoding);
        var body = response.Body;
        using var drawn = new MemoryStream();
        response.Body = drawn;
        // Compressed here, once and well, instead of on the way.
        context.Request.Headers.AcceptEncoding = default;
        try
        {
            await PassOnAsync(context, shelf);
        }
        finally
        {
            response.Body = body;
            context.Request.Headers.AcceptEncoding = wishes;
        }

        if (response.StatusCode is not StatusCodes.Status200OK)
        {
            drawn.Position = 0;
            await drawn.CopyToAsync(body);
            return null;
        }

        // The moment was taken before the page was drawn: a change in between ends it at once.
        var content = shelf.Loaded.Content;
        var changesAt = content.SiteMap.Find(key.Path) is { Kind: PageKind.Home }
            ? content.Deadlines.Select(deadline => deadline.NextChange(now)).Append(clock.NextMidnight(now)).Min()
            : clock.NextMidnight(now);
        return KeptPage.From(drawn.ToArray(), response.ContentType!, now, changesAt, isForEveryone: !key.IsInMetaApp, old);
    }

    /// <param name="Host">Empty, like the scheme, where the site has one address whatever it is asked under.</param>
    private readonly record struct PageKey(string Scheme, string Host, string Path, bool IsInMetaApp);

    /// <summary>The pages of one content, each drawn or being drawn.</summary>
    private sealed class Shelf(LoadedContent loaded)
    {
        /// <summary>Some 1,500 pages. Who asks under ever new hosts can fill it, and is then drawn for like anyone else.</summary>
        private const long MostBytes = 64 * 1024 * 1024;

        private readonly ConcurrentDictionary<PageKey, Task<KeptPage?>> _pages = new();
        private long _bytes;

        public LoadedContent Loaded => loaded;

        public Task<KeptPage?>? Find(in PageKey key) => _pages.GetValueOrDefault(key);

        /// <summary>A page that is the same for everyone. The list is not: its live part is sealed in for minutes only.</summary>
        public bool MayKeep(in PageKey key) => (Interlocked.Read(ref _bytes) < MostBytes || _pages.ContainsKey(key)) && IsSameForAll(key.Path);

        private bool IsSameForAll(string path) => loaded.Content.SiteMap.Find(path) is { Kind: not (PageKind.List or PageKind.ListPrint or PageKind.ListShare or PageKind.Plan) }
            || path is SearchFiles.SitemapPath or SearchFiles.RobotsPath or OfflineScript.Path
            || loaded.Content.Languages.Any(language => path == ChangeFeed.Path(language) || path == WebManifest.Path(language));

        /// <summary>The drawing that counts for this page: the caller's own, or the one that another has begun.</summary>
        /// <returns>With the caller's own, also the page that it takes the place of.</returns>
        public (Task<KeptPage?> Drawing, KeptPage? Old) Claim(PageKey key, Task<KeptPage?> own, DateTimeOffset now)
        {
            while (true)
            {
                var found = _pages.GetOrAdd(key, own);
                if (found == own)
                {
                    return (own, null);
                }

                if (!found.IsCompleted || found.Result?.HoldsAt(now) == true)
                {
                    return (found, null);
                }

                if (_pages.TryUpdate(key, own, found))
                {
                    return (own, found.Result);
                }
            }
        }

        public void Put(PageKey key, KeptPage? page, KeptPage? old)
        {
            Interlocked.Add(ref _bytes, (page?.Size ?? 0) - (old?.Size ?? 0));
            if (page is null)
            {
                _pages.TryRemove(key, out _);
            }
        }
    }
}
