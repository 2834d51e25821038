using System.Diagnostics.Metrics;

namespace OptOutGuide.Telemetry;

/// <summary>
/// What the site counts of itself, under the name <c>OptOutGuide</c>. Tags are page kind, page language, status code and problem
/// severity; none describes a visitor. Open circuits, requests and their times are counted by the framework's own meters.
/// </summary>
internal static class SiteMeter
{
    public const string Name = "OptOutGuide";

    private static readonly Meter Meter = new(Name);

    /// <summary>A page rendered, for the cache or for one request, by <c>page.kind</c>, <c>page.language</c> and <c>http.response.status_code</c>; a page from the cache is a hit instead.</summary>
    public static Counter<long> PagesRendered { get; } = Meter.CreateCounter<long>("page.rendered", "{page}", "Pages rendered.");

    /// <summary>A response from the cache.</summary>
    public static Counter<long> CacheHits { get; } = Meter.CreateCounter<long>("page.cache.hit", "{page}", "Pages answered from memory.");

    /// <summary>A cacheable page that had to be rendered: on first use, after an edit, on a new day.</summary>
    public static Counter<long> CacheMisses { get; } = Meter.CreateCounter<long>("page.cache.miss", "{page}", "Cacheable pages that had to be rendered.");

    /// <summary>A connection that was lost and restored to the same circuit.</summary>
    public static Counter<long> CircuitsReconnected { get; } = Meter.CreateCounter<long>("circuits.reconnected", "{circuit}", "Circuits that were found again after their connection broke.");

    /// <summary>A hub connection refused with status 503, since <c>Site:MaxCircuits</c> were open; its list page works by its links.</summary>
    public static Counter<long> CircuitsRefused { get; } = Meter.CreateCounter<long>("circuits.refused", "{circuit}", "Hub connections refused, since too many were open.");

    /// <summary>A page that was not rendered because too many were waiting.</summary>
    public static Counter<long> RendersRefused { get; } = Meter.CreateCounter<long>("page.refused", "{page}", "Pages refused, since too many waited to be rendered.");

    /// <summary>A hub connection that was ended, for a call that no page of the site makes or for more unread output than its limit.</summary>
    public static Counter<long> ConnectionsEnded { get; } = Meter.CreateCounter<long>("circuits.connections.ended", "{connection}", "Hub connections ended: unexpected call, or too much unread output.");

    /// <summary>Problems of the content folder, by <c>severity</c>.</summary>
    public static Gauge<int> ContentProblems { get; } = Meter.CreateGauge<int>("content.problems", "{problem}", "Problems of the content folder.");

    /// <summary>Time to read the content, valid or not.</summary>
    public static Histogram<double> ContentReloadDuration { get; } = Meter.CreateHistogram(
        "content.reload.duration",
        "s",
        "Time to read the content folder.",
        advice: new InstrumentAdvice<double> { HistogramBucketBoundaries = [0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30] });
}
