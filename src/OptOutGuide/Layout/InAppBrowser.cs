using System.Buffers;
using Microsoft.AspNetCore.Http;

namespace OptOutGuide.Layout;

/// <summary>
/// Whether a page is opened in the browser inside Facebook, Instagram, Messenger or Threads. WhatsApp opens links in the
/// visitor's own browser; its name in a user agent is that of the program that makes previews.
/// </summary>
internal static class InAppBrowser
{
    /// <summary>What these apps add to their user agent. Threads calls itself Barcelona; <c>MetaIAB</c> is of 2025.</summary>
    private static readonly SearchValues<string> Marks = SearchValues.Create(
        ["FBAN/", "FBAV/", "FB_IAB/", "[FBIOS", "Instagram ", "Barcelona ", "MetaIAB", "IABMV/", "MessengerForiOS", "MessengerLiteForiOS", "Messenger/"],
        StringComparison.Ordinal);

    public static bool IsUsedBy(HttpRequest request) => request.Headers.UserAgent.ToString().AsSpan().ContainsAny(Marks);
}
