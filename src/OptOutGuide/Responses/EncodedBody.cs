using System.IO.Compression;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace OptOutGuide.Responses;

/// <summary>A response body in each content coding, compressed once, when first asked for, and sent to many.</summary>
internal sealed class EncodedBody
{
    /// <summary>A client that reads slowly holds this much and what Kestrel buffers, not the whole body.</summary>
    private const int ChunkBytes = 16 * 1024;

    private static readonly StringValues AcceptEncoding = "Accept-Encoding";

    private readonly byte[] _plain;
    private readonly Representation _brotli;
    private readonly Representation _gzip;
    private readonly Representation _identity;

    private EncodedBody(byte[] plain)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(plain).AsSpan(0, 12));
        _plain = plain;
        _brotli = new(new(() => Brotli(plain)), $"\"{hash}-br\"", "br");
        _gzip = new(new(() => Gzip(plain)), $"\"{hash}-gzip\"", "gzip");
        _identity = new(new(plain), $"\"{hash}\"", default);
    }

    /// <summary>Bytes in memory once each coding was asked for: the compressed forms of a page are half of it together, or less.</summary>
    public long Size => _plain.Length * 3L / 2;

    /// <param name="previous">Reused, compressed forms and tags included, where its bytes are the same.</param>
    public static EncodedBody From(byte[] plain, EncodedBody? previous = null) =>
        previous is not null && previous._plain.AsSpan().SequenceEqual(plain) ? previous : new(plain);

    public Representation For(HttpRequest request) => ContentNegotiation.Coding(request.Headers.AcceptEncoding) switch
    {
        ContentCoding.Brotli => _brotli,
        ContentCoding.Gzip => _gzip,
        ContentCoding.Identity => _identity,
    };

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

    /// <summary>Kestrel copies all of one write before it waits for a client that does not read: so each is small.</summary>
    internal static async Task SendInChunksAsync(HttpResponse response, ReadOnlyMemory<byte> bytes)
    {
        for (; bytes.Length > 0; bytes = bytes[Math.Min(ChunkBytes, bytes.Length)..])
        {
            await response.BodyWriter.WriteAsync(bytes[..Math.Min(ChunkBytes, bytes.Length)], CancellationToken.None);
        }
    }

    internal sealed record Representation(Lazy<byte[]> Body, string Tag, StringValues Coding)
    {
        public StringValues ETag { get; } = Tag;

        /// <summary>Compresses the body now, not when it is first sent.</summary>
        public void Compress() => _ = Body.Value;

        /// <summary>Sends the body with the headers that describe it; for HEAD, the headers alone.</summary>
        public Task SendAsync(HttpContext context)
        {
            var (response, bytes) = (context.Response, Body.Value);
            response.Headers.Vary = AcceptEncoding;
            response.Headers.ContentEncoding = Coding;
            response.Headers.ContentLength = bytes.Length;
            if (HttpMethods.IsHead(context.Request.Method))
            {
                return Task.CompletedTask;
            }

            if (bytes.Length > ChunkBytes)
            {
                return SendInChunksAsync(response, bytes);
            }

            // Without a cancellation token, which would be one allocation per request: a client that leaves ends the connection.
            var written = response.BodyWriter.WriteAsync(bytes, CancellationToken.None);
            return written.IsCompletedSuccessfully ? Task.CompletedTask : written.AsTask();
        }
    }
}
