using System.Text;
using Microsoft.Net.Http.Headers;
using OptOutGuide.Responses;

namespace OptOutGuide.Site;

/// <summary>A response that is not a page.</summary>
/// <param name="Write">Not called for HEAD.</param>
/// <param name="FileName">Under which browsers save it; null to show it.</param>
internal sealed record SiteDocument(string ContentType, Func<string> Write, string? FileName = null) : IResult
{
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.ContentType = ContentType;
        if (FileName is not null)
        {
            var disposition = new ContentDispositionHeaderValue("attachment");
            disposition.SetHttpFileName(FileName);
            response.Headers.ContentDisposition = disposition.ToString();
        }

        if (httpContext.IsForHeadersOnly)
        {
            UncachedResponse.Vary(response);
            return;
        }

        await response.Body.WriteAsync(Encoding.UTF8.GetBytes(Write()));
    }
}
