namespace OptOutGuide.Content.Authorities;

public sealed record LawTexts : ITexts
{
    public static string Section => "laws";

    public required string Gdpr { get; init; }
    public required string Uk { get; init; }
    public required string Ch { get; init; }

    /// <summary>Before links to a ready text under other laws.</summary>
    public required string OtherTexts { get; init; }

    /// <summary>Beside a ready text under the GDPR, where somebody's country is not known.</summary>
    public required string WithoutCountry { get; init; }

    public string Name(Law law) => law switch
    {
        Law.Uk => Uk,
        Law.Ch => Ch,
        _ => Gdpr,
    };
}
