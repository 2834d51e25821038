namespace OptOutGuide.Links;

/// <summary>How much a source weighs, heaviest first after Meta's own words.</summary>
public enum EvidenceGrade
{
    /// <summary>Meta's own text, captured by a third party or found in its apps.</summary>
    Meta,

    /// <summary>A regulator or a court.</summary>
    Authority,

    /// <summary>A consumer body, an association or the press.</summary>
    Press,

    /// <summary>A blog, a forum, a site without a known editor.</summary>
    Other,
}

/// <summary>A publication that supports what the site says (an entry of <c>content/sources.yml</c>).</summary>
/// <param name="Language">Language of the publication, as a two-letter code.</param>
/// <param name="Url">Only where the publication's own address was seen.</param>
/// <param name="Home">The site on which it stands, where its own address was not seen.</param>
/// <param name="Supports">What it supports, in each language of the site.</param>
public sealed record Source(
    string Id,
    string Publisher,
    string Title,
    string Language,
    SourceDate Date,
    EvidenceGrade Weight,
    Uri? Url,
    Uri? Home,
    Translated Supports);

/// <summary>When something was last read against its sources, and how long that holds.</summary>
public sealed record Review(DateOnly On, int EveryDays)
{
    /// <summary>Ten years: whoever wants a page never to be read again should say so in words.</summary>
    private const int LongestDays = 3650;

    internal static Review Read(YamlMap map, DateOnly today)
    {
        var everyDays = map.Number("review-every");
        if (everyDays > LongestDays)
        {
            map.Error("review-every", $"\"review-every: {everyDays}\" is too long; write at most {LongestDays} days");
        }

        return new(map.DateUntil("reviewed", today), Math.Min(everyDays, LongestDays));
    }

    /// <summary>The day from which it is due again.</summary>
    public DateOnly Due => On.AddDays(EveryDays);

    public bool IsOverdue(DateOnly today) => today > Due;
}

/// <summary>An outside address that visitors are sent to (an entry of <c>content/links.yml</c>).</summary>
/// <param name="IsMetas">Whether it leads to Meta itself; a form always does.</param>
/// <param name="NeedsLogin">Null where nobody knows.</param>
/// <param name="Date">Date of the best evidence for the address; nobody here has followed it.</param>
/// <param name="Fallbacks">Ids of the links to try next, in order.</param>
public sealed record OutsideLink(
    string Id,
    Uri Url,
    bool IsMetas,
    Translated What,
    Translated? Note,
    bool? NeedsLogin,
    SourceDate Date,
    EvidenceGrade Grade,
    Review Review,
    IReadOnlyList<string> Evidence,
    IReadOnlyList<string> Fallbacks)
{
    /// <summary>The host without <c>www.</c>, for the reader to recognise.</summary>
    public string Domain => DomainOf(Url);

    public static string DomainOf(Uri address) => address.Host.StartsWith("www.", StringComparison.Ordinal) ? address.Host[4..] : address.Host;
}
