namespace OptOutGuide.Printing;

public sealed record PrintTexts : ITexts
{
    public static string Section => "print";

    public required string Title { get; init; }
    public required string ListTitle { get; init; }
    public required string Print { get; init; }
    public required string HowToPrint { get; init; }
    public required string Address { get; init; }
    public required string Squares { get; init; }
    public required string Digits { get; init; }
    public required string Square { get; init; }
    public required string LetteredAddress { get; init; }

    /// <summary>« prenez la feuille {0} »: instead of the letter of an address, where the sheet of that guide is in the same hand.</summary>
    public required string SheetAtHand { get; init; }
    public required string NoteDate { get; init; }
    public required string BothSides { get; init; }
    public required string WithSources { get; init; }
    public required string WithoutSources { get; init; }
    public required string OtherAddress { get; init; }
    public required string TooLong { get; init; }
    public required string PrintedOn { get; init; }
    public required string Person { get; init; }
    public required string Help { get; init; }
    public required string SentOn { get; init; }
    public required string ConfirmedOn { get; init; }
    public required string Notes { get; init; }
}
