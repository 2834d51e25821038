namespace OptOutGuide.Content.Authorities;

public sealed record LawTexts : ITexts
{
    public static string Section => "laws";

    public required string Gdpr { get; init; }
    public required string Uk { get; init; }
    public required string Ch { get; init; }

    /// <summary>Introduces the links to a ready text's versions under other laws.</summary>
    public required string OtherTexts { get; init; }

    /// <summary>Shown with a ready text under the GDPR when the person's country is not known.</summary>
    public required string WithoutCountry { get; init; }

    public string Name(Law law) => law switch
    {
        Law.Uk => Uk,
        Law.Ch => Ch,
        Law.Gdpr => Gdpr,
    };
}
