using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using OptOutGuide.Configuration;
using OptOutGuide.Responses;
using OptOutGuide.Telemetry;

namespace OptOutGuide.Security;

/// <summary>
/// Limits rendering: the processor time per client and minute, the responses that a client waits for or reads at a time, and
/// the responses that are rendered concurrently. A response is complete before it is sent, so that a slow client does not block
/// rendering. Cached pages and health checks are not limited here.
/// </summary>
internal sealed partial class RenderLimiter(IOptions<SiteOptions> site, ILogger<RenderLimiter> logger) : IDisposable
{
    /// <summary>Two simultaneous requests from each of thirty people behind one address.</summary>
    public const int ResponsesPerClient = 64;

    /// <summary>How many of them may be in the common queue; the others wait in the client's own.</summary>
    public const int RendersPerClient = 4;

    /// <summary>
    /// Length of the common queue. With one rendering slot, the last of 64 fullest lists (about 5 ms each) waits 0.3 s; of their
    /// calendars (up to 23 ms each) 1.5 s.
    /// </summary>
    public const int QueueLength = 64;

    private static readonly TimeSpan BusyPause = TimeSpan.FromSeconds(5);
    private static readonly Refusal TooManyAtATime = new(StatusCodes.Status429TooManyRequests, BusyPause);

    private readonly PartitionedRateLimiter<HttpContext> _budgets = ClientPartition.Limiter<HttpContext>(
        ClientPartition.AddressOf,
        (client, shares) => RateLimitPartition.GetTokenBucketLimiter(client, _ => ClientPartition.PerMinute(shares * site.Value.RenderMillisecondsPerMinute)));

    private readonly PartitionedRateLimiter<HttpContext> _responses = ClientPartition.Limiter<HttpContext>(
        ClientPartition.AddressOf,
        (client, shares) => RateLimitPartition.GetConcurrencyLimiter(client, _ => new() { PermitLimit = shares * ResponsesPerClient }));

    private readonly PartitionedRateLimiter<HttpContext> _rendersPerClient = ClientPartition.Limiter<HttpContext>(
        ClientPartition.AddressOf,
        (client, shares) => RateLimitPartition.GetConcurrencyLimiter(client, _ => new() { PermitLimit = shares * RendersPerClient, QueueLimit = shares * ResponsesPerClient }));

    /// <summary>One processor is left for cached pages, health checks and circuits.</summary>
    private readonly ConcurrencyLimiter _queue = new(new() { PermitLimit = Math.Max(1, Environment.ProcessorCount - 1), QueueLimit = QueueLength });

    /// <summary>How many cache fills of one client may wait for <see cref="_cacheFills"/>; its others wait here, and none is refused.</summary>
    private readonly PartitionedRateLimiter<HttpContext> _cacheFillsPerClient = ClientPartition.Limiter<HttpContext>(
        ClientPartition.AddressOf,
        (client, shares) => RateLimitPartition.GetConcurrencyLimiter(client, _ => new() { PermitLimit = shares * RendersPerClient, QueueLimit = int.MaxValue }));

    /// <summary>One at a time, because best compression takes a whole processor.</summary>
    private readonly ConcurrencyLimiter _cacheFills = new(new() { PermitLimit = 1, QueueLimit = int.MaxValue });

    private bool _hasWarned;

    /// <summary>Takes processor time from the client's budget; null where there was enough.</summary>
    /// <param name="milliseconds">An estimate that does not depend on what else the machine does.</param>
    public Refusal? Charge(HttpContext context, int milliseconds)
    {
        using var lease = _budgets.AttemptAcquire(context, Math.Min(milliseconds, site.Value.RenderMillisecondsPerMinute));
        if (lease.IsAcquired)
        {
            return null;
        }

        WarnOfUnknownProxy(context);
        return new(StatusCodes.Status429TooManyRequests, lease.TryGetMetadata(MetadataName.RetryAfter, out var pause) ? pause : BusyPause);
    }

    /// <summary>Waits for a rendering slot, renders the response and sends it; null once it is sent.</summary>
    public async Task<Refusal?> AnswerAsync(HttpContext context, int milliseconds, RequestDelegate render)
    {
        if (Charge(context, milliseconds) is { } refusal)
        {
            return refusal;
        }

        using var unsent = _responses.AttemptAcquire(context);
        if (!unsent.IsAcquired)
        {
            return TooManyAtATime;
        }

        using var response = await RenderInTurnAsync(context, render);
        if (response is null)
        {
            SiteMeter.RendersRefused.Add(1);
            return new(StatusCodes.Status503ServiceUnavailable, BusyPause);
        }

        await response.SendAsync(context);
        return null;
    }

    /// <summary>Limits one client's share of the queue for <see cref="AcquireCacheFillSlotAsync"/>.</summary>
    public ValueTask<RateLimitLease> AcquireClientCacheFillAsync(HttpContext context) => _cacheFillsPerClient.AcquireAsync(context, permitCount: 1, CancellationToken.None);

    /// <summary>The slot for rendering a cache page. Not cancelled with the first request, because others wait for the page.</summary>
    public ValueTask<RateLimitLease> AcquireCacheFillSlotAsync() => _cacheFills.AcquireAsync(permitCount: 1, CancellationToken.None);

    public void Dispose()
    {
        _cacheFills.Dispose();
        _cacheFillsPerClient.Dispose();
        _budgets.Dispose();
        _responses.Dispose();
        _rendersPerClient.Dispose();
        _queue.Dispose();
    }

    /// <summary>Logged once: behind a proxy that is not trusted all visitors are one client and are refused together.</summary>
    private void WarnOfUnknownProxy(HttpContext context)
    {
        if (context.Request.Headers.ContainsKey("X-Forwarded-For") && !Interlocked.Exchange(ref _hasWarned, true))
        {
            LogUnknownProxy(logger);
        }
    }

    /// <summary>Null where the queue is full.</summary>
    private async Task<UncachedResponse?> RenderInTurnAsync(HttpContext context, RequestDelegate render)
    {
        using var turn = await _rendersPerClient.AcquireAsync(context, permitCount: 1, context.RequestAborted);
        if (!turn.IsAcquired)
        {
            return null;
        }

        using var place = await _queue.AcquireAsync(permitCount: 1, context.RequestAborted);
        return place.IsAcquired ? await UncachedResponse.RenderAsync(context, render) : null;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "A client was refused that sends X-Forwarded-For and is not trusted: if it is the site's own proxy, name it in Site:TrustedProxies")]
    private static partial void LogUnknownProxy(ILogger logger);
}
