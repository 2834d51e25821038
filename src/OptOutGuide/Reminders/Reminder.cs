using System.Globalization;
using OptOutGuide.ChecklistPage;
using OptOutGuide.Checklists;

namespace OptOutGuide.Reminders;

internal enum ReminderKind
{
    /// <summary>Three days after sending: has Meta's confirmation come?</summary>
    ConfirmationDue,

    /// <summary>One month and two days after sending: the time limit of GDPR article 12(3) has passed, with two days for
    /// delivery.</summary>
    AnswerDue,

    /// <summary>A date of the content that is still ahead.</summary>
    Deadline,
}

/// <summary>A day on which somebody should look at their list again.</summary>
/// <param name="Uid">The same each time the same reminder is made for the same calendar, so that it is replaced and not doubled.</param>
/// <param name="Subject">The objection's accounts, or the deadline's name.</param>
/// <param name="Law">The law of the person's country; unused for a deadline.</param>
internal sealed record Reminder(string Uid, ReminderKind Kind, DateOnly On, string Subject, Law Law = Law.Gdpr)
{
    /// <summary>The reminders that lie ahead: of each objection sent and not yet answered, and of each deadline to come.</summary>
    /// <param name="calendar">Tells this list's reminders from those of other people's (<see cref="CalendarId"/>).</param>
    public static IReadOnlyList<Reminder> For(Checklist list, SiteContent content, Language language, DateOnly today, string calendar) =>
    [
        .. list.People
            .SelectMany(person => person.ObjectionsAndRequests
                .Where(objection => objection.Progress is { State: ProgressState.Sent, SentOn: not null })
                .SelectMany(objection => ForObjection(objection, language, content.LawOf(person.Country))))
            .GroupBy(reminder => reminder.Uid)
            .SelectMany(same => same.Select((reminder, number) => reminder with { Uid = $"{reminder.Uid}-{number}-{calendar}@optoutguide" }))
            .Concat(content.Deadlines.Select(deadline => new Reminder(
                $"deadline-{deadline.Id}@optoutguide", ReminderKind.Deadline, deadline.Day, deadline.Texts[language.Code].Name)))
            .Where(reminder => reminder.On > today),
    ];

    /// <summary>Id of the page that says what to do on that day.</summary>
    public string PageId(SiteContent content, Language language) => Kind switch
    {
        ReminderKind.ConfirmationDue => WellKnownPages.DidItWork,
        ReminderKind.AnswerDue => content.Letter(WellKnownPages.ReminderLetter, Law, language)?.Id ?? WellKnownPages.RefusedOrSilent,
        ReminderKind.Deadline => "home",
    };

    /// <summary>
    /// The id depends on the content, not on the position in the list: removing a person changes no other reminder. Equal
    /// reminders are numbered.
    /// </summary>
    private static IEnumerable<Reminder> ForObjection(Objection objection, Language language, Law law)
    {
        var sentOn = objection.Progress.SentOn!.Value;
        var services = string.Join('-', objection.Covers.Distinct().OrderBy(service => service.Order));
        var stem = string.Create(CultureInfo.InvariantCulture, $"{services}-{sentOn:yyyyMMdd}");
        var subject = ObjectionText.Name(language, objection);
        yield return new($"{stem}-confirmation", ReminderKind.ConfirmationDue, sentOn.AddDays(3), subject, law);
        yield return new($"{stem}-answer", ReminderKind.AnswerDue, objection.Progress.AnswerOverdueOn!.Value, subject, law);
    }
}
