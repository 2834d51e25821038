namespace OptOutGuide.Checklists;

public enum ProgressState
{
    ToDo,
    Sent,
    Confirmed,
    Refused,
}

/// <summary>How far an objection got. Dates may be unknown: people remember that they did it, not when.</summary>
/// <param name="SentOn">Null while to do, or when not known.</param>
/// <param name="AnsweredOn">Date of Meta's confirmation or refusal; null before it, or when not known.</param>
public sealed record Progress(ProgressState State, DateOnly? SentOn, DateOnly? AnsweredOn)
{
    /// <summary>Earliest date that makes sense: Meta first told Europeans in May 2024.</summary>
    public static DateOnly Earliest { get; } = new(2024, 5, 1);

    public static Progress ToDo { get; } = new(ProgressState.ToDo, null, null);

    /// <summary>Whatever the answer was, or while there is none.</summary>
    public bool IsSent => State is not ProgressState.ToDo;

    /// <summary>Sent, and the month that the law gives Meta to answer has passed (GDPR article 12(3)).</summary>
    public bool IsUnanswered(DateOnly today) => State is ProgressState.Sent && SentOn?.AddMonths(1) < today;

    /// <summary>When a missing answer is to be asked for: after that month, with two days for the post. Null where it is not awaited.</summary>
    public DateOnly? AnswerOverdueOn => State is ProgressState.Sent ? SentOn?.AddMonths(1).AddDays(2) : null;

    /// <summary>The date that goes with the state.</summary>
    public DateOnly? Date => State is ProgressState.Sent ? SentOn : AnsweredOn;

    /// <summary>The next state on that date; a date of sending that is already known is kept.</summary>
    public Progress WithState(ProgressState state, DateOnly? on) => state switch
    {
        ProgressState.ToDo => ToDo,
        ProgressState.Sent => new(state, on, null),
        ProgressState.Confirmed or ProgressState.Refused => new(state, SentOn, on),
    };

    /// <summary>
    /// The next state today; a date of sending that has not come yet, as an altered address may say, is dropped. On a machine
    /// whose clock starts in 1970 the day is unknown.
    /// </summary>
    public Progress WithStateToday(ProgressState state, DateOnly today) => today < Earliest
        ? WithState(state, null)
        : (SentOn > today ? this with { SentOn = null } : this).WithState(state, today);

    public bool HasPlausibleDates(DateOnly today) =>
        IsPlausible(SentOn) && IsPlausible(AnsweredOn) && !(AnsweredOn < SentOn)
        && (today < Earliest || (!(SentOn > today) && !(AnsweredOn > today)));

    private static bool IsPlausible(DateOnly? date) => !(date < Earliest);
}
