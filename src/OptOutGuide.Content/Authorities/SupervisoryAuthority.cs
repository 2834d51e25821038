namespace OptOutGuide.Content.Authorities;

/// <summary>Where somebody may complain about the use of their data (an entry of <c>content/authorities.yml</c>).</summary>
/// <param name="Country">ISO 3166 code in capitals.</param>
/// <param name="Date">Date of the list in which the addresses were seen.</param>
/// <param name="IsConfirmed">The complaint page was seen in a second source.</param>
/// <param name="Note">Null where there is nothing to add.</param>
public sealed record SupervisoryAuthority(
    string Country,
    Area Area,
    string Name,
    Uri Home,
    Uri Complaint,
    DateOnly Date,
    bool IsConfirmed,
    LocalizedText CountryName,
    LocalizedText? Note)
{
    public Law Law => Area switch
    {
        Area.Uk => Law.Uk,
        Area.Ch => Law.Ch,
        Area.Eu or Area.Eea => Law.Gdpr,
    };
}

/// <summary>The legal area of a country; it decides the law.</summary>
public enum Area
{
    Eu,
    Eea,
    Uk,
    Ch,
}
