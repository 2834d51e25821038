using System.Globalization;
using System.Text;

namespace OptOutGuide.Reminders;

/// <summary>
/// Reminders as a calendar file (RFC 5545). Each is a whole day, which every calendar shows on that day wherever
/// its owner is, with an alarm at nine in the morning.
/// </summary>
internal static class CalendarFile
{
    public const string ContentType = "text/calendar; charset=utf-8";

    private const int MostOctets = 75;

    /// <param name="now">When the file is made; calendars want to know.</param>
    /// <param name="page">Where each reminder leads.</param>
    public static string Write(IReadOnlyList<Reminder> reminders, Language language, DateTimeOffset now, Func<Reminder, Uri> page)
    {
        var file = new StringBuilder();
        Line("BEGIN:VCALENDAR");
        Line("VERSION:2.0");
        Line("PRODID:-//OptOutGuide//Reminders//EN");
        foreach (var reminder in reminders)
        {
            Line("BEGIN:VEVENT");
            Line($"UID:{reminder.Uid}");
            Line(string.Create(CultureInfo.InvariantCulture, $"DTSTAMP:{now.UtcDateTime:yyyyMMdd'T'HHmmss'Z'}"));
            Line(string.Create(CultureInfo.InvariantCulture, $"DTSTART;VALUE=DATE:{reminder.On:yyyyMMdd}"));
            Line(string.Create(CultureInfo.InvariantCulture, $"DTEND;VALUE=DATE:{reminder.On.AddDays(1):yyyyMMdd}"));
            Line($"SUMMARY:{Escape(Title(reminder))}");
            Line($"DESCRIPTION:{Escape($"{language.Words.Reminders.Text(reminder.Kind)}\n{page(reminder)}")}");
            Line($"URL:{page(reminder)}");
            Line("TRANSP:TRANSPARENT");
            Line("BEGIN:VALARM");
            Line("ACTION:DISPLAY");
            Line("TRIGGER:PT9H");
            Line($"DESCRIPTION:{Escape(Title(reminder))}");
            Line("END:VALARM");
            Line("END:VEVENT");
        }

        Line("END:VCALENDAR");
        return file.ToString();

        void Line(string line) => file.Append(Fold(line)).Append("\r\n");

        string Title(Reminder reminder) => language.Say(language.Words.Reminders.Title(reminder.Kind), reminder.Subject);
    }

    private static string Escape(string text) => text
        .Replace("\\", "\\\\", StringComparison.Ordinal)
        .Replace(";", "\\;", StringComparison.Ordinal)
        .Replace(",", "\\,", StringComparison.Ordinal)
        .Replace("\n", "\\n", StringComparison.Ordinal);

    /// <summary>Lines of at most 75 octets; what follows begins with a space. No character is cut in two.</summary>
    private static string Fold(string line)
    {
        var folded = new StringBuilder();
        var octets = 0;
        foreach (var rune in line.EnumerateRunes())
        {
            if (octets + rune.Utf8SequenceLength > MostOctets)
            {
                folded.Append("\r\n ");
                octets = 1;
            }

            folded.Append(rune);
            octets += rune.Utf8SequenceLength;
        }

        return folded.ToString();
    }
}
