using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using OptOutGuide.Responses;

namespace OptOutGuide.Caching;

/// <summary>A cached response: its body in each content coding, and its headers.</summary>
internal sealed class CachedPage(EncodedBody body, StringValues contentType, DateTimeOffset renderedAt, DateTimeOffset changesAt, bool isForEveryone)
{
    /// <summary>The max-age of a page, in seconds: a correction shows after five minutes at most.</summary>
    private const int MaxAgeSeconds = 300;

    private static readonly StringValues AcceptEncoding = "Accept-Encoding";
    private static readonly StringValues ForEveryone = $"public, max-age={MaxAgeSeconds}";
    private static readonly StringValues ForOneBrowser = $"private, max-age={MaxAgeSeconds}";

    public EncodedBody Body => body;

    /// <summary>Whether the page is valid at this time. Not before it was rendered either: the clock may be set back.</summary>
    public bool IsFreshAt(DateTimeOffset now) => renderedAt <= now && now < changesAt;

    /// <summary>The hot path of the site: it does not allocate while the page has more than max-age left.</summary>
    public Task AnswerAsync(HttpContext context, DateTimeOffset now)
    {
        var (request, response) = (context.Request, context.Response);
        var headers = response.Headers;
        var representation = body.For(request);
        headers.ETag = representation.ETag;
        headers.CacheControl = CacheControl(now);
        if (ContentNegotiation.Matches(request.Headers.IfNoneMatch, representation.Tag))
        {
            headers.ContentType = default;
            headers.Vary = AcceptEncoding;
            response.StatusCode = StatusCodes.Status304NotModified;
            return Task.CompletedTask;
        }

        headers.ContentType = contentType;
        return representation.SendAsync(context);
    }

    /// <summary>No cache keeps a page longer than it is valid. The variant for in-app browsers is private.</summary>
    private StringValues CacheControl(DateTimeOffset now)
    {
        var seconds = (int)Math.Clamp((changesAt - now).TotalSeconds, 0, MaxAgeSeconds);
        return (seconds, isForEveryone) switch
        {
            (MaxAgeSeconds, true) => ForEveryone,
            (MaxAgeSeconds, false) => ForOneBrowser,
            (_, true) => $"public, max-age={seconds}",
            (_, false) => $"private, max-age={seconds}",
        };
    }
}
