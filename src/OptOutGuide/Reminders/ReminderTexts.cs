namespace OptOutGuide.Reminders;

public sealed record ReminderTexts : ITexts
{
    public static string Section => "reminders";

    public required string ConfirmationTitle { get; init; }
    public required string ConfirmationText { get; init; }
    public required string AnswerTitle { get; init; }
    public required string AnswerText { get; init; }
    public required string DeadlineTitle { get; init; }
    public required string DeadlineText { get; init; }

    internal string Title(ReminderKind kind) => kind switch
    {
        ReminderKind.ConfirmationDue => ConfirmationTitle,
        ReminderKind.AnswerDue => AnswerTitle,
        ReminderKind.Deadline => DeadlineTitle,
    };

    internal string Text(ReminderKind kind) => kind switch
    {
        ReminderKind.ConfirmationDue => ConfirmationText,
        ReminderKind.AnswerDue => AnswerText,
        ReminderKind.Deadline => DeadlineText,
    };
}
