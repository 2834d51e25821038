namespace OptOutGuide.Printing;

public sealed record PrintTexts : ITexts
{
    public static string Section => "print";

    public required string Title { get; init; }
    public required string ListTitle { get; init; }
    public required string Print { get; init; }
    public required string HowToPrint { get; init; }
    public required string Back { get; init; }
    public required string Address { get; init; }
    public required string FormAddress { get; init; }
    public required string TooLong { get; init; }
    public required string PrintedOn { get; init; }
    public required string PosterTitle { get; init; }
    public required string WorkshopTitle { get; init; }
    public required string People { get; init; }
    public required string Prepare { get; init; }
    public required string SentOn { get; init; }
    public required string ConfirmedOn { get; init; }
    public required string Notes { get; init; }
}
