using System.Buffers;
using System.IO.Compression;
using System.IO.Pipelines;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace OptOutGuide.Responses;

/// <summary>
/// The response of a page that is not cached, rendered and not sent yet, compressed if the client accepts that, in pooled
/// blocks. Kestrel takes one block at a time, and each is returned once it is sent: for a slow client the server holds only
/// what is unread, once.
/// </summary>
internal sealed class UncachedResponse : IDisposable
{
    private const int BlockBytes = 16 * 1024;

    private readonly Pipe _pipe = new(new PipeOptions(minimumSegmentSize: BlockBytes, pauseWriterThreshold: 0));
    private readonly Stream _stream;

    private UncachedResponse() => _stream = _pipe.Writer.AsStream();

    /// <summary>The whole response, with its status and headers set but nothing sent.</summary>
    public static async Task<UncachedResponse> RenderAsync(HttpContext context, RequestDelegate render)
    {
        var response = context.Response;
        var body = response.Body;
        var plain = new UncachedResponse();
        try
        {
            response.Body = plain._stream;
            await render(context);
        }
        catch
        {
            plain.Dispose();
            throw;
        }
        finally
        {
            response.Body = body;
        }

        // An error page is already compressed (ErrorPages), or not accepted compressed.
        if (response.Headers.Vary.Contains(HeaderNames.AcceptEncoding))
        {
            return plain;
        }

        var coding = Vary(response) ? ContentNegotiation.Coding(context.Request.Headers.AcceptEncoding) : ContentCoding.Identity;
        if (coding is ContentCoding.Identity)
        {
            return plain;
        }

        response.Headers.ContentEncoding = coding is ContentCoding.Brotli ? "br" : "gzip";
        using (plain)
        {
            return plain.Compress(coding);
        }
    }

    /// <summary>Text is compressed as the client prefers; its headers say so even where it is not sent.</summary>
    /// <returns>True for text.</returns>
    public static bool Vary(HttpResponse response)
    {
        var isText = response.ContentType?.StartsWith("text/", StringComparison.Ordinal) is true;
        if (isText)
        {
            response.Headers.Append(HeaderNames.Vary, HeaderNames.AcceptEncoding);
        }

        return isText;
    }

    public async Task SendAsync(HttpContext context)
    {
        var unsent = Read();
        if (unsent.IsEmpty)
        {
            return;
        }

        context.Response.ContentLength = unsent.Length;
        SendRate.Require(context, unsent.Length);
        while (!unsent.IsEmpty)
        {
            await context.Response.Body.WriteAsync(unsent.First, CancellationToken.None);
            _pipe.Reader.AdvanceTo(unsent.GetPosition(unsent.First.Length));
            unsent = Read();
        }
    }

    public void Dispose()
    {
        _pipe.Writer.Complete();
        _pipe.Reader.Complete();
    }

    private UncachedResponse Compress(ContentCoding coding)
    {
        var compressed = new UncachedResponse();
        using Stream compression = coding is ContentCoding.Brotli
            ? new BrotliStream(compressed._stream, CompressionLevel.Fastest, leaveOpen: true)
            : new GZipStream(compressed._stream, CompressionLevel.Fastest, leaveOpen: true);
        foreach (var block in Read())
        {
            compression.Write(block.Span);
        }

        return compressed;
    }

    private ReadOnlySequence<byte> Read() => _pipe.Reader.TryRead(out var result) ? result.Buffer : default;
}
