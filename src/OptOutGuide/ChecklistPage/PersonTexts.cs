namespace OptOutGuide.ChecklistPage;

/// <summary>What a person's part of the list says of the next thing to do, and where it leads.</summary>
internal static class PersonTexts
{
    public static string Next(ChecklistBoard board, Person person)
    {
        var (words, language) = (board.Words, board.Language);
        return NextAction.Of(person, board.Today) switch
        {
            { Step: NextStep.Send, Objection: { } objection } => language.Say(words.NextSend, ObjectionText.Name(language, objection)),
            { Step: NextStep.Contest, Objection: { } objection } => language.Say(words.NextContest, ObjectionText.Name(language, objection)),
            { Step: NextStep.Remind, Objection: { } objection } => language.Say(words.NextRemind, ObjectionText.Name(language, objection)),
            { Step: NextStep.AwaitAnswer, Objection: { } objection } => language.Say(words.NextAwait, ObjectionText.Name(language, objection)),
            { Step: NextStep.Finished } => words.NextFinished,
            { Step: NextStep.NothingToSend } => words.NextNothing,
            _ => words.NextFillIn,
        };
    }

    /// <summary>The ready texts for the next thing to do, under the law of the person's country.</summary>
    public static IEnumerable<Article> Letters(ChecklistBoard board, Person person)
    {
        string[] ids = NextAction.Of(person, board.Today).Step switch
        {
            NextStep.Contest => [NamedPage.ObjectionLetter, NamedPage.Complaint],
            NextStep.Remind => [NamedPage.Reminder],
            _ => [],
        };
        return ids.Select(id => board.Content.Letter(id, board.Content.LawOf(person.Country), board.Language)).OfType<Article>();
    }

    public static (string Name, string Path)? Target(ChecklistBoard board, Person person)
    {
        var (content, words, language) = (board.Content, board.Words, board.Language);
        return NextAction.Of(person, board.Today) switch
        {
            { Step: NextStep.Send, Objection: { } objection } when content.GuideFor(objection.Service, language) is { } guide => (words.OpenGuide, board.Address(PageKind.Guide, guide.Id)),
            { Step: NextStep.Contest } => Article(words.OpenContest, NamedPage.RefusedOrSilent),
            { Step: NextStep.Remind } => Article(words.OpenRemind, NamedPage.RefusedOrSilent),
            { Step: NextStep.AwaitAnswer } => Article(words.OpenAwait, NamedPage.DidItWork),
            _ => null,
        };

        (string Name, string Path)? Article(string name, string id) =>
            content.SiteMap.Find(PageKind.Article, id, language.Code) is { } page ? (name, page.Path) : null;
    }
}
