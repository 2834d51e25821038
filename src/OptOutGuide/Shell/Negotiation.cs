using System.Globalization;
using Microsoft.Extensions.Primitives;

namespace OptOutGuide.Shell;

internal enum ContentCoding
{
    Identity,
    Gzip,
    Brotli,
}

/// <summary>What a request says of the answers it takes and has (RFC 9110), read without making objects.</summary>
internal static class Negotiation
{
    /// <summary>The coding that the visitor likes best; of those liked the same, the smallest.</summary>
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

    /// <summary>The visitor has the answer with this tag. Compared weakly, as the rule for If-None-Match is.</summary>
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
