using System.Diagnostics.Metrics;

namespace OptOutGuide.Telemetry;

/// <summary>
/// What the site counts of itself, under the name <c>OptOutGuide</c>. No tag may say anything about a visitor: kinds of
/// pages and languages only. Open circuits, requests and their times are counted by the framework's own meters.
/// </summary>
internal static class SiteMeter
{
    public const string Name = "OptOutGuide";

    private static readonly Meter Meter = new(Name);

    /// <summary>A page rendered again, by <c>page.kind</c>, <c>page.language</c> and <c>http.response.status_code</c>; a page from the cache is a hit instead.</summary>
    public static Counter<long> PagesRendered { get; } = Meter.CreateCounter<long>("page.rendered", "{page}", "Pages rendered.");

    /// <summary>A response from the cache.</summary>
    public static Counter<long> CacheHits { get; } = Meter.CreateCounter<long>("page.cache.hit", "{page}", "Pages answered from memory.");

    /// <summary>A cacheable page that had to be rendered: on first use, after an edit, on a new day.</summary>
    public static Counter<long> CacheMisses { get; } = Meter.CreateCounter<long>("page.cache.miss", "{page}", "Cacheable pages that had to be rendered.");

    /// <summary>A connection that was lost and restored to the same circuit.</summary>
    public static Counter<long> CircuitsReconnected { get; } = Meter.CreateCounter<long>("circuits.reconnected", "{circuit}", "Circuits that were found again after their connection broke.");

    /// <summary>A list page that got no circuit because the limit was reached; it works by its links.</summary>
    public static Counter<long> CircuitsRefused { get; } = Meter.CreateCounter<long>("circuits.refused", "{circuit}", "Circuits refused, since too many were open.");

    /// <summary>A page that was not rendered because too many were waiting.</summary>
    public static Counter<long> RendersRefused { get; } = Meter.CreateCounter<long>("page.refused", "{page}", "Pages refused, since too many waited to be rendered.");

    /// <summary>A connection to the hub that was ended, since it asked for what no page of the site asks for or did not read its render batches.</summary>
    public static Counter<long> ConnectionsEnded { get; } = Meter.CreateCounter<long>("circuits.connections.ended", "{connection}", "Connections to the hub that were ended for what they asked.");

    /// <summary>Problems of the content folder, by <c>severity</c>.</summary>
    public static Gauge<int> ContentProblems { get; } = Meter.CreateGauge<int>("content.problems", "{problem}", "Problems of the content folder.");

    /// <summary>Time to read the content, valid or not.</summary>
    public static Histogram<double> ContentReloadDuration { get; } = Meter.CreateHistogram(
        "content.reload.duration",
        "s",
        "Time to read the content folder.",
        advice: new InstrumentAdvice<double> { HistogramBucketBoundaries = [0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30] });
}
