namespace OptOutGuide.GuidePages;

public sealed record SourceTexts : ITexts
{
    public static string Section => "sources";

    public required string Heading { get; init; }
    public required string Claims { get; init; }
    public required string Links { get; init; }
    public required string Fallbacks { get; init; }

    /// <summary>« accueil de {0} »: the home page of a source whose own address was not seen.</summary>
    public required string SiteHome { get; init; }
    public required string LinkReviewDue { get; init; }
    public required string AddressMeta { get; init; }
    public required string AddressAuthority { get; init; }
    public required string AddressPress { get; init; }
    public required string AddressOther { get; init; }
    public required string ComplaintPage { get; init; }
    public required string SeenTwice { get; init; }
    public required string SeenOnce { get; init; }
    public required string Supports { get; init; }

    /// <summary>Who gave an address, and when, in one line.</summary>
    public string Address(EvidenceGrade grade) => grade switch
    {
        EvidenceGrade.Meta => AddressMeta,
        EvidenceGrade.Authority => AddressAuthority,
        EvidenceGrade.Press => AddressPress,
        EvidenceGrade.Other => AddressOther,
    };
}
