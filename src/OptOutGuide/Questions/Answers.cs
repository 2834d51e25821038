using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;
using OptOutGuide.Checklists;

namespace OptOutGuide.Questions;

public enum Audience
{
    Me,
    SomeoneElse,
    Several,
}

public enum QuestionKind
{
    Where,
    Have,
    Linked,
    Login,
    For,
}

/// <summary>The answers given so far, as in the address; null where not given yet.</summary>
/// <param name="Where">Code of a country in the directory of authorities, or <see cref="Elsewhere"/>.</param>
public sealed record Answers(string? Where, Owned? Have, Linkage? Linked, bool? CanLogIn, Audience? For)
{
    public const string Elsewhere = "elsewhere";

    /// <summary>Name and value of the field that marks the question about accounts as answered, even with nothing ticked.</summary>
    public const string AskedField = "asked";
    public const string AskedAccounts = "have";

    public static Answers None { get; } = new(null, null, null, null, null);

    /// <summary>The question about accounts was answered with nothing ticked.</summary>
    public bool IsSelectionMissing { get; init; }

    /// <summary>An answered question to show again, with its answer chosen.</summary>
    public QuestionKind? Again { get; init; }

    /// <summary>Meta offers its objection form in the countries of the directory: EU, EEA, United Kingdom, Switzerland.</summary>
    public bool IsCovered => Where is not Elsewhere;

    /// <summary>The services in which they have an account that can be in an Accounts Centre.</summary>
    public IReadOnlyList<Service> Accounts => Have?.Accounts ?? [];

    private bool MayBeLinked => Accounts.Count > 1 || (Accounts.Count == 1 && Have!.HasSeveral);

    /// <summary>The next question that matters; null once the plan is known.</summary>
    public QuestionKind? Next => this switch
    {
        { Again: { } again } => again,
        { Where: null } => QuestionKind.Where,
        { IsCovered: false } => null,
        { Have: null } => QuestionKind.Have,
        { Linked: null, MayBeLinked: true } => QuestionKind.Linked,
        { CanLogIn: null, Accounts.Count: > 0 } => QuestionKind.Login,
        { For: null } => QuestionKind.For,
        _ => null,
    };

    /// <summary>The answers that stay when one question is answered anew: what follows is asked again only where it still matters.</summary>
    public Answers Without(QuestionKind question)
    {
        var others = this with { Again = null };
        return question switch
        {
            QuestionKind.Where => others with { Where = null },
            QuestionKind.Have => others with { Have = null, Linked = null, CanLogIn = null },
            QuestionKind.Linked => others with { Linked = null },
            QuestionKind.Login => others with { CanLogIn = null },
            QuestionKind.For => others with { For = null },
        };
    }

    public bool IsAnswered(QuestionKind question) => question switch
    {
        QuestionKind.Where => Where is not null,
        QuestionKind.Have => Have is not null,
        QuestionKind.Linked => Linked is not null,
        QuestionKind.Login => CanLogIn is not null,
        QuestionKind.For => For is not null,
    };

    /// <summary>Reads an address; whatever is not one of the answers counts as not given.</summary>
    /// <param name="countries">Codes of the countries that may be answered.</param>
    public static Answers Read(IQueryCollection query, ServiceCatalog services, IEnumerable<string> countries)
    {
        var where = query["where"].ToString();
        var have = Owned.Read(query["have"], services);
        var answers = new Answers(
            where == Elsewhere || countries.Contains(where) ? where : null,
            have,
            KebabCase.TryParse<Linkage>(query["linked"].ToString(), out var linked) ? linked : null,
            query["login"].ToString() switch { "yes" => true, "no" => false, _ => null },
            KebabCase.TryParse<Audience>(query["for"].ToString(), out var audience) ? audience : null)
        {
            IsSelectionMissing = have is null && query[AskedField] == AskedAccounts,
        };
        return KebabCase.TryParse<QuestionKind>(query["again"].ToString(), out var again) && answers.IsAnswered(again) ? answers with { Again = again } : answers;
    }

    /// <summary>The address's part after the question mark, itself included; empty where nothing is answered.</summary>
    public string ToQuery() => new QueryBuilder(Fields.Select(field => KeyValuePair.Create(field.Name, field.Value))).ToString();

    /// <summary>The answers as fields of a form.</summary>
    public IEnumerable<(string Name, string Value)> Fields
    {
        get
        {
            if (Where is not null)
            {
                yield return ("where", Where);
            }

            foreach (var word in Have?.Words ?? [])
            {
                yield return ("have", word);
            }

            if (Linked is { } linked)
            {
                yield return ("linked", KebabCase.Of(linked));
            }

            if (CanLogIn is { } canLogIn)
            {
                yield return ("login", canLogIn ? "yes" : "no");
            }

            if (For is { } audience)
            {
                yield return ("for", KebabCase.Of(audience));
            }

            if (Again is { } again)
            {
                yield return ("again", KebabCase.Of(again));
            }
        }
    }
}
