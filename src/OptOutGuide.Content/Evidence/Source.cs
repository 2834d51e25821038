namespace OptOutGuide.Content.Evidence;

/// <summary>A publication that supports what the site says (an entry of <c>content/sources.yml</c>).</summary>
/// <param name="Language">Language of the publication, as a two-letter code.</param>
/// <param name="Url">Only where the publication's own address was seen.</param>
/// <param name="Home">The home page of the site that published it, where its own address was not seen.</param>
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
    LocalizedText Supports);
