using Microsoft.AspNetCore.WebUtilities;

namespace OptOutGuide.Site;

/// <summary>Whether an address's query makes another page of it.</summary>
internal static class SiteQuery
{
    /// <summary>Does not allocate for a query that no page reads; links from Facebook have one.</summary>
    /// <param name="page">Null for what is no page: no other address that is cached reads its query.</param>
    public static bool Selects(SitePage? page, QueryString query)
    {
        if (page is null)
        {
            return false;
        }

        var known = QueryFields.All.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (var field in new QueryStringEnumerable(query.Value))
        {
            if (known.Contains(field.DecodeName().Span))
            {
                return true;
            }
        }

        return false;
    }
}
