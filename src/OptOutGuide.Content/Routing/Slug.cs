using System.Text.RegularExpressions;

namespace OptOutGuide.Content.Routing;

/// <summary>A part of an address: small letters, digits and hyphens between them.</summary>
internal static partial class Slug
{
    public static bool IsValid(string text) => AllIn(text) is [var slug] && slug == text;

    /// <summary>The parts of a text, such as a file's name, that could be an address.</summary>
    public static IReadOnlyList<string> AllIn(string text) => [.. Pattern().Matches(text).Select(slug => slug.Value)];

    [GeneratedRegex("[a-z0-9]+(-[a-z0-9]+)*")]
    private static partial Regex Pattern();
}
