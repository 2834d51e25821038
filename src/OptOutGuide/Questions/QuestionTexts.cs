namespace OptOutGuide.Questions;

public sealed record QuestionTexts : ITexts
{
    public static string Section => "questions";

    public required string Summary { get; init; }
    public required string Count { get; init; }
    public required string Previous { get; init; }
    public required string Continue { get; init; }
    public required string Where { get; init; }
    public required string WhereHint { get; init; }
    public required string Country { get; init; }
    public required string Elsewhere { get; init; }
    public required string Have { get; init; }

    /// <summary>For those who do not find themselves among the answers; below the button, which stays on a phone's first screen.</summary>
    public required string HaveHint { get; init; }
    public required string HaveLegend { get; init; }
    public required string HaveSeveral { get; init; }
    public required string HavePage { get; init; }
    public required string HaveNone { get; init; }
    public required string HaveWrong { get; init; }
    public required string Linked { get; init; }
    public required string LinkedHint { get; init; }
    public required string LinkedYes { get; init; }
    public required string LinkedNo { get; init; }
    public required string LinkedUnsure { get; init; }
    public required string ShowHow { get; init; }
    public required string Login { get; init; }
    public required string LoginHint { get; init; }
    public required string LoginYes { get; init; }
    public required string LoginNo { get; init; }
    public required string For { get; init; }
    public required string ForMe { get; init; }
    public required string ForSomeoneElse { get; init; }
    public required string ForSeveral { get; init; }
    public required string Given { get; init; }
    public required string Change { get; init; }
    public required string PlanTitle { get; init; }
    public required PluralText PlanCount { get; init; }
    public required string First { get; init; }
    public required string Then { get; init; }

    /// <summary>Of an objection that holds for linked accounts: the other services.</summary>
    public required string AlsoCovers { get; init; }
    public required string Optional { get; init; }
    public required string ToList { get; init; }
    public required string ToListHint { get; init; }
    public required string Letter { get; init; }
    public required string Authority { get; init; }
    public required string NotCovered { get; init; }
    public required string CannotLogIn { get; init; }
    public required string SeveralAccounts { get; init; }
    public required string ManagesPage { get; init; }
    public required string CheckLinks { get; init; }
    public required string PostsByOthers { get; init; }
    public required string OtherPeople { get; init; }

    public string Title(QuestionKind question) => question switch
    {
        QuestionKind.Where => Where,
        QuestionKind.Have => Have,
        QuestionKind.Linked => Linked,
        QuestionKind.Login => Login,
        QuestionKind.For => For,
    };

    public string? Hint(QuestionKind question) => question switch
    {
        QuestionKind.Where => WhereHint,
        QuestionKind.Linked => LinkedHint,
        QuestionKind.Login => LoginHint,
        QuestionKind.Have or QuestionKind.For => null,
    };

    public string Text(Advice advice) => advice switch
    {
        Advice.NotCovered => NotCovered,
        Advice.CannotLogIn => CannotLogIn,
        Advice.SeveralAccounts => SeveralAccounts,
        Advice.ManagesPage => ManagesPage,
        Advice.CheckLinks => CheckLinks,
        Advice.PostsByOthers => PostsByOthers,
        Advice.OtherPeople => OtherPeople,
    };
}
