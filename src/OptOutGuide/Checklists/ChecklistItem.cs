using System.Globalization;

namespace OptOutGuide.Checklists;

/// <summary>An account or a request, and how far its objection is.</summary>
public sealed record ChecklistItem(Service Service, Progress Progress)
{
    /// <summary>Unique in its centre, or among its person's requests; the position from 0 in a list that was just decoded.</summary>
    public int Id { get; internal init; }

    public bool Equals(ChecklistItem? other) => other is not null && Service == other.Service && Progress == other.Progress;

    public override int GetHashCode() => HashCode.Combine(Service, Progress);
}

/// <summary>
/// Names a part of a list by the ids that lead to it: <c>0</c> a person, <c>0-1</c> one of their centres, <c>0-1-2</c> an
/// account, <c>0-r-1</c> a request that belongs to no account.
/// </summary>
/// <param name="Centre">Null for a person and for a request.</param>
/// <param name="Item">Null for a person and for a centre.</param>
public readonly record struct ItemId(int Person, int? Centre = null, int? Item = null)
{
    public override string ToString() => (Centre, Item) switch
    {
        ({ } centre, { } item) => string.Create(CultureInfo.InvariantCulture, $"{Person}-{centre}-{item}"),
        ({ } centre, null) => string.Create(CultureInfo.InvariantCulture, $"{Person}-{centre}"),
        (null, { } item) => string.Create(CultureInfo.InvariantCulture, $"{Person}-r-{item}"),
        _ => Person.ToString(CultureInfo.InvariantCulture),
    };

    public static bool TryParse(string text, out ItemId id)
    {
        ItemId? read = text.Split('-') switch
        {
            [var person] when Number(person) is { } p => new(p),
            [var person, var centre] when Number(person) is { } p && Number(centre) is { } c => new(p, c),
            [var person, "r", var item] when Number(person) is { } p && Number(item) is { } i => new(p, null, i),
            [var person, var centre, var item] when Number(person) is { } p && Number(centre) is { } c && Number(item) is { } i => new(p, c, i),
            _ => null,
        };
        id = read ?? default;
        return read is not null;

        static int? Number(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
    }
}

/// <summary>An objection to make: its progress, the service through which it is made, and the accounts it covers.</summary>
/// <param name="Centre">Number of its Accounts Centre from 1, where its person has several; null otherwise.</param>
public sealed record Objection(ItemId Id, Service Service, IReadOnlyList<Service> Covers, Progress Progress, int? Centre = null)
{
    /// <summary>There is no objection form for the service; a general request about it is each visitor's choice.</summary>
    public bool IsOptional => Service.IsOptional;
}
