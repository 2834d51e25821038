namespace OptOutGuide.Printing;

/// <summary>What the pages about a workshop say: the form, the printed document, and the page for those who run it.</summary>
public sealed record WorkshopTexts : ITexts
{
    public static string Section => "workshop";

    public required string Intro { get; init; }
    public required string Printed { get; init; }
    public required IReadOnlyList<string> PrintedParts { get; init; }
    public required string Yours { get; init; }
    public required string People { get; init; }
    public required string Guides { get; init; }
    public required string Date { get; init; }
    public required string Time { get; init; }
    public required string Place { get; init; }
    public required string Contact { get; init; }
    public required string ContactHint { get; init; }
    public required string NotKept { get; init; }
    public required string Prepare { get; init; }
    public required string PrintTitle { get; init; }
    public required string Pages { get; init; }
    public required string Blank { get; init; }
    public required string ForYou { get; init; }
    public required string Helpers { get; init; }
    public required string Bring { get; init; }
    public required IReadOnlyList<string> ThingsToBring { get; init; }
    public required string TheyBring { get; init; }
    public required IReadOnlyList<string> ThingsTheyBring { get; init; }
    public required string Hour { get; init; }
    public required IReadOnlyList<string> HourParts { get; init; }
    public required string Passwords { get; init; }
    public required IReadOnlyList<string> PasswordRules { get; init; }
    public required string Mailbox { get; init; }
    public required IReadOnlyList<string> MailboxRules { get; init; }
    public required string Stuck { get; init; }
    public required IReadOnlyList<string> StuckAnswers { get; init; }
    public required string NothingOpens { get; init; }
    public required string Letter { get; init; }
    public required string Asked { get; init; }
    public required IReadOnlyList<string> AskedAnswers { get; init; }
    public required string Explain { get; init; }
}
