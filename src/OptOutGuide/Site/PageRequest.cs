using OptOutGuide.ChecklistPage;
using OptOutGuide.Layout;
using OptOutGuide.Printing;
using OptOutGuide.Questions;

namespace OptOutGuide.Site;

/// <summary>The parsed query of a page's address: a list, answers, a workshop, or the wish for sources on paper.</summary>
internal sealed record PageRequest(ChecklistRequest List, Answers Answers, WorkshopRequest Workshop, bool HasSources)
{
    public static PageRequest None { get; } = new(ChecklistRequest.None, Answers.None, WorkshopRequest.None, false);

    /// <summary>The answers and the list as a canonical query with its question mark; empty where there are neither.</summary>
    public string Query => (Answers.ToQuery(), PageContext.ListQuery(List.List, List.State.OpenPerson.Id)) switch
    {
        ({ Length: > 0 } answers, { Length: > 0 } list) => $"{answers}&{list[1..]}",
        var (answers, list) => answers + list,
    };

    public static PageRequest Read(IQueryCollection query, SiteContent content) => new(
        ChecklistRequest.Read(query, content.Services),
        Answers.Read(query, content.Services, content.Authorities.Select(authority => authority.Country)),
        WorkshopRequest.Read(query, [.. content.Articles.Where(article => article.Kind is ArticleKind.EasyGuide).OrderBy(article => article.FrontMatter.Order).Select(article => article.Id).Distinct()]),
        query["sources"] == "yes");
}
