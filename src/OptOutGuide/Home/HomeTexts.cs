namespace OptOutGuide.Home;

public sealed record HomeTexts : ITexts
{
    public static string Section => "home";

    public required string Today { get; init; }
    public required string StartText { get; init; }
    public required string StartNow { get; init; }
    public required string OpenGuide { get; init; }
    public required string Guides { get; init; }
    public required string ListText { get; init; }
    public required string OpenList { get; init; }
    public required string RelativeText { get; init; }
    public required string SendSite { get; init; }
    public required string PrintPoster { get; init; }
    public required string PrintWorkshop { get; init; }
    public required string TimeLine { get; init; }
    public required string Now { get; init; }
}
