using System.Globalization;

namespace OptOutGuide.Checklists;

/// <summary>
/// A change to a list, small enough for a button: <c>sent.0-1-0</c>. <see cref="Apply"/> never throws; an operation whose
/// part is gone, or that the limits or the dates forbid, leaves the list as it is. The parts are named by their ids, which
/// are the positions in a list that was just decoded, so that several operations written for one list can be applied in turn.
/// </summary>
public abstract record ChecklistOperation
{
    private ChecklistOperation()
    {
    }

    /// <summary><c>sent.0-1-0</c>, or with a date <c>sent.0-1-0.251122</c>; likewise <c>confirmed</c>, <c>refused</c>, <c>to-do</c>.</summary>
    /// <param name="On">Null for the day on which the operation is applied.</param>
    public sealed record Mark(ItemId Item, ProgressState State, DateOnly? On = null) : ChecklistOperation;

    /// <summary>
    /// <c>sent.0.fi</c>: a person's objections through these services, by the codec's letters, wherever they stand; added where
    /// they are missing. <c>to-do.0.fi</c> adds only, and takes no tick back.
    /// </summary>
    public sealed record MarkServices(ItemId Person, ProgressState State, ServiceSet Services) : ChecklistOperation;

    /// <summary><c>account.0-1.facebook</c></summary>
    public sealed record AddAccount(ItemId Centre, Service Service) : ChecklistOperation;

    /// <summary><c>centre.0</c></summary>
    public sealed record AddCentre(ItemId Person) : ChecklistOperation;

    /// <summary><c>link.0-1.not-linked</c></summary>
    public sealed record SetLinkage(ItemId Centre, Linkage Linkage) : ChecklistOperation;

    /// <summary><c>request.0.whatsapp</c></summary>
    public sealed record AddRequest(ItemId Person, Service Service) : ChecklistOperation;

    /// <summary><c>remove.0-1-0</c>: an account, a request, a centre or a person.</summary>
    public sealed record Remove(ItemId Part) : ChecklistOperation;

    /// <summary><c>country.0.FR</c>, or <c>country.0.</c> for none.</summary>
    public sealed record SetCountry(ItemId Person, string? Country) : ChecklistOperation;

    /// <summary><c>person</c></summary>
    public sealed record AddPerson : ChecklistOperation;

    /// <summary><c>start.0.unsure.fiw</c>: what a person who has nothing on the list yet has, by the codec's letters.</summary>
    public sealed record StartPerson(ItemId Person, Linkage Linkage, ServiceSet Services) : ChecklistOperation;

    /// <summary><c>clear</c></summary>
    public sealed record ClearList : ChecklistOperation;

    public static bool TryParse(string? text, ServiceCatalog services, out ChecklistOperation operation)
    {
        var parts = (text ?? "").Split('.');
        var id = parts.Length > 1 && ItemId.TryParse(parts[1], out var read) ? read : (ItemId?)null;
        ChecklistOperation? parsed = (parts, id) switch
        {
            (["person"], _) => new AddPerson(),
            (["clear"], _) => new ClearList(),
            ([var state, _], { Item: not null } item) when KebabCase.TryParse<ProgressState>(state, out var to) => new Mark(item, to),
            ([var state, _, var date], { Item: not null } item) when KebabCase.TryParse<ProgressState>(state, out var to) && ChecklistCodec.ReadDate(date) is { } on => new Mark(item, to, on),
            ([var state, _, var codes], { Centre: null, Item: null } person) when KebabCase.TryParse<ProgressState>(state, out var to) && to is ProgressState.Sent or ProgressState.ToDo && ServiceSet.Parse(codes, services) is { } marked => new MarkServices(person, to, marked),
            (["account", _, var service], { Centre: not null, Item: null } centre) when services.Find(service) is { Kind: ServiceKind.Account } account => new AddAccount(centre, account),
            (["link", _, var linkage], { Centre: not null, Item: null } centre) when KebabCase.TryParse<Linkage>(linkage, out var linked) => new SetLinkage(centre, linked),
            (["remove", _], { } part) => new Remove(part),
            (["centre", _], { Centre: null, Item: null } person) => new AddCentre(person),
            (["request", _, var service], { Centre: null, Item: null } person) when services.Find(service) is { Kind: ServiceKind.Request } request => new AddRequest(person, request),
            (["country", _, var country], { Centre: null, Item: null } person) when country.Length == 0 || ChecklistCodec.IsCountry(country) => new SetCountry(person, country.Length == 0 ? null : country),
            (["start", _, var linkage, var codes], { Centre: null, Item: null } person) when KebabCase.TryParse<Linkage>(linkage, out var linked) && ServiceSet.Parse(codes, services) is { } has => new StartPerson(person, linked, has),
            _ => null,
        };
        operation = parsed ?? new AddPerson();
        return parsed is not null;
    }

