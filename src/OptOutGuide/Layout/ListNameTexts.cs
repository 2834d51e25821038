namespace OptOutGuide.Layout;

public sealed record ListNameTexts : ITexts
{
    public static string Section => "list";

    public required string Title { get; init; }
}
