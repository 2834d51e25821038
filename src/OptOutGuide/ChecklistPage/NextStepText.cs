using OptOutGuide.Checklists;

namespace OptOutGuide.ChecklistPage;

/// <summary>The text and the link for a person's next step.</summary>
internal static class NextStepText
{
    public static string Next(ChecklistBoard board, Person person)
    {
        var (texts, language) = (board.Texts, board.Language);
        return NextAction.Of(person, board.Today) switch
        {
            { Step: NextStep.Send, Objection: { } objection } => language.Format(texts.NextSend, ObjectionText.Name(language, objection)),
            { Step: NextStep.Contest, Objection: { } objection } => language.Format(texts.NextContest, ObjectionText.Name(language, objection)),
            { Step: NextStep.Remind, Objection: { } objection } => language.Format(texts.NextRemind, ObjectionText.Name(language, objection)),
            { Step: NextStep.AwaitAnswer, Objection: { } objection } => language.Format(texts.NextAwait, ObjectionText.Name(language, objection)),
            { Step: NextStep.Finished } => texts.NextFinished,
            { Step: NextStep.NothingToSend } => texts.NextNothing,
            _ => texts.NextFillIn,
        };
    }

    /// <summary>The ready texts for the next step, under the law of the person's country.</summary>
    public static IEnumerable<Article> Letters(ChecklistBoard board, Person person)
    {
        string[] ids = NextAction.Of(person, board.Today).Step switch
        {
            NextStep.Contest => [WellKnownPages.ObjectionLetter, WellKnownPages.ComplaintLetter],
            NextStep.Remind => [WellKnownPages.ReminderLetter],
            _ => [],
        };
        return ids.Select(id => board.Content.Letter(id, board.Content.LawOf(person.Country), board.Language)).OfType<Article>();
    }

    public static (string Name, string Path)? Target(ChecklistBoard board, Person person)
    {
        var (content, texts, language) = (board.Content, board.Texts, board.Language);
        return NextAction.Of(person, board.Today) switch
        {
            { Step: NextStep.Send, Objection: { } objection } when content.GuideFor(objection.Service, language) is { } guide => (texts.OpenGuide, board.Way(PageKind.Step, SitePage.StepId(guide.Id, 1), person.Id)),
            { Step: NextStep.Contest } => Article(texts.OpenContest, WellKnownPages.RefusedOrSilent),
            { Step: NextStep.Remind } => Article(texts.OpenRemind, WellKnownPages.RefusedOrSilent),
            { Step: NextStep.AwaitAnswer } => Article(texts.OpenAwait, WellKnownPages.DidItWork),
            _ => null,
        };

        (string Name, string Path)? Article(string name, string id) =>
            content.SiteMap.Find(PageKind.Article, id, language.Code) is { } page ? (name, page.Path) : null;
    }
}
