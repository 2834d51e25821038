using OptOutGuide.Checklists;

namespace OptOutGuide.ChecklistPage;

/// <summary>What the end says: once everything is sent, and once everything is confirmed.</summary>
public sealed record DoneTexts : ITexts
{
    public static string Section => "done";

    public required string Open { get; init; }
    public required string Another { get; init; }
    public required string FinishedTitle { get; init; }
    public required string FinishedText { get; init; }
    public required string FinishedOn { get; init; }
    public required string SentTitle { get; init; }
    public required string SentText { get; init; }
    public required string SentOn { get; init; }
    public required string NothingTitle { get; init; }
    public required string NothingText { get; init; }
    public required string KeepTitle { get; init; }
    public required string Keep { get; init; }
    public required string KeepLater { get; init; }
    public required string KeepNothing { get; init; }
    public required string PossibleTitle { get; init; }
    public required string Limits { get; init; }
    public required string Print { get; init; }
    public required string Help { get; init; }
    public required string Back { get; init; }

    public string Title(Outcome outcome) => outcome switch
    {
        Outcome.Finished => FinishedTitle,
        Outcome.AllSent => SentTitle,
        Outcome.NothingToSend or Outcome.Open => NothingTitle,
    };

    public string Text(Outcome outcome) => outcome switch
    {
        Outcome.Finished => FinishedText,
        Outcome.AllSent => SentText,
        Outcome.NothingToSend or Outcome.Open => NothingText,
    };

    public string ToKeep(Outcome outcome) => outcome switch
    {
        Outcome.Finished => Keep,
        Outcome.AllSent => KeepLater,
        Outcome.NothingToSend or Outcome.Open => KeepNothing,
    };
}
