namespace OptOutGuide.Content.Routing;

/// <summary>The words in addresses: <c>/fr/ma-liste/imprimer</c>.</summary>
public sealed record AddressTexts : ITexts
{
    public static string Section => "addresses";

    public required string Guides { get; init; }
    public required string Easy { get; init; }
    public required string Texts { get; init; }
    public required string Questions { get; init; }
    public required string Plan { get; init; }
    public required string Poster { get; init; }
    public required string Workshop { get; init; }
    public required string List { get; init; }
    public required string Done { get; init; }
    public required string Print { get; init; }
    public required string Share { get; init; }
    public required string Embed { get; init; }
    public required string Dates { get; init; }
    public required string Services { get; init; }
}
