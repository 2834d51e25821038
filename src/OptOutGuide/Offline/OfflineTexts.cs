namespace OptOutGuide.Offline;

/// <summary>Shown when the site does not answer; <c>{0}</c> is the day on which the page was stored.</summary>
public sealed record OfflineTexts : ITexts
{
    public static string Section => "offline";

    public required string Kept { get; init; }
    public required string List { get; init; }
    public required string Title { get; init; }
    public required string Text { get; init; }
    public required string Retry { get; init; }
    public required string Pages { get; init; }
}
