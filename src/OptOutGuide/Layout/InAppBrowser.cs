using System.Buffers;
using Microsoft.AspNetCore.Http;

namespace OptOutGuide.Layout;

/// <summary>Whether a page is opened in the browser inside Facebook, Instagram or Messenger.</summary>
internal static class InAppBrowser
{
    /// <summary>What these apps write into the name of their browser.</summary>
    private static readonly SearchValues<string> Marks =
        SearchValues.Create(["FBAN/", "FBAV/", "FB_IAB/", "Instagram ", "MessengerForiOS", "Messenger/"], StringComparison.Ordinal);

    public static bool IsUsedBy(HttpRequest request) => request.Headers.UserAgent.ToString().AsSpan().ContainsAny(Marks);
}
