namespace OptOutGuide.Sharing;

public sealed record ShareTexts : ITexts
{
    public static string Section => "share";

    public required string Title { get; init; }
    public required string ListTitle { get; init; }
    public required string Intro { get; init; }
    public required string ListIntro { get; init; }
    public required string Move { get; init; }
    public required string MoveText { get; init; }
    public required string MoveLong { get; init; }
    public required string MoveAddress { get; init; }
    public required string Message { get; init; }
    public required string ListMessage { get; init; }
    public required string SiteMessage { get; init; }
    public required string Address { get; init; }
    public required string Copy { get; init; }
    public required string Phone { get; init; }
    public required string Email { get; init; }
    public required string Sms { get; init; }
    public required string Whatsapp { get; init; }
    public required string Qr { get; init; }
    public required string QrText { get; init; }
    public required string QrLabel { get; init; }
}
