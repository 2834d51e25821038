using System.Collections.Concurrent;
using OptOutGuide.LiveContent;

namespace OptOutGuide.Caching;

/// <summary>The pages of one version of the content, each rendered or being rendered.</summary>
internal sealed class CachedPages(LoadedContent loaded, int codeEdits)
{
    /// <summary>Some 1,500 pages. Requests under many host names can fill it; further pages are rendered for each request.</summary>
    private const long MaxBytes = 64 * 1024 * 1024;

    private readonly ConcurrentDictionary<PageKey, Task<CachedPage?>> _pages = new();
    private long _bytes;

    public LoadedContent Loaded => loaded;

    /// <summary>How many edits of the code came before it.</summary>
    public int CodeEdits => codeEdits;

    public Task<CachedPage?>? Find(in PageKey key) => _pages.GetValueOrDefault(key);

    /// <summary>The same for every visitor. The list page is not: it holds protected component parameters that expire.</summary>
    public bool IsCacheable(in PageKey key) => (Interlocked.Read(ref _bytes) < MaxBytes || _pages.ContainsKey(key)) && IsSameForAll(key.Path);

    private bool IsSameForAll(string path) => loaded.Content.SiteMap.Find(path) is { Kind: not (PageKind.List or PageKind.ListDone or PageKind.ListPrint or PageKind.ListShare or PageKind.Plan) }
        || path is SiteFiles.SitemapPath or SiteFiles.RobotsPath or SiteFiles.ServiceWorker or SiteFiles.DeadlinesData or SiteFiles.GuidesData
        || loaded.Content.Languages.Any(language => path == SiteFiles.Feed(language) || path == SiteFiles.Manifest(language));

    /// <summary>The rendering task for this page: the caller's own, or one that is running or fresh.</summary>
    /// <returns>With the caller's own task, also the page that it replaces.</returns>
    public (Task<CachedPage?> Rendering, CachedPage? Old) GetOrAdd(PageKey key, Task<CachedPage?> own, DateTimeOffset now)
    {
        while (true)
        {
            var found = _pages.GetOrAdd(key, own);
            if (found == own)
            {
                return (own, null);
            }

            if (!found.IsCompleted || found.Result?.IsFreshAt(now) == true)
            {
                return (found, null);
            }

            if (_pages.TryUpdate(key, own, found))
            {
                return (own, found.Result);
            }
        }
    }

    /// <summary>After rendering: counts the page's bytes, or forgets a page that could not be rendered.</summary>
    public void Complete(PageKey key, CachedPage? page, CachedPage? old)
    {
        Interlocked.Add(ref _bytes, (page?.Body.Size ?? 0) - (old?.Body.Size ?? 0));
        if (page is null)
        {
            _pages.TryRemove(key, out _);
        }
    }
}

/// <param name="Host">Empty, like the scheme, if the site has a base address; without a port on which the site does not listen.</param>
internal readonly record struct PageKey(string Scheme, string Host, string Path, bool IsInAppBrowser);
