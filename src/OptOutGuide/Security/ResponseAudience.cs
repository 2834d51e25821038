using Microsoft.AspNetCore.Http;

namespace OptOutGuide.Security;

/// <summary>
/// What a response allows beyond <see cref="SecurityHeaders"/>: a request feature, which that middleware reads. Without it no
/// other site may frame, load or read the response.
/// </summary>
/// <param name="ContentPolicy">In place of the site's own content security policy; null for the site's own.</param>
/// <param name="IsLoadable">Other sites may load it, in a frame for example.</param>
/// <param name="IsReadable">Scripts of other sites may read it.</param>
internal sealed record ResponseAudience(string? ContentPolicy, bool IsLoadable, bool IsReadable)
{
    public void Write(IHeaderDictionary headers)
    {
        if (ContentPolicy is not null)
        {
            headers.ContentSecurityPolicy = ContentPolicy;
        }

        if (IsLoadable)
        {
            headers["Cross-Origin-Resource-Policy"] = "cross-origin";
        }

        if (IsReadable)
        {
            headers.AccessControlAllowOrigin = "*";
        }
    }
}
