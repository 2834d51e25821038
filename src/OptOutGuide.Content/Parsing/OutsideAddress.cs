using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace OptOutGuide.Content.Parsing;

/// <summary>Reads an outside address, and refuses one that does not lead where it seems to lead.</summary>
public static partial class OutsideAddress
{
    /// <summary>Replaces an address that cannot be read, so that checking can go on.</summary>
    public static readonly Uri Unreadable = new("https://invalid.example/");

    private const string Start = "https://";

    /// <summary>The error for an address as it is written, with what to do; null where there is none.</summary>
    public static string? ErrorIn(string text)
    {
        if (!text.StartsWith(Start, StringComparison.OrdinalIgnoreCase) || !Uri.TryCreate(text, UriKind.Absolute, out var uri))
        {
            return $"is not valid; write an address that starts with {Start}";
        }

        var rest = text[Start.Length..];
        var end = rest.IndexOfAny(['/', '\\', '?', '#']);
        var site = end < 0 ? rest : rest[..end];
        return site switch
        {
            _ when site.Contains('@', StringComparison.Ordinal) => $"leads to {AsciiHost(uri)}, not to what stands before \"@\"; write it without that",
            _ when !IsAscii(site) => $"leads to {AsciiHost(uri)}, which is not what it looks like; copy the address from the site itself",
            _ when site.Contains(':', StringComparison.Ordinal) => "names a port; write it without",
            _ when !SiteName().IsMatch(site) => "names no site such as www.example.org; correct it",
            _ when Disguise(site) is { } disguise => $"looks like {disguise}, with letters of two alphabets; copy the address from the site itself",
            _ when !rest.All(character => character is > ' ' and < '\x7F' and not ('\\' or '<' or '>')) => $"holds letters that do not belong in an address; write {uri.AbsoluteUri}",
            _ => null,
        };
    }

    /// <summary>The first site named in the words of a link that is not the one it leads to; null where there is none.</summary>
    /// <param name="host">Host that the link leads to; null for a page of this site.</param>
    public static string? OtherSite(string words, string? host) => NamedSite().Matches(Plain(words)).Select(site => site.Value)
        .FirstOrDefault(site => host is null || !IsPartOf(host, site.ToLowerInvariant()));

    /// <summary>
    /// Whether a text holds an address of the web or of mail, or something written to be taken for one. An abbreviation before a name
    /// is none, even without a space: « ul.Długa », « St.Martin ».
    /// </summary>
    public static bool IsIn(string text) => Plain(text) is var plain
        && (plain.Contains("://", StringComparison.Ordinal) || plain.Contains('@', StringComparison.Ordinal) || ShortSite().IsMatch(plain)
            || NamedSite().Matches(plain).Any(site => !Abbreviation().IsMatch(site.Value)));

    public static bool IsPartOf(string host, string domain) => host == domain || host.EndsWith($".{domain}", StringComparison.Ordinal);

    /// <summary>The host in ASCII form, as DNS has it; as written, where it has no such form.</summary>
    private static string AsciiHost(Uri uri)
    {
        try
        {
            return uri.IdnHost;
        }
        catch (UriFormatException)
        {
            return uri.Host;
        }
    }

    /// <summary>With the characters that look like or become others, such as the full stops of other scripts, as those others.</summary>
    private static string Plain(string text) =>
        // What is no Unicode cannot be normalized, and is a replacement character then.
        IsAscii(text) ? text : string.Concat(text.EnumerateRunes().Select(letter => letter.ToString())).Normalize(NormalizationForm.FormKC).Replace('。', '.');

    private static bool IsAscii(string text) => text.All(char.IsAscii);

    /// <summary>What browsers may show for a name in ASCII form (xn--…), where that mixes alphabets.</summary>
    private static string? Disguise(string site)
    {
        if (!site.Contains("xn--", StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        try
        {
            var shown = new IdnMapping().GetUnicode(site);
            return DeceptiveText.MixedWord(shown) is null ? null : shown;
        }
        catch (ArgumentException)
        {
            return site;
        }
    }

    [GeneratedRegex("^([a-z0-9]([a-z0-9-]*[a-z0-9])?\\.)+([a-z]{2,}|xn--[a-z0-9-]+)$", RegexOptions.IgnoreCase)]
    private static partial Regex SiteName();

    [GeneratedRegex(@"(?<![\p{L}\p{Nd}@.-])([\p{L}\p{Nd}][\p{L}\p{Nd}-]+\.)+\p{L}{2,}(?![\p{L}\p{Nd}])")]
    private static partial Regex NamedSite();

    /// <summary>One letter before the dot: without a path it is rather an initial, « M.Dupont ».</summary>
    [GeneratedRegex(@"(?<![\p{L}\p{Nd}@.-])[\p{L}\p{Nd}]\.\p{L}{2,}/")]
    private static partial Regex ShortSite();

    [GeneratedRegex(@"^[\p{L}\p{Nd}]{2,4}\.\p{Lu}\p{Ll}{3,}$")]
    private static partial Regex Abbreviation();
}
