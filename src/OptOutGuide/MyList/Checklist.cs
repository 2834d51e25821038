namespace OptOutGuide.MyList;

/// <summary>
/// What a visitor has to do and has done, per person and per Accounts Centre. Immutable: each change is a
/// new list, and each list has an address, so that any control of the page can be a plain link.
/// </summary>
public sealed record Checklist(IReadOnlyList<Person> People)
{
    public const int MostPeople = 20;

    /// <summary>Accounts and requests together: keeps the longest list within what an address can hold.</summary>
    public const int MostLines = 200;

    public static Checklist Empty { get; } = new([Person.Empty]);

    public bool IsEmpty => People is [{ IsEmpty: true }];

    public int Lines => People.Sum(person => person.Requests.Count + person.Centres.Sum(centre => centre.Accounts.Count));

    public bool HasRoom => Lines < MostLines;

    /// <summary>Every objection that is to be made, in the order of the list.</summary>
    public IReadOnlyList<Objection> Objections => [.. People.SelectMany((person, index) => person.Objections(index))];

    public Checklist AddPerson() => People.Count < MostPeople ? new([.. People, Person.Empty]) : this;

    public Checklist RemovePerson(int person) => People.Count > 1 ? new(People.Without(person)) : Empty;

    public Checklist Change(int person, Func<Person, Person> change) => new(People.With(person, change));

    /// <summary>The list with the names that a device keeps for its people, in their order.</summary>
    public Checklist WithLabels(IReadOnlyList<string?> labels) =>
        new([.. People.Select((person, index) => index < labels.Count ? person.Called(labels[index]) : person)]);

    /// <param name="country">Code in capitals; empty for none.</param>
    public Checklist LivesIn(int person, string? country) => Change(person, owner => owner with { Country = string.IsNullOrEmpty(country) ? null : country });

    public Checklist ChangeCentre(int person, int centre, Func<AccountsCentre, AccountsCentre> change) =>
        Change(person, owner => owner with { Centres = owner.Centres.With(centre, change) });

    public Checklist AddAccount(int person, int centre, Service service) =>
        HasRoom ? ChangeCentre(person, centre, group => group.AddAccount(service)) : this;

    public Checklist AddRequest(int person, Service service) => HasRoom ? Change(person, owner => owner.AddRequest(service)) : this;

    /// <summary>The list once the objection at <paramref name="place"/> stands at <paramref name="progress"/>.</summary>
    public Checklist Mark(Place place, Progress progress) => place.Centre is { } centre
        ? ChangeCentre(place.Person, centre, group => group.Mark(place.Line, progress))
        : Change(place.Person, owner => owner with { Requests = owner.Requests.With(place.Line, request => request with { Progress = progress }) });

    public Checklist Remove(Place place) => place.Centre is { } centre
        ? ChangeCentre(place.Person, centre, group => group.RemoveAccount(place.Line))
        : Change(place.Person, owner => owner with { Requests = owner.Requests.Without(place.Line) });
}

/// <summary>Somebody for whom objections are made.</summary>
/// <param name="Requests">The requests that belong to no account: without an account, or about WhatsApp.</param>
public sealed record Person(IReadOnlyList<AccountsCentre> Centres, IReadOnlyList<ListLine> Requests)
{
    public const int MostCentres = 9;
    public const int LongestLabel = 40;

    public static Person Empty { get; } = new([], []);

    /// <summary>Code of their country in capitals, for the authority to complain to; null where not given.</summary>
    public string? Country { get; init; }

    /// <summary>
    /// A name such as « Maman », null where none was given. It lives on the device and, while the page is open, in the
    /// server's memory; it never enters an address.
    /// </summary>
    public string? Label { get; init; }

    public static IReadOnlyList<Service> RequestServices { get; } = [Service.NoAccount, Service.Whatsapp];

    public bool IsEmpty => Country is null && Centres.Count == 0 && Requests.Count == 0;

    /// <summary>The requests that are not on this person's list yet.</summary>
    public IEnumerable<Service> MissingRequests => RequestServices.Except(Requests.Select(request => request.Service));

    /// <summary>Linkage starts as unsure: then each account counts alone, which never forgets one.</summary>
    public Person AddCentre() => Centres.Count < MostCentres
        ? this with { Centres = [.. Centres, new AccountsCentre(Linkage.Unsure, [])] }
        : this;

    /// <summary>The person under another name, cut to a length that a heading can hold.</summary>
    public Person Called(string? label)
    {
        var name = new string([.. (label ?? "").Where(character => !char.IsControl(character)).Take(LongestLabel)]).Trim();
        return this with { Label = name.Length == 0 ? null : name };
    }

    public Person RemoveCentre(int centre) => this with { Centres = Centres.Without(centre) };

    public Person AddRequest(Service service) => MissingRequests.Contains(service)
        ? this with { Requests = [.. Requests, new ListLine(service, Progress.ToDo)] }
        : this;

    public IEnumerable<Objection> Objections(int person) =>
    [
        .. Centres.SelectMany((centre, index) => centre.Objections(person, index)),
        .. Requests.Select((request, line) => new Objection(new(person, null, line), request.Service, [request.Service], request.Progress)),
    ];

