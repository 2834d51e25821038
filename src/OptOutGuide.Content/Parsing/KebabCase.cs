using System.Text.RegularExpressions;

namespace OptOutGuide.Content.Parsing;

/// <summary>Names as content files write them: <c>NoAccount</c> is <c>no-account</c>.</summary>
public static partial class KebabCase
{
    public static string Of(string name) => Boundary().Replace(name, "-$1").ToLowerInvariant();

    public static string Of<T>(T value) where T : struct, Enum => Of(value.ToString());

    /// <summary>Every value of an enum, for messages.</summary>
    public static string All<T>() where T : struct, Enum => string.Join(", ", Names<T>.All.Select(known => known.Name));

    public static bool TryParse<T>(string text, out T value) where T : struct, Enum
    {
        var known = Array.Find(Names<T>.All, known => known.Name == text);
        value = known.Value;
        return known.Name is not null;
    }

    [GeneratedRegex("(?<!^)([A-Z])")]
    private static partial Regex Boundary();

    private static class Names<T> where T : struct, Enum
    {
        public static readonly (string Name, T Value)[] All = [.. Enum.GetValues<T>().Select(value => (Of(value), value))];
    }
}
