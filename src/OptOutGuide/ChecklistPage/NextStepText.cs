using OptOutGuide.Checklists;

namespace OptOutGuide.ChecklistPage;

/// <summary>The text and the link for a person's next step.</summary>
internal static class NextStepText
{
    public static string Next(ChecklistBoard board, Person person)
    {
        var (texts, language) = (board.Texts, board.Language);
        var action = NextAction.Of(person, board.Today);
        return action.Step switch
        {
            NextStep.Send => About(texts.NextSend),
            NextStep.Contest => About(texts.NextContest),
            NextStep.Remind => About(texts.NextRemind),
            NextStep.AwaitAnswer => language.Format(texts.NextAwait, ObjectionText.NameAndCount(language, action.Objection!)),
            NextStep.Finished => texts.NextFinished,
            NextStep.NothingToSend => texts.NextNothing,
            NextStep.FillIn => texts.NextFillIn,
        };

        string About(string text) => language.Format(text, ObjectionText.Name(language, action.Objection!));
    }

    /// <summary>Where Meta's answer to the objection of the next step is noted.</summary>
    public static string Answer(ChecklistBoard board, Person person) =>
        $"{board.PathWithList(PageKind.List, "list", person.Id)}#part-{NextAction.Of(person, board.Today).Objection!.Id}";

    /// <summary>The ready texts for the next step, under the law of the person's country.</summary>
    public static IEnumerable<Article> Letters(ChecklistBoard board, Person person)
    {
        string[] ids = NextAction.Of(person, board.Today).Step switch
        {
            NextStep.Contest => [WellKnownPages.ObjectionLetter, WellKnownPages.ComplaintLetter],
            NextStep.Remind => [WellKnownPages.ReminderLetter],
            NextStep.FillIn or NextStep.Send or NextStep.AwaitAnswer or NextStep.Finished or NextStep.NothingToSend => [],
        };
        return ids.Select(id => board.Content.Letter(id, board.Content.LawOf(person.Country), board.Language)).OfType<Article>();
    }

    public static (string Name, string Path)? Target(ChecklistBoard board, Person person)
    {
        var (content, texts, language) = (board.Content, board.Texts, board.Language);
        var action = NextAction.Of(person, board.Today);
        return action.Step switch
        {
            NextStep.Send => content.GuideFor(action.Objection!.Service, language) is { } guide ? (texts.OpenGuide, board.PathWithList(PageKind.Step, SitePage.StepId(guide.Id, 1), person.Id)) : null,
            NextStep.Contest => Article(texts.OpenContest, WellKnownPages.RefusedOrSilent),
            NextStep.Remind => Article(texts.OpenRemind, WellKnownPages.RefusedOrSilent),
            NextStep.AwaitAnswer => Article(texts.OpenAwait, WellKnownPages.DidItWork),
            NextStep.FillIn or NextStep.Finished or NextStep.NothingToSend => null,
        };

        (string Name, string Path)? Article(string name, string id) =>
            content.SiteMap.Find(PageKind.Article, id, language.Code) is { } page ? (name, page.Path) : null;
    }
}
