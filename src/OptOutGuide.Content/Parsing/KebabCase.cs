using System.Text.RegularExpressions;

namespace OptOutGuide.Content.Parsing;

/// <summary>Names as content files write them: <c>NoAccount</c> is <c>no-account</c>.</summary>
public static partial class KebabCase
{
    public static string Of(string name) => Boundary().Replace(name, "-$1").ToLowerInvariant();

    public static string Of<T>(T value) where T : struct, Enum => Of(value.ToString());

    /// <summary>Every value of an enum, for messages.</summary>
    public static string All<T>() where T : struct, Enum => string.Join(", ", Enum.GetValues<T>().Select(Of));

    public static bool TryParse<T>(string text, out T value) where T : struct, Enum
    {
        foreach (var candidate in Enum.GetValues<T>())
        {
            if (Of(candidate) == text)
            {
                value = candidate;
                return true;
            }
        }

        value = default;
        return false;
    }

    [GeneratedRegex("(?<!^)([A-Z])")]
    private static partial Regex Boundary();
}
