namespace OptOutGuide.Printing;

public sealed record PosterTexts : ITexts
{
    public static string Section => "poster";

    public required string Title { get; init; }
    public required string Dated { get; init; }
    public required string Heading { get; init; }
    public required string Message { get; init; }
    public required string Right { get; init; }
    public required string Workshop { get; init; }
    public required string Bring { get; init; }
    public required string Contact { get; init; }
    public required string Scan { get; init; }

    /// <summary>What it is, on the strips to tear off: a few words.</summary>
    public required string Strip { get; init; }
}
