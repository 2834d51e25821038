namespace OptOutGuide.Site;

public sealed record ErrorTexts : ITexts
{
    public static string Section => "faults";

    public required string NotFoundTitle { get; init; }
    public required string NotFoundText { get; init; }
    public required string ErrorTitle { get; init; }
    public required string ErrorText { get; init; }
    public required string TooManyTitle { get; init; }
    public required string TooManyText { get; init; }
    public required string BusyTitle { get; init; }
    public required string BusyText { get; init; }
    public required string BackHome { get; init; }

    /// <param name="status">Of the answer; whatever has no texts of its own gets those of an internal error.</param>
    public (string Title, string Text) For(int status) => status switch
    {
        404 => (NotFoundTitle, NotFoundText),
        429 => (TooManyTitle, TooManyText),
        503 => (BusyTitle, BusyText),
        _ => (ErrorTitle, ErrorText),
    };
}
