using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using OptOutGuide.Checklists;

namespace OptOutGuide.ChecklistPage;

/// <summary>
/// What the address of a page with a list asks for: the list (<c>l</c>), what of it is open (<c>who</c>, <c>open</c>, the
/// drafts <c>on</c> and <c>country</c>, <c>wrong</c>) and, from a control, what to do to it (<c>do</c>, repeated in the
/// order of the clicks). A request with something to do is answered with a redirect, so that no address repeats it.
/// Where the address has <c>here</c>, all this is about the list that the device stores, which the page's script knows, and
/// about the list of the address only where there is none.
/// </summary>
/// <param name="State">An empty list where <paramref name="Error"/> says why the address holds none.</param>
/// <param name="Actions">The operations in their text form, with the fields of the form filled in.</param>
/// <param name="Token">One-time token by which the page's script recognises its own navigation; passed on by a redirect. Null
/// where there is none.</param>
public sealed record ChecklistRequest(ChecklistState State, ChecklistError Error, IReadOnlyList<string> Actions, string? Token)
{
    /// <summary>The operation for the list stored in the browser: a text form of <see cref="ChecklistOperation.MarkServices"/>, or empty to only open that list. Null where the request is about the list in the address.</summary>
    public string? Here { get; private init; }

    /// <summary>The query that applies <see cref="Here"/> to the list in the address instead, for browsers without script; null where there is no operation.</summary>
    public string? WithoutDevice => Here is { Length: > 0 } ? $"{State.ToQuery()}&do={Here}" : null;

    /// <summary>The request without its operation on the stored list, for a link on another site: it only opens that list.</summary>
    public ChecklistRequest FromElsewhere => Here is null ? this : this with { Here = "" };

    private const int MaxActions = 50;

    public static ChecklistRequest None { get; } = new(new(Checklist.Empty, new()), ChecklistError.None, [], null);

    public Checklist List => State.List;

    public static ChecklistRequest Read(string query, ServiceCatalog services) => Read(new QueryCollection(QueryHelpers.ParseQuery(query)), services);

    public static ChecklistRequest Read(IQueryCollection query, ServiceCatalog services)
    {
        var (list, error) = ChecklistCodec.Decode(query["l"], services);
        var country = query["country"].ToString();
        var view = new ChecklistView(
            int.TryParse(query["who"].LastOrDefault(), NumberStyles.None, CultureInfo.InvariantCulture, out var person) ? person : 0,
            Panel.Parse(query["open"].LastOrDefault()),
            KebabCase.TryParse<InputError>(query["wrong"].ToString(), out var wrong) ? wrong : InputError.None,
            ChecklistCodec.IsCountry(country) ? country : null,
            ReadDate(query["on"].ToString()) is { } date ? date.ToString("O", CultureInfo.InvariantCulture) : null);
        var token = query["own"].ToString();
        return new(
            new(list, view),
            error,
            error is ChecklistError.None ? [.. query["do"].Take(MaxActions).Select(text => FillIn(text ?? "", query))] : [],
            token.Length is > 0 and <= 40 && token.All(char.IsAsciiLetterOrDigit) ? token : null)
        {
            Here = !query.ContainsKey("here") ? null : ChecklistOperation.TryParse(query["here"], services, out var operation) && operation is ChecklistOperation.MarkServices ? operation.ToString() : "",
        };
    }

    /// <summary>The state after all operations of the address, and the anchor of the last one's part.</summary>
    public (ChecklistState State, string Anchor) Apply(ServiceCatalog services, DateOnly today)
    {
        var (state, part) = (State, new ItemId(State.View.Person));
        foreach (var action in Actions)
        {
            state = state.Handle("do", action, services, today);
            part = action.Split('.') is [_, var id, ..] && ItemId.TryParse(id, out var read) ? read : new(state.View.Person);
        }

        return (state, state.AnchorOf(part, services));
    }

    /// <summary>
    /// The text form, completed by form fields where <c>sent.0-1-0.on</c>, <c>country.0</c> and <c>start.0</c> need them.
    /// </summary>
    private static string FillIn(string action, IQueryCollection query) => action.Split('.') switch
    {
        [var state, var item, "on"] => $"{state}.{item}.{ChecklistCodec.DateCode(ReadDate(query["on"].ToString()))}",
        ["country", var person] => $"country.{person}.{query["country"]}",
        ["start", var person] => $"start.{person}.{(query["linked"].ToString() is { Length: > 0 } linked ? linked : KebabCase.Of(Linkage.Unsure))}.{string.Concat(query["have"].Distinct())}",
        _ => action,
    };

    private static DateOnly? ReadDate(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;
}
