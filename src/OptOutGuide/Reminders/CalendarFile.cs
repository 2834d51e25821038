using Ical.Net;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Serialization;

namespace OptOutGuide.Reminders;

/// <summary>
/// Reminders as a calendar file (RFC 5545). Each is a whole day, which every calendar shows on that day wherever
/// its owner is, with an alarm at nine in the morning.
/// </summary>
internal static class CalendarFile
{
    public const string ContentType = "text/calendar; charset=utf-8";

    private static readonly Duration AlarmAfterMidnight = Duration.FromHours(9);

    /// <param name="now">When the file is made (<c>DTSTAMP</c>).</param>
    /// <param name="page">Where each reminder leads.</param>
    public static string Write(IReadOnlyList<Reminder> reminders, Language language, DateTimeOffset now, Func<Reminder, Uri> page)
    {
        var calendar = new Calendar { ProductId = "-//OptOutGuide//Reminders//EN" };
        calendar.Events.AddRange(reminders.Select(reminder => ToEvent(reminder, language, now, page(reminder))));
        return new CalendarSerializer().SerializeToString(calendar)!;
    }

    private static CalendarEvent ToEvent(Reminder reminder, Language language, DateTimeOffset now, Uri page)
    {
        var title = language.Format(language.Texts<ReminderTexts>().Title(reminder.Kind), reminder.Subject);
        var alarm = new Alarm { Action = AlarmAction.Display, Trigger = new Trigger(AlarmAfterMidnight), Description = title };
        return new CalendarEvent
        {
            Uid = reminder.Uid,
            DtStamp = new CalDateTime(now.UtcDateTime),
            DtStart = new CalDateTime(reminder.On),
            DtEnd = new CalDateTime(reminder.On.AddDays(1)),
            Summary = title,
            Description = $"{language.Texts<ReminderTexts>().Text(reminder.Kind)}\n{page}",
            Url = page,
            Transparency = TransparencyType.Transparent,
            Alarms = { alarm },
        };
    }
}
