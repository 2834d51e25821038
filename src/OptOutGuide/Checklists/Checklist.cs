namespace OptOutGuide.Checklists;

/// <summary>
/// What a visitor has to do and has done, per person and per Accounts Centre. Immutable: <see cref="ChecklistOperation"/>
/// turns one list into the next. Every part has an id that no other part of the same parent ever had, so that an
/// operation finds its part, or finds that it is gone, whatever was done before it.
/// </summary>
public sealed record Checklist
{
    public const int MaxPeople = 20;

    /// <summary>Accounts and requests together: keeps the longest list within what an address can hold.</summary>
    public const int MaxItems = 200;

    public static Checklist Empty { get; } = new([Person.Empty]);

    public Checklist(IReadOnlyList<Person> people)
    {
        People = [.. people.Select((person, index) => person with { Id = index })];
        NextId = People.Count;
    }

    public IReadOnlyList<Person> People { get; private init; }

    private int NextId { get; init; }

    public bool IsEmpty => People is [{ IsEmpty: true }];

    public int ItemCount => People.Sum(person => person.ItemCount);

    public bool HasRoom => ItemCount < MaxItems;

    /// <summary>Whether a person can be given another account or request.</summary>
    public bool HasRoomFor(Person person) => HasRoom && person.HasRoom;

    /// <summary>Every objection that is to be made, in the order of the list, without the optional requests.</summary>
    public IReadOnlyList<Objection> Objections => [.. People.SelectMany(person => person.Objections)];

    /// <summary>The objections and the optional requests.</summary>
    public IReadOnlyList<Objection> ObjectionsAndRequests => [.. People.SelectMany(person => person.ObjectionsAndRequests)];

    public bool Equals(Checklist? other) => other is not null && People.SequenceEqual(other.People);

    public override int GetHashCode() => People.Count;

    internal Person? Find(int person) => People.FirstOrDefault(candidate => candidate.Id == person);

    /// <summary>An account or a request; null where it is gone.</summary>
    internal ChecklistItem? Find(ItemId id) => Find(id.Person) is not { } person ? null
        : id.Centre is { } centre
            ? person.Centres.FirstOrDefault(candidate => candidate.Id == centre)?.Accounts.FirstOrDefault(account => account.Id == id.Item)
            : person.Requests.FirstOrDefault(request => request.Id == id.Item);

    /// <summary>The same part by its position, as the address of this list names it; null where it is gone.</summary>
    internal ItemId? PositionOf(ItemId id)
    {
        if (Index(People, person => person.Id == id.Person) is not { } person)
        {
            return null;
        }

        var (centres, requests) = (People[person].Centres, People[person].Requests);
        return id switch
        {
            { Centre: { } wanted, Item: null } => Index(centres, centre => centre.Id == wanted) is { } centre ? new(person, centre) : null,
            { Centre: { } wanted, Item: { } item } => Index(centres, centre => centre.Id == wanted) is { } centre && Index(centres[centre].Accounts, account => account.Id == item) is { } account ? new(person, centre, account) : null,
            { Item: { } item } => Index(requests, request => request.Id == item) is { } request ? new(person, null, request) : null,
            _ => new(person),
        };

        static int? Index<T>(IReadOnlyList<T> items, Func<T, bool> isSought)
        {
            for (var index = 0; index < items.Count; index++)
            {
                if (isSought(items[index]))
                {
                    return index;
                }
            }

            return null;
        }
    }

    internal Checklist AddPerson() => People.Count < MaxPeople
        ? this with { People = [.. People, Person.Empty with { Id = NextId }], NextId = NextId + 1 }
        : this;

    /// <summary>The last person's removal leaves an empty one in their place.</summary>
    internal Checklist RemovePerson(int person) => People switch
    {
        _ when Find(person) is null => this,
        [_] => this with { People = [Person.Empty with { Id = NextId }], NextId = NextId + 1 },
        _ => this with { People = [.. People.Where(other => other.Id != person)] },
    };

    internal Checklist Clear() => this with { People = [Person.Empty with { Id = NextId }], NextId = NextId + 1 };

    internal Checklist Change(int person, Func<Person, Person> change) =>
        this with { People = [.. People.Select(other => other.Id == person ? change(other) : other)] };
}
