using System.ComponentModel.DataAnnotations;

namespace OptOutGuide.Configuration;

/// <summary>Settings under <c>Site</c>.</summary>
public sealed class SiteOptions : IValidatableObject
{
    public const string AddressMissing = "Site:BaseAddress must be set in Production, such as Site__BaseAddress=https://example.org/; or set Site:AnyHost=true to take the address of each request.";

    public const string PublisherMissing = "In Production somebody answers for the site: write \"publisher\" into host.yml in a folder of Site:ContentFolders (docs/adopt.md), or set Site:Demo=true, which every page then says.";

    /// <summary>Folder of the content, absolute or below the program's own folder.</summary>
    [Required]
    public string ContentFolder { get; init; } = "content";

    /// <summary>
    /// Several folders of content, separated by <c>;</c>: each changes those before it, file by file and entry by entry. Null
    /// for <see cref="ContentFolder"/> alone.
    /// </summary>
    public string? ContentFolders { get; init; }

    /// <summary>
    /// The file that <c>check --record</c> has written about this content, absolute or below the program's own folder. Where it
    /// says that the content has no problem, the first pages are shown before all languages are read.
    /// </summary>
    [Required]
    public string CheckFile { get; init; } = CheckedContent.File;

    /// <summary>
    /// Public address of the site, such as <c>https://example.org/</c>. Null to take it from each request, which Production
    /// allows with <see cref="AnyHost"/> only. A host name in Unicode is converted to ASCII (<c>xn--…</c>), as requests have it.
    /// </summary>
    public Uri? BaseAddress
    {
        get;
        init => field = value is { IsAbsoluteUri: true, Host.Length: > 0 } ? new UriBuilder(value) { Host = value.IdnHost }.Uri : value;
    }

    /// <summary>
    /// The site has no address of its own: pages name the host of the request. Pages are then rendered and cached once per host.
    /// </summary>
    public bool AnyHost { get; init; }

    /// <summary>
    /// Adds <c>includeSubDomains; preload</c> to the HSTS header: every host below this one must then use https, and the
    /// host may be entered in browsers' preload list, from which it is hard to remove. HSTS itself is sent outside
    /// Development where <see cref="BaseAddress"/> or the request is https.
    /// </summary>
    public bool HstsPreload { get; init; }

    /// <summary>Where a day begins and ends for the visitors.</summary>
    [Required]
    public string TimeZone { get; init; } = "Europe/Paris";

    /// <summary>
    /// Seconds for which a list is kept on the server after its connection was lost. A silent connection counts as lost after
    /// 30 seconds, so that by default every list is released within a minute.
    /// </summary>
    [Range(0, 3600)]
    public int CircuitRetentionSeconds { get; init; } = 20;

    /// <summary>
    /// Addresses and networks of the proxies in front, separated by commas, such as <c>10.1.2.0/24, fd00::1</c>. Their
    /// forwarded address, scheme and host are used; the headers of other clients are ignored. Without it all visitors behind a
    /// proxy
    /// count as one client.
    /// </summary>
    public string? TrustedProxies { get; init; }

    /// <summary>
    /// How many lists may have a circuit at a time; beyond it lists work as plain pages. 0: all do. By default as many of the
    /// fullest lists as fit in the memory that .NET may use.
    /// </summary>
    [Range(0, 1_000_000)]
    public int MaxCircuits { get; init; } = CircuitMemory.MaxCircuitsFor(GC.GetGCMemoryInfo().TotalAvailableMemoryBytes);

    /// <summary>How many lists with a circuit one client may have at a time. A client is an IPv4 address or an IPv6 network of
    /// 64 bits.</summary>
    [Range(1, 1_000_000)]
    public int CircuitsPerClient { get; init; } = 200;

    /// <summary>How many lists one client may open a minute, all at once if need be.</summary>
    [Range(1, 1_000_000)]
    public int CircuitsPerMinute { get; init; } = 300;

    /// <summary>
    /// Milliseconds of processor time a second that the open lists of one client may take together, and two seconds' worth at
    /// once. A click takes 1 to 10. Beyond it they answer later.
    /// </summary>
    [Range(10, 1_000_000)]
    public int CircuitWorkPerClient { get; init; } = 250;

    /// <summary>
    /// Milliseconds of processor time a minute that are spent on rendering for one client, all at once if need be, estimated from
    /// its requests: a list costs 3 to 23, the document of a workshop 100, a cached page nothing.
    /// </summary>
    [Range(1, 1_000_000)]
    public int RenderMillisecondsPerMinute { get; init; } = 6000;

