namespace OptOutGuide.Checklists;

/// <summary>Somebody for whom objections are made. Only the browser knows the name.</summary>
public sealed record Person
{
    public const int MaxCentres = 9;

    /// <summary>Accounts and requests together. An address may hold more: the first accounts have controls, the others are only shown.</summary>
    public const int MaxItems = 30;

    public static Person Empty { get; } = new([], []);

    public Person(IReadOnlyList<AccountsCentre> centres, IReadOnlyList<ChecklistItem> requests)
    {
        Centres = [.. centres.Select((centre, index) => centre with { Id = index })];
        Requests = [.. requests.Select((request, index) => request with { Id = index })];
        NextId = Math.Max(Centres.Count, Requests.Count);
    }

    /// <summary>Unique in the list; the position from 0 in a list that was just decoded.</summary>
    public int Id { get; internal init; }

    public IReadOnlyList<AccountsCentre> Centres { get; private init; }

    /// <summary>Requests that belong to no account in a centre, each once.</summary>
    public IReadOnlyList<ChecklistItem> Requests { get; private init; }

    /// <summary>ISO 3166 code in capitals, for the authority to complain to; null where not given.</summary>
    public string? Country { get; init; }

    private int NextId { get; init; }

    public bool IsEmpty => Country is null && HasNothing;

    /// <summary>Neither accounts nor requests, though perhaps a country.</summary>
    public bool HasNothing => Centres.Count == 0 && Requests.Count == 0;

    public int ItemCount => Requests.Count + Centres.Sum(centre => centre.Accounts.Count);

    public bool HasRoom => ItemCount < MaxItems;

    public IEnumerable<Service> MissingRequests(ServiceCatalog services) => services.Requests.Except(Requests.Select(request => request.Service));

    public IEnumerable<Objection> Objections => ObjectionsAndRequests.Where(objection => !objection.IsOptional);

    public IEnumerable<Objection> ObjectionsAndRequests =>
    [
        .. Centres.SelectMany((centre, index) => centre.Objections(Id, Centres.Count > 1 ? index + 1 : null)),
        .. Requests.Select(request => new Objection(new(Id, null, request.Id), request.Service, [request.Service], request.Progress)),
    ];

    public bool Equals(Person? other) => other is not null && Country == other.Country
        && Centres.SequenceEqual(other.Centres) && Requests.SequenceEqual(other.Requests);

    public override int GetHashCode() => HashCode.Combine(Country, Centres.Count, Requests.Count);

    /// <summary>Linkage starts as unsure: then each account needs an objection of its own, so that none is forgotten.</summary>
    internal Person AddCentre(Linkage linkage = Linkage.Unsure) => Centres.Count < MaxCentres
        ? this with { Centres = [.. Centres, new AccountsCentre(linkage, []) { Id = NextId }], NextId = NextId + 1 }
        : this;

    internal Person RemoveCentre(int centre) => this with { Centres = [.. Centres.Where(other => other.Id != centre)] };

    internal Person ChangeCentre(int centre, Func<AccountsCentre, AccountsCentre> change) =>
        this with { Centres = [.. Centres.Select(other => other.Id == centre ? change(other) : other)] };

    internal Person AddRequest(Service service) => !HasRoom || Requests.Any(request => request.Service == service)
        ? this
        : this with { Requests = [.. Requests, new ChecklistItem(service, Progress.ToDo) { Id = NextId }], NextId = NextId + 1 };

    /// <summary>
    /// A request, or an account in the first centre where it needs an objection of its own; in a centre of its own where
    /// there is none, since nobody has said that it is linked.
    /// </summary>
    internal Person Add(Service service)
    {
        if (service.Kind is ServiceKind.Request)
        {
            return AddRequest(service);
        }

        if (!HasRoom)
        {
            return this;
        }

        var owner = Centres.Any(IsOpen) ? this : AddCentre();
        return owner.Centres.FirstOrDefault(IsOpen) is { } centre ? owner.ChangeCentre(centre.Id, open => open.AddAccount(service)) : this;

        static bool IsOpen(AccountsCentre centre) => centre.Linkage is not Linkage.Linked && centre.Accounts.Count < AccountsCentre.MaxAccounts;
    }

    internal Person RemoveRequest(int request) => this with { Requests = [.. Requests.Where(other => other.Id != request)] };

    internal Person MarkRequest(int request, Progress progress) =>
        this with { Requests = [.. Requests.Select(other => other.Id == request ? other with { Progress = progress } : other)] };
}
