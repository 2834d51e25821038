namespace OptOutGuide.Checklists;

public enum NextStep
{
    /// <summary>Nothing is on the list yet.</summary>
    FillIn,
    Send,
    Contest,

    /// <summary>A month without an answer.</summary>
    Remind,
    AwaitAnswer,

    /// <summary>Every objection is confirmed.</summary>
    Finished,

    /// <summary>No objection is to be made: there are optional requests only.</summary>
    NothingToSend,
}

/// <summary>The one thing that a person should do next.</summary>
/// <param name="Objection">What it is about; null where it is about the whole list.</param>
public sealed record NextAction(NextStep Step, Objection? Objection)
{
    /// <summary>Objections to send come first, then those refused or unanswered, then those that await an answer.</summary>
    public static NextAction Of(Person person, DateOnly today)
    {
        var objections = person.Objections.ToArray();
        return First(objection => objection.Progress.State is ProgressState.ToDo, NextStep.Send)
            ?? First(objection => objection.Progress.State is ProgressState.Refused, NextStep.Contest)
            ?? First(objection => objection.Progress.IsUnanswered(today), NextStep.Remind)
            ?? First(objection => objection.Progress.State is ProgressState.Sent, NextStep.AwaitAnswer)
            ?? new NextAction(objections.Length > 0 ? NextStep.Finished : person.Requests.Count > 0 ? NextStep.NothingToSend : NextStep.FillIn, null);

        NextAction? First(Predicate<Objection> isNext, NextStep step) =>
            Array.Find(objections, isNext) is { } objection ? new(step, objection) : null;
    }
}
