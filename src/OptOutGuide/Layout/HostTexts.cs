namespace OptOutGuide.Layout;

/// <summary>Words around what <c>host.yml</c> says.</summary>
public sealed record HostTexts : ITexts
{
    public static string Section => "host";

    public required string Demo { get; init; }
    public required string Template { get; init; }
    public required string PublishedBy { get; init; }
    public required string Partners { get; init; }
    public required string Mail { get; init; }
    public required string Phone { get; init; }
    public required string Register { get; init; }
    public required string Responsible { get; init; }
}
