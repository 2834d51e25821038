namespace OptOutGuide.Site;

/// <summary>
/// The processor time of a response in milliseconds, estimated from its request alone, so that the same request always costs
/// the same. Upper bounds of what <c>node tests/bench/costs.mjs</c> measures: docs/reliability.md has the table. Costs that
/// grow with a list are calculated from the length of the query that holds it.
/// </summary>
internal static class RenderCost
{
    /// <summary>A page for the cache: rendered, and compressed as far as possible.</summary>
    public const int CacheFill = 60;

    /// <summary>With a QR code of the list.</summary>
    private const int ListShare = 6;

    /// <summary>A hundred and twenty sheets at most; each QR code is drawn once.</summary>
    private const int Workshop = 100;

    /// <summary>A file of a few lines, or the headers alone: the cost is decoding the list in the address.</summary>
    public static int Light(int queryCharacters) => 2;

    public static int Page(int queryCharacters) => 3;

    public static int List(int queryCharacters) => 3 + (queryCharacters / 200);

    public static int Calendar(int queryCharacters) => 3 + (queryCharacters / 60);

    public static int Of(PageKind kind, int queryCharacters) => kind switch
    {
        PageKind.List or PageKind.ListPrint => List(queryCharacters),
        PageKind.ListShare => ListShare,
        PageKind.WorkshopPrint => Workshop,
        _ => Page(queryCharacters),
    };
}
