using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;

namespace OptOutGuide.MyList;

/// <summary>
/// What the list page's address asks for: a list (<c>l</c>) and, from one of its forms, a change to it whose outcome is
/// another address: an objection's state and date (<c>at</c>, <c>mark</c>, <c>on</c>) or a person's country
/// (<c>person</c>, <c>country</c>).
/// </summary>
/// <param name="List">Empty where <paramref name="Fault"/> says why the address holds none.</param>
/// <param name="Next">The list once changed; null where the address asks for no change or not for a possible one.</param>
/// <param name="WrongAt">The objection for which the address names a date that cannot be; null where it names none.</param>
public sealed partial record ListQuery(Checklist List, ListFault Fault, Checklist? Next, string? WrongAt)
{
    public static ListQuery None { get; } = new(Checklist.Empty, ListFault.None, null, null);

    public static ListQuery Read(IQueryCollection query, DateOnly today)
    {
        var (list, fault) = ChecklistAddress.Decode(query["l"]);
        if (int.TryParse(query["person"], NumberStyles.None, CultureInfo.InvariantCulture, out var person) && person < list.People.Count && CountryCode().IsMatch(query["country"].ToString()))
        {
            return new(list, fault, list.LivesIn(person, query["country"]), null);
        }

        var objection = list.Objections.FirstOrDefault(objection => objection.Place.ToString() == query["at"]);
        if (objection is null || !Kebab.TryParse<ProgressState>(query["mark"].ToString(), out var state))
        {
            return new(list, fault, null, null);
        }

        var progress = ReadDate(query["on"].ToString()) is { } on ? objection.Progress.Become(state, on) : null;
        return progress?.HasPlausibleDates(today) is true
            ? new(list, fault, list.Mark(objection.Place, progress), null)
            : new(list, fault, null, objection.Place.ToString());
    }

    /// <summary>Two capitals, or nothing for a country that is no longer given.</summary>
    [GeneratedRegex(@"^([A-Z]{2})?\z", RegexOptions.CultureInvariant)]
    private static partial Regex CountryCode();

    private static DateOnly? ReadDate(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;
}
