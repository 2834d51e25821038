namespace OptOutGuide.Content.Evidence;

/// <summary>An outside address that visitors are sent to (an entry of <c>content/links.yml</c>).</summary>
/// <param name="IsMetas">Whether it leads to Meta itself.</param>
/// <param name="NeedsLogin">Null when unknown.</param>
/// <param name="Date">Date of the best evidence for the address; the authors have not opened it.</param>
/// <param name="Fallbacks">Ids of the links to try next, in order.</param>
public sealed record OutsideLink(
    string Id,
    Uri Url,
    bool IsMetas,
    LocalizedText What,
    LocalizedText? Note,
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
