using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace OptOutGuide.Checklists;

/// <summary>
/// The text form of a list in an address: codes only, no text that a visitor typed.
/// <c>1.Lfs250522c250523it-Rw</c> is version 1, one person, one centre of linked accounts (Facebook, sent on
/// 22 May 2025 and confirmed the day after; Instagram; Threads) and a WhatsApp request. Each person begins with a
/// dot; the letter of a service is its code in <c>content/services.yml</c>; groups are separated by a hyphen: <c>L</c>inked, <c>N</c>ot linked, <c>U</c>nsure, <c>R</c>equests, and
/// <c>CFR</c> for a person who lives in France.
/// </summary>
internal static partial class ChecklistCodec
{
    /// <summary>Longer than any list within the limits, shorter than what servers refuse.</summary>
    public const int MaxCharacters = 4000;

    private const string Version = "1";

    public static string Encode(Checklist list) => Version + People(list);

    /// <summary>For an address that is stored or sent: <c>1-5.LfRw</c> contains its length, so that a truncated one is detected.</summary>
    public static string EncodeWithLength(Checklist list)
    {
        // A single dot would be dropped as the end of a sentence, and the length would then be wrong.
        var people = People(list) is "." ? ".-" : People(list);
        return $"{Version}-{people.Length}{people}";
    }

    public static DecodedChecklist Decode(string? code, ServiceCatalog services)
    {
        if (string.IsNullOrEmpty(code))
        {
            return new(Checklist.Empty, ChecklistError.None);
        }

        if (code.Length > MaxCharacters)
        {
            return new(Checklist.Empty, ChecklistError.Unreadable);
        }

        if (NewerVersion().IsMatch(code))
        {
            return new(Checklist.Empty, ChecklistError.Newer);
        }

        // Some apps begin a second query behind the first: ?l=1.Lf?fbclid=…
        code = SentAddress.Repair(code.Split('?', '#')[0]);
        var head = Head().Match(code);
        var parts = code[head.Length..].Split('.');
        if (!head.Success || !IsWhole(code, head) || parts.Length > Checklist.MaxPeople)
        {
            return new(Checklist.Empty, ChecklistError.Unreadable);
        }

        if (parts.Any(part => HasUnknownService(part, services)))
        {
            return new(Checklist.Empty, ChecklistError.Newer);
        }

        var people = parts.Select(part => ReadPerson(part, services)).OfType<Person>().ToArray();
        var list = new Checklist(people);
        return people.Length == parts.Length && list.ItemCount <= Checklist.MaxItems
            ? new(list, ChecklistError.None)
            : new(Checklist.Empty, ChecklistError.Unreadable);
    }

    /// <summary>An empty last person of several is written out: messages drop a last dot, as the end of a sentence.</summary>
    private static string People(Checklist list)
    {
        var people = string.Concat(list.People.Select(person => "." + string.Join('-', Groups(person))));
        return people is [_, .., '.'] ? people + "-" : people;
    }

    private static bool IsWhole(string code, Match head) =>
        !head.Groups["length"].Success || head.Groups["length"].Value == (code.Length - head.Groups["version"].Length).ToString(CultureInfo.InvariantCulture);

    private static IEnumerable<string> Groups(Person person)
    {
        if (person.Country is { } country)
        {
            yield return $"C{country}";
        }

        foreach (var centre in person.Centres)
        {
            yield return $"{LinkageCode(centre.Linkage)}{Lines(centre.Accounts)}";
        }

        if (person.Requests.Count > 0)
        {
            yield return $"R{Lines(person.Requests)}";
        }
    }

    private static string Lines(IReadOnlyList<ChecklistItem> lines) =>
        string.Concat(lines.Select(line => line.Service.Code + ProgressCode(line.Progress)));

    private static char LinkageCode(Linkage linkage) => linkage switch
    {
        Linkage.Linked => 'L',
        Linkage.NotLinked => 'N',
        Linkage.Unsure => 'U',
    };

    /// <summary><c>251122</c> for 22 November 2025; empty for an unknown date.</summary>
    public static string DateCode(DateOnly? date) => date?.ToString("yyMMdd", CultureInfo.InvariantCulture) ?? "";

