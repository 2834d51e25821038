using System.IO.Compression;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace OptOutGuide.Responses;

/// <summary>A response body in each content coding, compressed once and sent to many.</summary>
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
        _brotli = new(Brotli(plain), $"\"{hash}-br\"", "br");
        _gzip = new(Gzip(plain), $"\"{hash}-gzip\"", "gzip");
        _identity = new(plain, $"\"{hash}\"", default);
    }

    public long Size => _brotli.Bytes.Length + _gzip.Bytes.Length + _identity.Bytes.Length;

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

    internal sealed record Representation(byte[] Bytes, string Tag, StringValues Coding)
    {
        public StringValues ETag { get; } = Tag;

        /// <summary>Sends the body with the headers that describe it; for HEAD, the headers alone.</summary>
        public Task SendAsync(HttpContext context)
        {
            var response = context.Response;
            response.Headers.Vary = AcceptEncoding;
            response.Headers.ContentEncoding = Coding;
            response.Headers.ContentLength = Bytes.Length;
            if (HttpMethods.IsHead(context.Request.Method))
            {
                return Task.CompletedTask;
            }

            if (Bytes.Length > ChunkBytes)
            {
                return SendInChunksAsync(response, Bytes);
            }

            // Without a cancellation token, which would be one allocation per request: a client that leaves ends the connection.
            var written = response.BodyWriter.WriteAsync(Bytes, CancellationToken.None);
            return written.IsCompletedSuccessfully ? Task.CompletedTask : written.AsTask();
        }

    }
}
