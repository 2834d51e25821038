namespace OptOutGuide.Checklists;

/// <summary>What Meta calls an Accounts Centre (« Espace Comptes »): accounts that may be linked to one another.</summary>
public sealed record AccountsCentre
{
    public const int MaxAccounts = 9;

    public AccountsCentre(Linkage linkage, IReadOnlyList<ChecklistItem> accounts)
    {
        Linkage = linkage;
        Accounts = [.. accounts.Select((account, index) => account with { Id = index })];
        NextId = Accounts.Count;
    }

    /// <summary>Unique among the person's centres; the position from 0 in a list that was just decoded.</summary>
    public int Id { get; internal init; }

    public Linkage Linkage { get; init; }

    public IReadOnlyList<ChecklistItem> Accounts { get; private init; }

    private int NextId { get; init; }

    /// <summary>
    /// One objection covers all accounts that are linked; otherwise, and when in doubt, each account needs its own
    /// (Meta's confirmation message and CNIL, May 2025). In a linked centre the most advanced account determines the state.
    /// </summary>
    /// <param name="number">Of this centre from 1, where the person has several.</param>
    public IEnumerable<Objection> Objections(int person, int? number)
    {
        if (Linkage is not Linkage.Linked)
        {
            return Accounts.Select(account => new Objection(new(person, Id, account.Id), account.Service, [account.Service], account.Progress, number));
        }

        return MostAdvanced is { } first
            ? [new Objection(new(person, Id, first.Id), first.Service, [.. Accounts.Select(account => account.Service)], first.Progress, number)]
            : [];
    }

    public bool Equals(AccountsCentre? other) => other is not null && Linkage == other.Linkage && Accounts.SequenceEqual(other.Accounts);

    public override int GetHashCode() => HashCode.Combine(Linkage, Accounts.Count);

    internal AccountsCentre AddAccount(Service service) => Accounts.Count < MaxAccounts
        ? this with { Accounts = [.. Accounts, new ChecklistItem(service, Progress.ToDo) { Id = NextId }], NextId = NextId + 1 }
        : this;

    /// <summary>
    /// The centre once the objection made from an account has reached <paramref name="progress"/>. Where accounts are
    /// linked it is the objection of all, so no other account may stay more advanced.
    /// </summary>
    internal AccountsCentre Mark(int account, Progress progress)
    {
        var marked = this with { Accounts = [.. Accounts.Select(other => other.Id == account ? other with { Progress = progress } : other)] };
        return Linkage is Linkage.Linked && marked.MostAdvanced?.Id != account
            ? marked with { Accounts = [.. marked.Accounts.Select(other => other.Id == account ? other : other with { Progress = Progress.ToDo })] }
            : marked;
    }

    /// <summary>Without the account; its progress passes to a linked one, since the objection still covers it.</summary>
    internal AccountsCentre RemoveAccount(int account)
    {
        var rest = Accounts.Where(other => other.Id != account).ToArray();
        return Linkage is Linkage.Linked && rest.Length > 0 && MostAdvanced is { } first && first.Id == account
            ? this with { Accounts = [rest[0] with { Progress = first.Progress }, .. rest[1..]] }
            : this with { Accounts = rest };
    }

    private ChecklistItem? MostAdvanced => Accounts.OrderByDescending(account => account.Progress.State switch
    {
        ProgressState.Confirmed => 3,
        ProgressState.Sent => 2,
        ProgressState.Refused => 1,
        ProgressState.ToDo => 0,
    }).FirstOrDefault();
}

public enum Linkage
{
    Unsure,
    Linked,
    NotLinked,
}
