using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace OptOutGuide.MyList;

/// <summary>
/// The list as it stands in an address: codes only, never a word that somebody typed.
/// <c>1.Lfs250522c250523it-Rw</c> is version 1, one person, one centre of linked accounts (Facebook, sent on
/// 22 May 2025 and confirmed the day after; Instagram; Threads) and a WhatsApp request. Each person begins with a
/// dot; groups are parted by a hyphen: <c>L</c>inked, <c>N</c>ot linked, <c>U</c>nsure, <c>R</c>equests, and
/// <c>CFR</c> for a person who lives in France.
/// </summary>
internal static partial class ChecklistAddress
{
    /// <summary>Longer than any list within the limits, shorter than what servers refuse.</summary>
    public const int MostCharacters = 4000;

    private const string Version = "1";

    public static string Encode(Checklist list) =>
        Version + string.Concat(list.People.Select(person => "." + string.Join('-', Groups(person))));

    public static ReadList Decode(string? code)
    {
        if (string.IsNullOrEmpty(code))
        {
            return new(Checklist.Empty, ListFault.None);
        }

        if (code.Length > MostCharacters)
        {
            return new(Checklist.Empty, ListFault.Unreadable);
        }

        if (NewerVersion().IsMatch(code))
        {
            return new(Checklist.Empty, ListFault.Newer);
        }

        var parts = code.Split('.');
        if (parts[0] != Version || parts.Length < 2 || parts.Length - 1 > Checklist.MostPeople)
        {
            return new(Checklist.Empty, ListFault.Unreadable);
        }

        var people = parts[1..].Select(ReadPerson).OfType<Person>().ToArray();
        var list = new Checklist(people);
        return people.Length == parts.Length - 1 && list.Lines <= Checklist.MostLines
            ? new(list, ListFault.None)
            : new(Checklist.Empty, ListFault.Unreadable);
    }

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

    private static string Lines(IReadOnlyList<ListLine> lines) =>
        string.Concat(lines.Select(line => ServiceCode(line.Service) + ProgressCode(line.Progress)));

    private static char LinkageCode(Linkage linkage) => linkage switch
    {
        Linkage.Linked => 'L',
        Linkage.NotLinked => 'N',
        _ => 'U',
    };

    private static string ServiceCode(Service service) => service switch
    {
        Service.Facebook => "f",
        Service.Instagram => "i",
        Service.Threads => "t",
        Service.Whatsapp => "w",
        _ => "n",
    };

    private static string ProgressCode(Progress progress) => progress.State switch
    {
        ProgressState.ToDo => "",
        ProgressState.Sent => "s" + DateCode(progress.SentOn),
        ProgressState.Confirmed => "s" + DateCode(progress.SentOn) + "c" + DateCode(progress.AnsweredOn),
        _ => "s" + DateCode(progress.SentOn) + "r" + DateCode(progress.AnsweredOn),
    };

    private static string DateCode(DateOnly? date) => date?.ToString("yyMMdd", CultureInfo.InvariantCulture) ?? "";

    private static Person? ReadPerson(string code)
    {
        var centres = new List<AccountsCentre>();
        IReadOnlyList<ListLine> requests = [];
        string? country = null;
        foreach (var group in code.Split('-', StringSplitOptions.RemoveEmptyEntries))
        {
            if (country is null && CountryPattern().IsMatch(group))
            {
                country = group[1..];
                continue;
            }

            if (ReadLines(group[1..]) is not { } lines)
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

        return centres.Count <= Person.MostCentres ? new(centres, requests) { Country = country } : null;
    }

    private static Linkage ReadLinkage(char code) => code switch { 'L' => Linkage.Linked, 'N' => Linkage.NotLinked, _ => Linkage.Unsure };

    private static bool IsAccounts(IReadOnlyList<ListLine> lines) =>
        lines.Count <= AccountsCentre.MostAccounts && lines.All(line => AccountsCentre.AccountServices.Contains(line.Service));

    private static bool IsRequests(IReadOnlyList<ListLine> lines) =>
        lines.Count > 0 && lines.All(line => Person.RequestServices.Contains(line.Service)) && lines.DistinctBy(line => line.Service).Count() == lines.Count;

    private static List<ListLine>? ReadLines(string code)
    {
        var match = LinesPattern().Match(code);
        if (!match.Success)
        {
            return null;
        }

        var lines = new List<ListLine>();
        foreach (var line in match.Groups["line"].Captures.Select(capture => LinePattern().Match(capture.Value)))
        {
            if (ReadProgress(line) is not { } progress)
            {
                return null;
            }

            lines.Add(new(ReadService(line.Groups["service"].Value), progress));
        }

        return lines;
    }

    private static Service ReadService(string code) => code switch
    {
        "f" => Service.Facebook,
        "i" => Service.Instagram,
        "t" => Service.Threads,
        "w" => Service.Whatsapp,
        _ => Service.NoAccount,
    };

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
        // The century is written out: "yy" alone would read 50 as 1950.
        date = null;
        if (code.Length == 0)
        {
            return true;
        }

        var isDate = DateOnly.TryParseExact("20" + code, "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var read);
        date = read;
        return isDate;
    }

    [GeneratedRegex(@"^(?<line>[fitwn](s(\d{6})?([cr](\d{6})?)?)?)*\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex LinesPattern();

    [GeneratedRegex(@"^(?<service>[fitwn])(s(?<sent>(\d{6})?)((?<answer>[cr])(?<answered>(\d{6})?))?)?\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex LinePattern();

    [GeneratedRegex(@"^C[A-Z]{2}\z", RegexOptions.CultureInvariant)]
    private static partial Regex CountryPattern();

    [GeneratedRegex(@"^([2-9]|[1-9]\d+)\.", RegexOptions.CultureInvariant)]
    private static partial Regex NewerVersion();
}

public enum ListFault
{
    None,

    /// <summary>Not a list, cut short or altered.</summary>
    Unreadable,

    /// <summary>Written by a later version of this site.</summary>
    Newer,
}

/// <summary>A list that was read; empty where <see cref="Fault"/> says why it could not be.</summary>
internal sealed record ReadList(Checklist List, ListFault Fault);
