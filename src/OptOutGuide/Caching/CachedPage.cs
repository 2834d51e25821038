using System.IO.Compression;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace OptOutGuide.Caching;

/// <summary>A cached response: its bytes in each content coding, with their headers.</summary>
internal sealed class CachedPage
{
    /// <summary>The max-age of a page, in seconds: a correction shows after five minutes at most.</summary>
    private const int MaxAgeSeconds = 300;

    private static readonly StringValues AcceptEncoding = "Accept-Encoding";
    private static readonly StringValues ForEveryone = $"public, max-age={MaxAgeSeconds}";
    private static readonly StringValues ForOneBrowser = $"private, max-age={MaxAgeSeconds}";

    private readonly byte[] _plain;
    private readonly Variant _brotli;
    private readonly Variant _gzip;
    private readonly Variant _identity;
    private readonly StringValues _contentType;
    private readonly DateTimeOffset _drawnAt;
    private readonly DateTimeOffset _changesAt;
    private readonly bool _isForEveryone;

    private CachedPage(byte[] plain, Variant brotli, Variant gzip, Variant identity, StringValues contentType, DateTimeOffset drawnAt, DateTimeOffset changesAt, bool isForEveryone)
    {
        (_plain, _brotli, _gzip, _identity) = (plain, brotli, gzip, identity);
        (_contentType, _drawnAt, _changesAt, _isForEveryone) = (contentType, drawnAt, changesAt, isForEveryone);
    }

    /// <summary>Whether the page is valid at this time. Not before it was rendered either: the clock may be set back.</summary>
    public bool IsFreshAt(DateTimeOffset now) => _drawnAt <= now && now < _changesAt;

    public long Size => _brotli.Bytes.Length + _gzip.Bytes.Length + _identity.Bytes.Length;

    /// <param name="old">The page it replaces; its compressed forms are reused where the bytes are equal.</param>
    public static CachedPage From(byte[] plain, string contentType, DateTimeOffset drawnAt, DateTimeOffset changesAt, bool isForEveryone, CachedPage? old)
    {
        if (old is not null && old._plain.AsSpan().SequenceEqual(plain))
        {
            return new(old._plain, old._brotli, old._gzip, old._identity, contentType, drawnAt, changesAt, isForEveryone);
        }

        var hash = Convert.ToHexStringLower(SHA256.HashData(plain).AsSpan(0, 12));
        return new(
            plain,
            new(Brotli(plain), $"\"{hash}-br\"", "br"),
            new(Gzip(plain), $"\"{hash}-gzip\"", "gzip"),
            new(plain, $"\"{hash}\"", default),
            contentType,
            drawnAt,
            changesAt,
            isForEveryone);
    }

    /// <summary>The hot path of the site: it does not allocate while the page has more than max-age left.</summary>
    public Task AnswerAsync(HttpContext context, DateTimeOffset now)
    {
        var (request, response) = (context.Request, context.Response);
        var headers = response.Headers;
        var variant = ContentNegotiation.Coding(request.Headers.AcceptEncoding) switch
        {
            ContentCoding.Brotli => _brotli,
            ContentCoding.Gzip => _gzip,
            _ => _identity,
        };
        headers.ETag = variant.ETag;
        headers.Vary = AcceptEncoding;
        headers.CacheControl = CacheControl(now);
        if (ContentNegotiation.Knows(request.Headers.IfNoneMatch, variant.Tag))
        {
            headers.ContentType = default;
            response.StatusCode = StatusCodes.Status304NotModified;
            return Task.CompletedTask;
        }

        headers.ContentType = _contentType;
        headers.ContentEncoding = variant.Coding;
        headers.ContentLength = variant.Bytes.Length;
        if (HttpMethods.IsHead(request.Method))
        {
            return Task.CompletedTask;
        }

        // Without a cancellation token, which would be one allocation per request: a client that leaves ends the connection.
        var written = response.BodyWriter.WriteAsync(variant.Bytes, CancellationToken.None);
        return written.IsCompletedSuccessfully ? Task.CompletedTask : written.AsTask();
    }

    /// <summary>No cache keeps a page longer than it is valid. The variant for in-app browsers is private.</summary>
    private StringValues CacheControl(DateTimeOffset now)
    {
        var seconds = (int)Math.Clamp((_changesAt - now).TotalSeconds, 0, MaxAgeSeconds);
        return (seconds, _isForEveryone) switch
        {
            (MaxAgeSeconds, true) => ForEveryone,
            (MaxAgeSeconds, false) => ForOneBrowser,
            (_, true) => $"public, max-age={seconds}",
            (_, false) => $"private, max-age={seconds}",
        };
    }

    /// <summary>Best compression; a window of 256 kB covers any page and saves the memory of the default 4 MB.</summary>
    private static byte[] Brotli(byte[] plain)
    {
        var compressed = new byte[BrotliEncoder.GetMaxCompressedLength(plain.Length)];
        return BrotliEncoder.TryCompress(plain, compressed, out var length, quality: 11, window: 18)
            ? compressed[..length]
            : throw new InvalidOperationException("Brotli did not keep to its own greatest length.");
    }

    private static byte[] Gzip(byte[] plain)
    {
        using var compressed = new MemoryStream();
        using (var gzip = new GZipStream(compressed, CompressionLevel.SmallestSize))
        {
            gzip.Write(plain);
        }

        return compressed.ToArray();
    }

    private sealed record Variant(byte[] Bytes, string Tag, StringValues Coding)
    {
        public StringValues ETag { get; } = Tag;
    }
}
