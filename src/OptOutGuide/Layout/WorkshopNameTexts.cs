namespace OptOutGuide.Layout;

public sealed record WorkshopNameTexts : ITexts
{
    public static string Section => "workshop";

    public required string Title { get; init; }
}
