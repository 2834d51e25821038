using System.Globalization;
using System.Text;

namespace OptOutGuide.Printing;

/// <summary>A workshop as the address of its pages describes it. Nothing of it is stored.</summary>
/// <param name="People">How many people to print for; 0 before the form was sent.</param>
/// <param name="Guides">Ids of the guides to print, in the order of the site; empty where none was chosen.</param>
public sealed record WorkshopRequest(int People, DateOnly? Date, TimeOnly? Time, string Place, string Contact, IReadOnlyList<string> Guides)
{
    /// <summary>More people than a workshop has, few enough pages to print.</summary>
    public const int MaxPeople = 30;

    /// <summary>Sheets of one document: thirty people with the four guides of this project. Of a host's more guides, the first are printed.</summary>
    public const int MaxSheets = 120;

    /// <summary>Characters of the place and of the contact: a line each on the poster.</summary>
    public const int MaxText = 80;

    public static WorkshopRequest None { get; } = new(0, null, null, "", "", []);

    public bool IsEmpty => People == 0;

    /// <summary>A value that cannot be used is left out.</summary>
    /// <param name="known">Ids of the guides that have an easy-to-read version.</param>
    public static WorkshopRequest Read(IQueryCollection query, IReadOnlyList<string> known)
    {
        if (!query.ContainsKey("n"))
        {
            return None;
        }

        string[] guides = [.. known.Where(id => query["guide"].Contains(id))];
        return new(
            int.TryParse(query["n"], NumberStyles.None, CultureInfo.InvariantCulture, out var people) ? Math.Clamp(people, 1, MaxPeople) : 1,
            DateOnly.TryParseExact(query["date"], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null,
            TimeOnly.TryParseExact(query["time"], "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time : null,
            ReadText(query["place"]),
            ReadText(query["contact"]),
            guides);
    }

    /// <summary>The guides chosen, or those that most people come for: to the accounts that may be in an Accounts Centre.</summary>
    public IReadOnlyList<string> GuidesIn(SiteContent content) => [.. Wanted(content).Take(MaxSheets / Math.Max(1, People))];

    private IEnumerable<string> Wanted(SiteContent content) => Guides.Count > 0 ? Guides
        : [.. content.Guides.Where(guide => guide.FrontMatter.Services.Any(service => service.Kind is ServiceKind.Account)).Select(guide => guide.Id).Distinct()];

    /// <summary>As the query of an address, with its question mark; empty where nothing was filled in.</summary>
    public string ToQuery()
    {
        if (IsEmpty)
        {
            return "";
        }

        var query = new StringBuilder(string.Create(CultureInfo.InvariantCulture, $"?n={People}"));
        Append("date", Date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        Append("time", Time?.ToString("HH:mm", CultureInfo.InvariantCulture));
        Append("place", Place);
        Append("contact", Contact);
        foreach (var guide in Guides)
        {
            Append("guide", guide);
        }

        return query.ToString();

        void Append(string name, string? value)
        {
            if (!string.IsNullOrEmpty(value))
            {
                query.Append(CultureInfo.InvariantCulture, $"&{name}={Uri.EscapeDataString(value)}");
            }
        }
    }

    /// <summary>
    /// One line of at most <see cref="MaxText"/> characters; empty where it holds characters that deceive, or an address of the web
    /// or of mail: the sheets ask for a place and a telephone number, and a link from elsewhere may have filled them in.
    /// </summary>
    private static string ReadText(string? text)
    {
        var line = string.Join(' ', (text ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return line.Length > MaxText || DeceptiveText.ErrorIn(line) is not null || OutsideAddress.IsIn(line) ? "" : line;
    }
}
