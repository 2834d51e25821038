namespace OptOutGuide.Checklists;

/// <summary>Whether a list leaves its visitor something to do.</summary>
public enum Outcome
{
    /// <summary>Something is to be sent, to be contested or to be reminded of; or somebody has nothing on the list yet.</summary>
    Open,

    /// <summary>Only optional requests are on the list.</summary>
    NothingToSend,

    /// <summary>Nothing is left but to wait: not where Meta refused, nor where it has let its month pass.</summary>
    AllSent,

    /// <summary>Meta has confirmed every objection.</summary>
    Finished,
}

public static class Outcomes
{
    public static Outcome Of(Checklist list, DateOnly today)
    {
        var objections = list.Objections;
        return list.People.Any(person => person.HasNothing) ? Outcome.Open
            : objections.Count == 0 ? list.ObjectionsAndRequests.Count > 0 ? Outcome.NothingToSend : Outcome.Open
            : objections.All(objection => objection.Progress.State is ProgressState.Confirmed) ? Outcome.Finished
            : objections.All(objection => IsWaiting(objection.Progress, today)) ? Outcome.AllSent
            : Outcome.Open;
    }

    private static bool IsWaiting(Progress progress, DateOnly today) =>
        progress is { IsSent: true, State: not ProgressState.Refused } && !progress.IsUnanswered(today);
}