    /// <summary>Null for what is no date.</summary>
    public static DateOnly? ReadDate(string code) =>
        // The century is written out: "yy" alone would read 50 as 1950.
        DateOnly.TryParseExact("20" + code, "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;

    public static bool IsCountry(string code) => code is [>= 'A' and <= 'Z', >= 'A' and <= 'Z'];

    private static string ProgressCode(Progress progress) => progress.State switch
    {
        ProgressState.ToDo => "",
        ProgressState.Sent => "s" + DateCode(progress.SentOn),
        ProgressState.Confirmed => "s" + DateCode(progress.SentOn) + "c" + DateCode(progress.AnsweredOn),
        ProgressState.Refused => "s" + DateCode(progress.SentOn) + "r" + DateCode(progress.AnsweredOn),
    };

    private static Person? ReadPerson(string code, ServiceCatalog services)
    {
        var centres = new List<AccountsCentre>();
        IReadOnlyList<ChecklistItem> requests = [];
        string? country = null;
        foreach (var group in code.Split('-', StringSplitOptions.RemoveEmptyEntries))
        {
            if (country is null && group[0] == 'C' && IsCountry(group[1..]))
            {
                country = group[1..];
                continue;
            }

            if (ReadLines(group[1..], services) is not { } lines)
            {
                return null;
            }

            switch (group[0])
            {
                case 'R' when requests.Count == 0 && IsRequests(lines):
                    requests = lines;
                    break;
                case 'L' or 'N' or 'U' when IsAccounts(lines):
                    centres.Add(new(ReadLinkage(group[0]), lines));
                    break;
                default:
                    return null;
            }
        }

        return centres.Count <= Person.MaxCentres ? new(centres, requests) { Country = country } : null;
    }

    /// <summary>A person's code whose groups have the form of today, with the letter of a service that this site does not have.</summary>
    private static bool HasUnknownService(string code, ServiceCatalog services) => code.Split('-', StringSplitOptions.RemoveEmptyEntries)
        .Where(group => group[0] is 'L' or 'N' or 'U' or 'R')
        .SelectMany(group => LinesPattern().Match(group[1..]).Groups["line"].Captures)
        .Any(line => services.Find(line.Value[0]) is null);

    private static Linkage ReadLinkage(char code) => code switch { 'L' => Linkage.Linked, 'N' => Linkage.NotLinked, _ => Linkage.Unsure };

    private static bool IsAccounts(IReadOnlyList<ChecklistItem> lines) =>
        lines.Count <= AccountsCentre.MaxAccounts && lines.All(line => line.Service.Kind is ServiceKind.Account);

    private static bool IsRequests(IReadOnlyList<ChecklistItem> lines) =>
        lines.Count > 0 && lines.All(line => line.Service.Kind is ServiceKind.Request) && lines.DistinctBy(line => line.Service).Count() == lines.Count;

    private static List<ChecklistItem>? ReadLines(string code, ServiceCatalog services)
    {
        var match = LinesPattern().Match(code);
        if (!match.Success)
        {
            return null;
        }

        var lines = new List<ChecklistItem>();
        foreach (var line in match.Groups["line"].Captures.Select(capture => LinePattern().Match(capture.Value)))
        {
            if (ReadProgress(line) is not { } progress)
            {
                return null;
            }

            lines.Add(new(services.Find(line.Groups["service"].Value[0])!, progress));
        }

        return lines;
    }

    private static Progress? ReadProgress(Match line)
    {
        if (!line.Groups["sent"].Success)
        {
            return Progress.ToDo;
        }

        if (!TryReadDate(line.Groups["sent"].Value, out var sentOn) || !TryReadDate(line.Groups["answered"].Value, out var answeredOn))
        {
            return null;
        }

        var progress = line.Groups["answer"].Value switch
        {
            "c" => new Progress(ProgressState.Confirmed, sentOn, answeredOn),
            "r" => new Progress(ProgressState.Refused, sentOn, answeredOn),
            _ => new Progress(ProgressState.Sent, sentOn, null),
        };
        return progress.HasPlausibleDates(DateOnly.MaxValue) ? progress : null;
    }

    private static bool TryReadDate(string code, out DateOnly? date)
    {
        date = code.Length == 0 ? null : ReadDate(code);
        return code.Length == 0 || date is not null;
    }

    [GeneratedRegex(@"^(?<line>[abd-qt-z](s(\d{6})?([cr](\d{6})?)?)?)*\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex LinesPattern();

    [GeneratedRegex(@"^(?<service>[abd-qt-z])(s(?<sent>(\d{6})?)((?<answer>[cr])(?<answered>(\d{6})?))?)?\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex LinePattern();

    /// <summary>The version, with the length of what follows where it is known. Of an empty list the dot may be gone.</summary>
    [GeneratedRegex(@"^(?<version>1(-(?<length>\d{1,4}))?)(\.|\z)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Head();

    [GeneratedRegex(@"^([2-9]|[1-9]\d+)(-\d+)?\.", RegexOptions.CultureInvariant)]
    private static partial Regex NewerVersion();
}