    /// <summary>How many connections one client may hold, open lists included.</summary>
    [Range(1, 1_000_000)]
    public int ConnectionsPerClient { get; init; } = 1000;

    /// <summary>Folder of the keys that nodes share; null to keep them in memory, for a single node.</summary>
    public string? KeysFolder { get; init; }

    /// <summary>Seconds that a node keeps answering after the stop signal, until the load balancer has seen that it is no longer ready.</summary>
    [Range(0, 5)]
    public int DrainSeconds { get; init; }

    /// <summary>
    /// Whether visited pages can be read offline. False also deletes what devices have stored, at a visitor's next page; the
    /// page on privacy then has a section to remove.
    /// </summary>
    public bool Offline { get; init; } = true;

    /// <summary>
    /// This copy has no publisher (<c>publisher</c> in <c>host.yml</c>), which Production requires otherwise, and says so on every page.
    /// </summary>
    public bool Demo { get; init; }

    /// <summary>Where visitors may report that a step has changed; null to offer no e-mail.</summary>
    [EmailAddress]
    public string? ReportEmail { get; init; }

    /// <summary>Address where a new public report is opened, such as <c>https://…/issues/new</c>; null to offer none.</summary>
    public Uri? ReportIssues { get; init; }

    /// <summary>Where to report a vulnerability, as <c>mailto:…</c> or <c>https://…</c>; null for no <c>security.txt</c>.</summary>
    public Uri? SecurityContact { get; init; }

    /// <summary>
    /// Other sites that may show the embeds (<c>/fr/integrer</c>) in a frame, separated by commas, such as
    /// <c>https://news.example, https://*.library.example</c>. Null: none. Nothing else of the site can be framed.
    /// </summary>
    public string? EmbedOrigins { get; init; }

    /// <summary>Where the content is.</summary>
    public ContentLayers LayersOf(IHostEnvironment environment) => ContentLayers.Of(environment.ContentRootPath, ContentFolders is null ? [ContentFolder] : SplitFolders(ContentFolders));

    /// <summary>Scheme and host of absolute addresses; host filtering has let the request's host through: it is one of ours.</summary>
    public Uri AddressFor(HttpRequest request) => BaseAddress ?? new Uri($"{request.Scheme}://{HostOf(request)}/");

    /// <summary>The host of a request in ASCII, with its port if the site listens on it; a client may send any other port.</summary>
    public static string HostOf(HttpRequest request) =>
        (request.Host.Port == request.HttpContext.Connection.LocalPort || !request.Host.HasValue ? request.Host : new HostString(request.Host.Host)).ToUriComponent().ToLowerInvariant();

    /// <summary>For operators of public sites: without an address, each client decides which one the pages contain.</summary>
    public static bool HasAddress(SiteOptions site, IHostEnvironment environment) => site.BaseAddress is not null || site.AnyHost || !environment.IsProduction();

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (BaseAddress is { IsAbsoluteUri: false } or { Scheme: not ("http" or "https") } or { AbsolutePath: not "/" })
        {
            yield return new("Site:BaseAddress must be an http or https address without a path, such as https://example.org/.");
        }

        if (ConnectionsPerClient < CircuitsPerClient)
        {
            yield return new("Site:ConnectionsPerClient must not be lower than Site:CircuitsPerClient: each live list holds a connection.");
        }

        if (ReportIssues is { IsAbsoluteUri: false } or { Scheme: not "https" })
        {
            yield return new("Site:ReportIssues must be an address that starts with https://.");
        }

        if (ProxyNetworks.Read(TrustedProxies).Any(proxy => proxy is null))
        {
            yield return new("Site:TrustedProxies must be addresses or networks parted by commas, such as 10.1.2.0/24, fd00::1.");
        }

        if (Configuration.EmbedOrigins.Read(EmbedOrigins).Any(origin => origin is null))
        {
            yield return new("Site:EmbedOrigins must be origins parted by commas, such as https://news.example, https://*.library.example.");
        }

        if (SecurityContact is { IsAbsoluteUri: false } or { Scheme: not ("mailto" or "https") })
        {
            yield return new("Site:SecurityContact must start with mailto: or https://.");
        }

        if (ContentFolders is not null && SplitFolders(ContentFolders).Length == 0)
        {
            yield return new("Site:ContentFolders names no folder; write one or more, separated by \";\", such as content;/own, or remove it.");
        }

        if (!TimeZoneInfo.TryFindSystemTimeZoneById(TimeZone, out _))
        {
            yield return new($"Site:TimeZone: there is no time zone \"{TimeZone}\"; write one such as Europe/Paris.");
        }
    }

    private static string[] SplitFolders(string folders) => folders.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
