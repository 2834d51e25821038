namespace OptOutGuide.Layout;

public sealed record FeedTexts : ITexts
{
    public static string Section => "sources";

    public required string Feed { get; init; }
}
