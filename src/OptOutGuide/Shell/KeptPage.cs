using System.IO.Compression;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace OptOutGuide.Shell;

/// <summary>An answer as it goes out: its bytes in each coding, and the headers that belong to them.</summary>
internal sealed class KeptPage
{
    /// <summary>How long others may keep a page without asking again: a correction shows after five minutes at most.</summary>
    private const int MostSeconds = 300;

    private static readonly StringValues AcceptEncoding = "Accept-Encoding";
    private static readonly StringValues ForEveryone = $"public, max-age={MostSeconds}";
    private static readonly StringValues ForOneBrowser = $"private, max-age={MostSeconds}";

    private readonly byte[] _plain;
    private readonly Variant _brotli;
    private readonly Variant _gzip;
    private readonly Variant _identity;
    private readonly StringValues _contentType;
    private readonly DateTimeOffset _drawnAt;
    private readonly DateTimeOffset _changesAt;
    private readonly bool _isForEveryone;

    private KeptPage(byte[] plain, Variant brotli, Variant gzip, Variant identity, StringValues contentType, DateTimeOffset drawnAt, DateTimeOffset changesAt, bool isForEveryone)
    {
        (_plain, _brotli, _gzip, _identity) = (plain, brotli, gzip, identity);
        (_contentType, _drawnAt, _changesAt, _isForEveryone) = (contentType, drawnAt, changesAt, isForEveryone);
    }

    /// <summary>The words are those of this moment. Before the page was drawn they are not either: a clock may be set back.</summary>
    public bool HoldsAt(DateTimeOffset now) => _drawnAt <= now && now < _changesAt;

    public long Size => _brotli.Bytes.Length + _gzip.Bytes.Length + _identity.Bytes.Length;

    /// <param name="old">The page before it: where only time has passed and the words are the same, so are the bytes.</param>
    public static KeptPage From(byte[] plain, string contentType, DateTimeOffset drawnAt, DateTimeOffset changesAt, bool isForEveryone, KeptPage? old)
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

    /// <summary>The hot path of the whole site: it makes no object of its own as long as the page has minutes to live.</summary>
    public Task AnswerAsync(HttpContext context, DateTimeOffset now)
    {
        var (request, response) = (context.Request, context.Response);
        var headers = response.Headers;
        var variant = Negotiation.Coding(request.Headers.AcceptEncoding) switch
        {
            ContentCoding.Brotli => _brotli,
            ContentCoding.Gzip => _gzip,
            _ => _identity,
        };
        headers.ETag = variant.ETag;
        headers.Vary = AcceptEncoding;
        headers.CacheControl = CacheControl(now);
        if (Negotiation.Knows(request.Headers.IfNoneMatch, variant.Tag))
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

        // Without a token to cancel it by, which would be an object for each request: whoever leaves ends the connection.
        var written = response.BodyWriter.WriteAsync(variant.Bytes, CancellationToken.None);
        return written.IsCompletedSuccessfully ? Task.CompletedTask : written.AsTask();
    }

    /// <summary>Nobody keeps a page longer than its words hold. What is said inside Meta's apps alone is not for those who share a cache.</summary>
    private StringValues CacheControl(DateTimeOffset now)
    {
        var seconds = (int)Math.Clamp((_changesAt - now).TotalSeconds, 0, MostSeconds);
        return (seconds, _isForEveryone) switch
        {
            (MostSeconds, true) => ForEveryone,
            (MostSeconds, false) => ForOneBrowser,
            (_, true) => $"public, max-age={seconds}",
            (_, false) => $"private, max-age={seconds}",
        };
    }

    /// <summary>As small as it gets; a window of 256 kB sees any page whole and spares the memory of the usual 4 MB.</summary>
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
