using System.Diagnostics.Metrics;

namespace OptOutGuide.Operations;

/// <summary>
/// What the site counts of itself, under the name <c>OptOutGuide</c>. No tag may say anything about a visitor: kinds of
/// pages and languages only. Open circuits, requests and their times are counted by the framework's own meters.
/// </summary>
internal static class SiteMeter
{
    public const string Name = "OptOutGuide";

    private static readonly Meter Meter = new(Name);

    /// <summary>A page drawn anew, by <c>page.kind</c>, <c>page.language</c> and <c>http.response.status_code</c>; a page from the cache is a hit instead.</summary>
    public static Counter<long> PagesDrawn { get; } = Meter.CreateCounter<long>("page.drawn", "{page}", "Pages drawn.");

    /// <summary>A page answered from memory.</summary>
    public static Counter<long> CacheHits { get; } = Meter.CreateCounter<long>("page.cache.hit", "{page}", "Pages answered from memory.");

    /// <summary>A page that is for memory and had to be drawn first: the first time, after an edit, at a new day.</summary>
    public static Counter<long> CacheMisses { get; } = Meter.CreateCounter<long>("page.cache.miss", "{page}", "Pages that had to be drawn for the cache.");

    /// <summary>A list whose connection broke and came back to the same circuit.</summary>
    public static Counter<long> CircuitsReconnected { get; } = Meter.CreateCounter<long>("circuits.reconnected", "{circuit}", "Circuits that were found again after their connection broke.");

    /// <summary>A list that got no circuit, since there were too many, and works by its links.</summary>
    public static Counter<long> CircuitsRefused { get; } = Meter.CreateCounter<long>("circuits.refused", "{circuit}", "Circuits refused, since too many were open.");

    /// <summary>A connection to the hub that was ended, since it asked for what no page of the site asks for or did not read its drawings.</summary>
    public static Counter<long> ConnectionsEnded { get; } = Meter.CreateCounter<long>("circuits.connections.ended", "{connection}", "Connections to the hub that were ended for what they asked.");

    /// <summary>Problems of the content as it stands in the folder, by <c>severity</c>.</summary>
    public static Gauge<int> ContentProblems { get; } = Meter.CreateGauge<int>("content.problems", "{problem}", "Problems of the content folder.");

    /// <summary>How long it took to read the content, whether or not it then held together.</summary>
    public static Histogram<double> ContentReloadDuration { get; } = Meter.CreateHistogram(
        "content.reload.duration",
        "s",
        "Time to read the content folder.",
        advice: new InstrumentAdvice<double> { HistogramBucketBoundaries = [0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30] });
}
