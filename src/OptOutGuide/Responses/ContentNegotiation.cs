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
        var wishes = acceptEncoding.ToString().AsSpan();
        foreach (var range in wishes.Split(','))
        {
            var wish = wishes[range];
            var end = wish.IndexOf(';');
            var name = (end < 0 ? wish : wish[..end]).Trim();
            if (name.Equals("br", StringComparison.OrdinalIgnoreCase))
            {
                brotli = Weight(wish, end);
            }
            else if (name.Equals("gzip", StringComparison.OrdinalIgnoreCase))
            {
                gzip = Weight(wish, end);
            }
            else if (name is "*")
            {
                any = Weight(wish, end);
            }
        }

        brotli = brotli < 0 ? any : brotli;
        gzip = gzip < 0 ? any : gzip;
        return brotli > 0 && brotli >= gzip ? ContentCoding.Brotli : gzip > 0 ? ContentCoding.Gzip : ContentCoding.Identity;
    }

    /// <summary>Whether the client has the response with this tag (weak comparison, RFC 9110, 13.1.2).</summary>
    public static bool Knows(StringValues ifNoneMatch, string tag)
    {
        if (ifNoneMatch.Count == 0)
        {
            return false;
        }

        var tags = ifNoneMatch.ToString().AsSpan();
        foreach (var range in tags.Split(','))
        {
            var known = tags[range].Trim();
            if (known is "*" || (known.StartsWith("W/", StringComparison.Ordinal) ? known[2..] : known).SequenceEqual(tag))
            {
                return true;
            }
        }

        return false;
    }

    private static double Weight(ReadOnlySpan<char> wish, int end)
    {
        var parameter = end < 0 ? [] : wish[(end + 1)..].Trim();
        return parameter.StartsWith("q=", StringComparison.OrdinalIgnoreCase)
            && double.TryParse(parameter[2..], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var weight) ? weight : 1;
    }
}
