namespace OptOutGuide.Layout;

public sealed record BackTexts : ITexts
{
    public static string Section => "site";

    public required string Back { get; init; }
    public required string BackTo { get; init; }
}
