using System.Collections.Frozen;

namespace OptOutGuide.Content.Routing;

/// <summary>
/// The fields of a query that pages read: a list and operations on it or on the stored one (<c>here</c>), answers, a workshop, the
/// wish for sources on paper.
/// All others are ignored, such as those that apps add for tracking (<c>fbclid</c>, <c>utm_source</c>).
/// </summary>
public static class QueryFields
{
    public static FrozenSet<string> All { get; } = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "l", "do", "here", "who", "open", "on", "country", "wrong", "own", "where", "have", "asked", "linked", "login", "for", "again", "n", "sources");
}
