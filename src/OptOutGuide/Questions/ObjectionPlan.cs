using OptOutGuide.Checklists;

namespace OptOutGuide.Questions;

/// <summary>What follows from the answers: which objections, in which order, and what to know besides.</summary>
/// <param name="Objections">The services through which to object, in order; one entry an objection.</param>
/// <param name="List">The same as a list to tick.</param>
/// <param name="Advice">Besides the objections, the most important first.</param>
public sealed record ObjectionPlan(IReadOnlyList<Service> Objections, Checklist List, IReadOnlyList<Advice> Advice)
{
    /// <param name="answers">Complete: no question is left.</param>
    /// <param name="noAccount">What those ask for who have no account; null where there is no such request.</param>
    public static ObjectionPlan From(Answers answers, Service? noAccount)
    {
        if (!answers.IsCovered)
        {
            return new([], Checklist.Empty, [Questions.Advice.NotCovered]);
        }

        var person = FirstPerson(answers, noAccount);
        Checklist list = new(answers.For is Audience.Several ? [person, Person.Empty] : [person]);
        return new([.. list.Objections.Select(objection => objection.Service)], list, [.. AdviceFor(answers)]);
    }

    private static Person FirstPerson(Answers answers, Service? noAccount)
    {
        var accounts = answers.Accounts.Select(service => new ChecklistItem(service, Progress.ToDo)).ToArray();
        AccountsCentre[] centres = accounts.Length == 0 ? [] : [new AccountsCentre(answers.Linked ?? Linkage.Unsure, accounts)];
        Service?[] requests = [accounts.Length == 0 ? noAccount : null, .. answers.Have?.Requests ?? []];
        return new Person(centres, [.. requests.OfType<Service>().Select(service => new ChecklistItem(service, Progress.ToDo))]) { Country = answers.Where };
    }

    private static IEnumerable<Advice> AdviceFor(Answers answers)
    {
        if (answers.CanLogIn is false)
        {
            yield return Questions.Advice.CannotLogIn;
        }

        if (answers.Have is { HasSeveral: true })
        {
            yield return Questions.Advice.SeveralAccounts;
        }

        if (answers.Have is { ManagesPage: true })
        {
            yield return Questions.Advice.ManagesPage;
        }

        if (answers.Linked is Linkage.Unsure)
        {
            yield return Questions.Advice.CheckLinks;
        }

        if (answers.Accounts.Count > 0)
        {
            yield return Questions.Advice.PostsByOthers;
        }

        if (answers.For is Audience.SomeoneElse or Audience.Several)
        {
            yield return Questions.Advice.OtherPeople;
        }
    }
}

/// <summary>What to know besides the objections; each has a text in every language and links to a page.</summary>
public enum Advice
{
    NotCovered,
    CannotLogIn,
    SeveralAccounts,
    ManagesPage,
    CheckLinks,
    PostsByOthers,
    OtherPeople,
}
