namespace OptOutGuide.Layout;

/// <summary>Addresses that open a new message (RFC 6068).</summary>
internal static class MailAddress
{
    /// <param name="to">Empty for the visitor to choose.</param>
    public static string Compose(string to, string subject, string body) =>
        $"mailto:{to}?subject={Escape(subject)}&body={Escape(body)}";

    /// <summary>A line ends in CR and LF there, and a space is never a plus sign.</summary>
    private static string Escape(string text) => Uri.EscapeDataString(text.ReplaceLineEndings("\r\n"));
}
