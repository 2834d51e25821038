using System.Globalization;
using Microsoft.Extensions.Primitives;

namespace OptOutGuide.Responses;

internal enum ContentCoding
{
    Identity,
    Gzip,
    Brotli,
}

/// <summary>Parses Accept-Encoding and If-None-Match (RFC 9110) without allocating.</summary>
internal static class ContentNegotiation
{
    /// <summary>The preferred content coding; of equal weights, the smallest.</summary>
    public static ContentCoding Coding(StringValues acceptEncoding)
    {
        var (brotli, gzip, any) = (-1.0, -1.0, 0.0);
        var accepted = acceptEncoding.ToString().AsSpan();
        foreach (var part in accepted.Split(','))
        {
            var range = accepted[part];
            var end = range.IndexOf(';');
            var name = (end < 0 ? range : range[..end]).Trim();
            if (name.Equals("br", StringComparison.OrdinalIgnoreCase))
            {
                brotli = Weight(range, end);
            }
            else if (name.Equals("gzip", StringComparison.OrdinalIgnoreCase))
            {
                gzip = Weight(range, end);
            }
            else if (name is "*")
            {
                any = Weight(range, end);
            }
        }

        brotli = brotli < 0 ? any : brotli;
        gzip = gzip < 0 ? any : gzip;
        return brotli > 0 && brotli >= gzip ? ContentCoding.Brotli : gzip > 0 ? ContentCoding.Gzip : ContentCoding.Identity;
    }

    /// <summary>Whether the client has the response with this tag (weak comparison, RFC 9110, 13.1.2).</summary>
    public static bool Matches(StringValues ifNoneMatch, string tag)
    {
        if (ifNoneMatch.Count == 0)
        {
            return false;
        }

        var tags = ifNoneMatch.ToString().AsSpan();
        foreach (var part in tags.Split(','))
        {
            var known = tags[part].Trim();
            if (known is "*" || (known.StartsWith("W/", StringComparison.Ordinal) ? known[2..] : known).SequenceEqual(tag))
            {
                return true;
            }
        }

        return false;
    }

    private static double Weight(ReadOnlySpan<char> range, int end)
    {
        var parameter = end < 0 ? [] : range[(end + 1)..].Trim();
        return parameter.StartsWith("q=", StringComparison.OrdinalIgnoreCase)
            && double.TryParse(parameter[2..], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var weight) ? weight : 1;
    }
}