    public sealed override string ToString() => this switch
    {
        Mark mark => $"{KebabCase.Of(mark.State)}.{mark.Item}{(mark.On is { } on ? $".{ChecklistCodec.DateCode(on)}" : "")}",
        MarkServices mark => $"{KebabCase.Of(mark.State)}.{mark.Person}.{mark.Services}",
        AddAccount add => $"account.{add.Centre}.{add.Service.Id}",
        AddCentre add => $"centre.{add.Person}",
        SetLinkage set => $"link.{set.Centre}.{KebabCase.Of(set.Linkage)}",
        AddRequest add => $"request.{add.Person}.{add.Service.Id}",
        Remove remove => $"remove.{remove.Part}",
        SetCountry set => $"country.{set.Person}.{set.Country}",
        AddPerson => "person",
        StartPerson start => $"start.{start.Person}.{KebabCase.Of(start.Linkage)}.{start.Services}",
        ClearList => "clear",
        _ => throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"{GetType().Name} has no text form.")),
    };

    /// <param name="today">The day where the visitors live, at the moment at which the operation is applied.</param>
    public Checklist Apply(Checklist list, DateOnly today) => this switch
    {
        Mark mark => ApplyMark(list, mark, today),
        MarkServices mark => mark.Services.All.Aggregate(list, (next, service) => ApplyMark(next, mark, service, today)),
        AddAccount add when list.HasRoom => list.Change(add.Centre.Person, person => !person.HasRoom ? person : person.ChangeCentre(add.Centre.Centre!.Value, centre => centre.AddAccount(add.Service))),
        AddCentre add => list.Change(add.Person.Person, person => person.AddCentre()),
        SetLinkage set => list.Change(set.Centre.Person, person => person.ChangeCentre(set.Centre.Centre!.Value, centre => centre with { Linkage = set.Linkage })),
        AddRequest add when list.HasRoom => list.Change(add.Person.Person, person => person.AddRequest(add.Service)),
        Remove { Part: { Centre: { } centre, Item: { } item } part } => list.Change(part.Person, person => person.ChangeCentre(centre, group => group.RemoveAccount(item))),
        Remove { Part: { Centre: { } centre } part } => list.Change(part.Person, person => person.RemoveCentre(centre)),
        Remove { Part: { Item: { } item } part } => list.Change(part.Person, person => person.RemoveRequest(item)),
        Remove remove => list.RemovePerson(remove.Part.Person),
        SetCountry set => list.Change(set.Person.Person, person => person with { Country = set.Country }),
        AddPerson => list.AddPerson(),
        StartPerson start => ApplyStart(list, start),
        ClearList => list.Clear(),
        _ => list,
    };

    /// <summary>The progress that a mark leads to; null where its part is gone or its date is not possible.</summary>
    public static Progress? ProgressAfter(Checklist list, Mark mark, DateOnly today)
    {
        if (list.Find(mark.Item) is not { Progress: var progress })
        {
            return null;
        }

        var next = mark.On is { } on ? progress.WithState(mark.State, on) : progress.WithStateToday(mark.State, today);
        return next.HasPlausibleDates(today) ? next : null;
    }

    private static Checklist ApplyMark(Checklist list, Mark mark, DateOnly today) => ProgressAfter(list, mark, today) is not { } progress
        ? list
        : list.Change(mark.Item.Person, person => mark.Item.Centre is { } centre
            ? person.ChangeCentre(centre, group => group.Mark(mark.Item.Item!.Value, progress))
            : person.MarkRequest(mark.Item.Item!.Value, progress));

    private static Checklist ApplyMark(Checklist list, MarkServices mark, Service service, DateOnly today)
    {
        var next = list.Find(mark.Person.Person) is { } person && !ObjectionsFor(person, service).Any() && list.HasRoom
            ? list.Change(person.Id, owner => owner.Add(service))
            : list;
        return mark.State is ProgressState.Sent && next.Find(mark.Person.Person) is { } changed
            && ObjectionsFor(changed, service).FirstOrDefault(objection => objection.Progress.State is ProgressState.ToDo) is { } open
            ? ApplyMark(next, new Mark(open.Id, mark.State), today)
            : next;
    }

    private static IEnumerable<Objection> ObjectionsFor(Person person, Service service) =>
        person.ObjectionsAndRequests.Where(objection => objection.Covers.Contains(service));

    private static Checklist ApplyStart(Checklist list, StartPerson start)
    {
        if (list.Find(start.Person.Person) is not { HasNothing: true } || list.ItemCount + start.Services.All.Count > Checklist.MaxItems)
        {
            return list;
        }

        var accounts = start.Services.All.Where(service => service.Kind is ServiceKind.Account).ToArray();
        return list.Change(start.Person.Person, person =>
        {
            var begun = accounts.Length == 0 ? person : person.AddCentre(start.Linkage);
            begun = accounts.Aggregate(begun, (owner, service) => owner.ChangeCentre(owner.Centres[0].Id, centre => centre.AddAccount(service)));
            return start.Services.All.Where(service => service.Kind is ServiceKind.Request).Aggregate(begun, (owner, service) => owner.AddRequest(service));
        });
    }
}
