namespace OptOutGuide.Configuration;

/// <summary>Reads the setting <see cref="SiteOptions.EmbedOrigins"/>.</summary>
internal static class EmbedOrigins
{
    private static readonly char[] Separators = [',', ';', ' '];

    /// <summary>Each origin as a browser compares it, such as <c>https://news.example</c>; null for one that is none.</summary>
    public static IEnumerable<string?> Read(string? origins) =>
        (origins ?? "").Split(Separators, StringSplitOptions.RemoveEmptyEntries).Select(ReadOne);

    /// <summary>https, or http on this machine for trying out. <c>https://*.example.org</c> is every host below that one.</summary>
    private static string? ReadOne(string text)
    {
        var isWildcard = text.StartsWith("https://*.", StringComparison.OrdinalIgnoreCase);
        var plain = isWildcard ? "https://" + text[10..] : text;
        return Uri.TryCreate(plain, UriKind.Absolute, out var origin)
            && origin is { AbsolutePath: "/", Query: "", Fragment: "", UserInfo: "" }
            && (origin.Scheme == Uri.UriSchemeHttps || (origin.Scheme == Uri.UriSchemeHttp && origin.IsLoopback))
            && !plain.Contains('*', StringComparison.Ordinal)
                ? $"{origin.Scheme}://{(isWildcard ? "*." : "")}{origin.IdnHost}{(origin.IsDefaultPort ? "" : $":{origin.Port}")}"
                : null;
    }
}
