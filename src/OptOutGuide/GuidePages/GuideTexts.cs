namespace OptOutGuide.GuidePages;

public sealed record GuideTexts : ITexts
{
    public static string Section => "guide";

    public required PluralText Minutes { get; init; }
    public required string Who { get; init; }
    public required string Needs { get; init; }
    public required string Start { get; init; }
    public required string OpenForm { get; init; }
    public required string LoginNeeded { get; init; }
    public required string NoLoginNeeded { get; init; }
    public required string LoginUnknown { get; init; }
    public required string Evidence { get; init; }
    public required string NotFollowed { get; init; }
    public required string OtherForms { get; init; }
    public required string Steps { get; init; }

    /// <summary>« Guide : Facebook »: the link from a step back to its guide.</summary>
    public required string StepGuide { get; init; }
    public required string StepOf { get; init; }

    /// <summary>« Envoyez (Facebook) »: a step and its guide, for the window.</summary>
    public required string StepTitle { get; init; }
    public required string StepOpen { get; init; }
    public required string StepDone { get; init; }

    /// <summary>Instead of "done", where one may go on without having done it.</summary>
    public required string StepContinue { get; init; }
    public required string StepTrouble { get; init; }
    public required string StepBack { get; init; }
    public required string Contents { get; init; }
    public required string BackToQuestion { get; init; }
    public required string StepSources { get; init; }
    public required string SentQuestion { get; init; }
    public required string SentYes { get; init; }
    public required string SentYesFor { get; init; }
    public required string SentNo { get; init; }
    public required string SentLater { get; init; }
    public required string OptionalRead { get; init; }
    public required string OptionalSent { get; init; }
    public required string After { get; init; }
    public required string AfterList { get; init; }
    public required string Limits { get; init; }
    public required string ShareGuide { get; init; }
    public required string PrintGuide { get; init; }
    public required string EasyGuide { get; init; }
    public required string PrintEasy { get; init; }
    public required string FullGuide { get; init; }
    public required string Reviewed { get; init; }
    public required string ReviewDue { get; init; }
    public required string OriginalNewer { get; init; }
    public required string Report { get; init; }
    public required string ReportText { get; init; }
    public required string ReportEmail { get; init; }
    public required string ReportIssue { get; init; }
    public required string ReportSubject { get; init; }
    public required string ReportBody { get; init; }
    public required string StepChanged { get; init; }

    public string Login(bool? isNeeded) => isNeeded switch
    {
        true => LoginNeeded,
        false => NoLoginNeeded,
        null => LoginUnknown,
    };
}
