using System.Text;

namespace OptOutGuide.Tests.Reminders;

public sealed class CalendarFileTests
{
    private static readonly Language French = RealContent.Content.Languages[0];
    private const string Calendar = "12345678901234567890";
    private static readonly DateOnly Today = new(2026, 11, 22);

    [Fact]
    public void Reminders_OfAnObjectionSent_AskForTheConfirmationThenTheAnswer()
    {
        var events = Read(File("1.Lfs261120i"));

        Assert.Equal(["20261123", "20261222"], events.Select(entry => entry["DTSTART;VALUE=DATE"]));
        Assert.StartsWith("Meta a-t-elle confirmé ? Facebook, Instagram", events[0]["SUMMARY"].Replace('\u00A0', ' '), StringComparison.Ordinal);
        Assert.Contains("/fr/si-meta-refuse", events[1]["URL"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("1.Lf")]
    [InlineData("1.Lfs")]
    [InlineData("1.Lfs261120c261121")]
    [InlineData("1.Lfs250522")]
    public void Reminders_WhereNothingLiesAhead_AreNone(string code)
    {
        Assert.Empty(Read(File(code)));
    }

    [Fact]
    public void Reminder_MadeTwice_HasTheSameUid()
    {
        var uids = Read(File("1.Lfs261120i-Rws261120")).Select(entry => entry["UID"]).ToArray();

        Assert.Equal(uids, Read(File("1.Lfs261120i-Rws261120")).Select(entry => entry["UID"]));
        Assert.Equal(4, uids.Distinct().Count());
    }

    [Fact]
    public void File_Written_KeepsToTheStandardsLines()
    {
        var file = File("1.Lfs261120it-Rws261120ns261120");

        Assert.All(file.Split("\r\n"), line => Assert.InRange(Encoding.UTF8.GetByteCount(line), 0, 75));
        Assert.DoesNotContain('\n', file.Replace("\r\n", "", StringComparison.Ordinal));
        Assert.EndsWith("END:VCALENDAR\r\n", file, StringComparison.Ordinal);
    }

    [Fact]
    public void Deadline_StillAhead_IsAReminderToo()
    {
        var before = new DateOnly(2025, 5, 1);

        var reminders = Reminder.For(Checklist.Empty, RealContent.Content, French, before, Calendar);

        Assert.Equal(new DateOnly(2025, 5, 27), Assert.Single(reminders).On);
    }

    /// <summary>Two people import their reminders into the same calendar.</summary>
    [Fact]
    public void Reminders_OfTwoCalendarsThatSayTheSame_HaveDifferentUids()
    {
        var uids = Read(File("1.Lfs261120")).Concat(Read(File("1.Lfs261120", "k2j4h5g6f7"))).Select(entry => entry["UID"]).ToArray();

        Assert.Equal(4, uids.Distinct().Count());
    }

    [Fact]
    public void Reminders_OnceAnEarlierPersonIsRemoved_KeepTheirUids()
    {
        var before = Uids("1.Lfs261121.Lfs261120i-Nfs261119.Rws261120");

        Assert.Subset(before, Uids("1.Lfs261120i-Nfs261119.Rws261120"));
        Assert.Subset(before, Uids("1.Nfs261119.Rws261120"));
        Assert.Subset(before, Uids("1.Rws261120"));
    }

    [Fact]
    public void Reminders_ThatSayTheSame_AreAllThere()
    {
        Assert.Equal(6, Uids("1.Nfs261120fs261120.Lfs261120").Count);
    }

    [Theory]
    [InlineData("12345678901234567890", true)]
    [InlineData("aB3defgh", true)]
    [InlineData(null, false)]
    [InlineData("", false)]
    [InlineData("short", false)]
    [InlineData("12345678\r\nX:1", false)]
    [InlineData("12345678901234567890123456789012345678901", false)]
    public void CalendarId_OfAnAddress_IsTakenOrReplacedByANewOne(string? text, bool isTaken)
    {
        var (id, again) = (CalendarId.Read(text), CalendarId.Read(text));

        Assert.Equal(isTaken, id == text);
        Assert.Equal(isTaken, id == again);
        Assert.Matches(@"\A[A-Za-z0-9]{8,40}\z", id);
    }

    private static HashSet<string> Uids(string code) => [.. Read(File(code)).Select(entry => entry["UID"])];

    private static string File(string code, string calendar = Calendar) => CalendarFile.Write(
        Reminder.For(ShippedServices.Decode(code).List, RealContent.Content, French, Today, calendar),
        French,
        new DateTimeOffset(2026, 11, 22, 8, 0, 0, TimeSpan.Zero),
        reminder => new Uri(reminder.Kind is ReminderKind.AnswerDue ? "https://opposer.example/fr/si-meta-refuse" : "https://opposer.example/fr/"));

    /// <summary>A parser for the test: unfolds lines, then reads each event's fields without its alarms (RFC 5545, 3.1).</summary>
    private static List<Dictionary<string, string>> Read(string file)
    {
        var events = new List<Dictionary<string, string>>();
        var isAlarm = false;
        foreach (var line in file.Replace("\r\n ", "", StringComparison.Ordinal).Split("\r\n"))
        {
            isAlarm = line == "BEGIN:VALARM" || (isAlarm && line != "END:VALARM");
            if (line == "BEGIN:VEVENT")
            {
                events.Add(new(StringComparer.Ordinal));
            }
            else if (events.Count > 0 && !isAlarm && line.Split(':', 2) is [var name, var value])
            {
                events[^1][name] = value.Replace("\\,", ",", StringComparison.Ordinal).Replace("\\n", "\n", StringComparison.Ordinal);
            }
        }

        return events;
    }
}