    /// <summary>The one thing to do next: what is still to send, then what was refused or left unanswered, then what awaits an answer.</summary>
    public NextAction NextAction(int person, DateOnly today)
    {
        var objections = Objections(person).ToArray();
        return First(ProgressState.ToDo, NextStep.Send)
            ?? First(ProgressState.Refused, NextStep.Contest)
            ?? FirstOf(objection => objection.Progress.IsUnanswered(today), NextStep.Remind)
            ?? First(ProgressState.Sent, NextStep.AwaitAnswer)
            ?? new NextAction(objections.Length == 0 ? NextStep.FillIn : NextStep.Finished, null);

        NextAction? First(ProgressState state, NextStep step) => FirstOf(objection => objection.Progress.State == state, step);

        NextAction? FirstOf(Predicate<Objection> isNext, NextStep step) =>
            Array.Find(objections, isNext) is { } objection ? new(step, objection) : null;
    }
}

/// <summary>What Meta calls an Accounts Centre (« Espace Comptes »): accounts that may be linked to one another.</summary>
public sealed record AccountsCentre(Linkage Linkage, IReadOnlyList<ListLine> Accounts)
{
    public const int MostAccounts = 9;

    public static IReadOnlyList<Service> AccountServices { get; } = [Service.Facebook, Service.Instagram, Service.Threads];

    /// <summary>
    /// One objection covers all accounts that are linked; otherwise, and when in doubt, each account needs its own
    /// (Meta's confirmation message and CNIL, May 2025). In a linked centre the account that got furthest speaks for all.
    /// </summary>
    public IEnumerable<Objection> Objections(int person, int centre)
    {
        if (Linkage is not Linkage.Linked)
        {
            return Accounts.Select((account, line) => new Objection(new(person, centre, line), account.Service, [account.Service], account.Progress));
        }

        if (Accounts.Count == 0)
        {
            return [];
        }

        var line = Furthest();
        return [new Objection(new(person, centre, line), Accounts[line].Service, [.. Accounts.Select(account => account.Service)], Accounts[line].Progress)];
    }

    /// <summary>
    /// The centre once the objection made from an account stands at <paramref name="progress"/>. Where accounts are
    /// linked it is the one objection of all, so none that got further goes on speaking for it.
    /// </summary>
    public AccountsCentre Mark(int line, Progress progress)
    {
        var marked = this with { Accounts = Accounts.With(line, account => account with { Progress = progress }) };
        return Linkage is Linkage.Linked && marked.Furthest() != line
            ? marked with { Accounts = [.. marked.Accounts.Select((account, index) => index == line ? account : account with { Progress = Progress.ToDo })] }
            : marked;
    }

    public AccountsCentre AddAccount(Service service) => Accounts.Count < MostAccounts
        ? this with { Accounts = [.. Accounts, new ListLine(service, Progress.ToDo)] }
        : this;

    /// <summary>Without the account; what it had reached passes to a linked one, since the objection still covers it.</summary>
    public AccountsCentre RemoveAccount(int line)
    {
        var rest = Accounts.Without(line);
        return Linkage is Linkage.Linked && rest.Count > 0 && Furthest() == line
            ? this with { Accounts = rest.With(0, heir => heir with { Progress = Accounts[line].Progress }) }
            : this with { Accounts = rest };
    }

    private int Furthest() => Accounts
        .Select((account, line) => (account.Progress.State, line))
        .OrderByDescending(entry => Rank(entry.State))
        .First().line;

    private static int Rank(ProgressState state) => state switch
    {
        ProgressState.Confirmed => 3,
        ProgressState.Sent => 2,
        ProgressState.Refused => 1,
        _ => 0,
    };
}

public enum Linkage
{
    Unsure,
    Linked,
    NotLinked,
}

/// <summary>An account or a request, and how far it got.</summary>
public sealed record ListLine(Service Service, Progress Progress);

/// <summary>Where on the list something stands; each part counts from 0.</summary>
/// <param name="Centre">Null for a request that belongs to no centre.</param>
public readonly record struct Place(int Person, int? Centre, int Line)
{
    public override string ToString() => $"{Person}-{Centre?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "r"}-{Line}";
}

/// <summary>An objection to make: where it stands, through which service, and which accounts it covers.</summary>
public sealed record Objection(Place Place, Service Service, IReadOnlyList<Service> Covers, Progress Progress);

public enum NextStep
{
    /// <summary>Nothing is on the list yet.</summary>
    FillIn,
    Send,
    Contest,

    /// <summary>A month without an answer.</summary>
    Remind,
    AwaitAnswer,
    Finished,
}

public sealed record NextAction(NextStep Step, Objection? Objection);

internal static class ListChange
{
    public static IReadOnlyList<T> With<T>(this IReadOnlyList<T> items, int index, Func<T, T> change) =>
        [.. items.Select((item, position) => position == index ? change(item) : item)];

    public static IReadOnlyList<T> Without<T>(this IReadOnlyList<T> items, int index) =>
        [.. items.Where((_, position) => position != index)];
}
