using System.Globalization;
using OptOutGuide.ChecklistPage;
using OptOutGuide.Layout;
using OptOutGuide.Printing;
using OptOutGuide.Questions;

namespace OptOutGuide.Site;

/// <summary>The parsed query of a page's address: a list, answers, the number of people for a workshop.</summary>
internal sealed record PageRequest(ChecklistRequest List, Answers Answers, int People)
{
    public static PageRequest None { get; } = new(ChecklistRequest.None, Answers.None, 1);

    /// <summary>The canonical form, for links that keep the query; empty where there is nothing.</summary>
    public string Query => List.List.IsEmpty ? Answers.ToQuery() : PageContext.ListQuery(List.List);

    public static PageRequest Read(IQueryCollection query, SiteContent content) => new(
        ChecklistRequest.Read(query),
        Answers.Read(query, content.Authorities.Select(authority => authority.Country)),
        int.TryParse(query["n"], NumberStyles.None, CultureInfo.InvariantCulture, out var people) ? Math.Clamp(people, 1, WorkshopSheet.MaxPeople) : 1);
}
