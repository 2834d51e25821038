using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;

namespace OptOutGuide.Tests.Support;

/// <summary>A list of any shape within the limits, for what must hold for all of them; a failure shows all that it holds.</summary>
public sealed record AnyChecklist(Checklist List)
{
    // The last date that an address, which leaves out the century, can hold.
    private static readonly DateOnly Last = new(2099, 12, 31);

    private static readonly Gen<Progress> Progresses =
        from state in Gen.Elements(Enum.GetValues<ProgressState>())
        from sent in OptionalDate(Progress.Earliest)
        from answered in OptionalDate(sent ?? Progress.Earliest)
        select state switch
        {
            ProgressState.ToDo => Progress.ToDo,
            ProgressState.Sent => new Progress(state, sent, null),
            _ => new Progress(state, sent, answered),
        };

    private static readonly Gen<ChecklistItem[]> Requests =
        from services in Gen.Shuffle(ShippedServices.All.Requests.AsEnumerable())
        from count in Gen.Choose(0, services.Length)
        from progresses in Progresses.ArrayOf(count)
        select services.Zip(progresses, (service, progress) => new ChecklistItem(service, progress)).ToArray();

    public static Arbitrary<AnyChecklist> Lists { get; } = Arb.From(
        from people in Gen.Choose(1, Checklist.MaxPeople)
        from list in People(Checklist.MaxItems / people).ArrayOf(people)
        select new AnyChecklist(new Checklist(list)),
        any => Shrinking.Smaller(any.List.People, Smaller).Where(people => people.Count > 0).Select(people => new AnyChecklist(new Checklist(people))));

    public override string ToString() => Fields(List);

    /// <summary>All that a list holds, field by field, for comparing.</summary>
    public static string Fields(Checklist list) => JsonSerializer.Serialize(list.People.Select(person => new
    {
        person.Country,
        Centres = person.Centres.Select(centre => new { centre.Linkage, Accounts = centre.Accounts.Select(Fields) }),
        Requests = person.Requests.Select(Fields),
    }));

    private static object Fields(ChecklistItem item) => new { item.Service.Id, item.Progress };

    private static IEnumerable<Person> Smaller(Person person) =>
        Shrinking.Smaller(person.Centres, Smaller).Select(centres => new Person(centres, person.Requests) { Country = person.Country })
            .Concat(Shrinking.Smaller(person.Requests, Smaller).Select(requests => new Person(person.Centres, requests) { Country = person.Country }))
            .Concat(person.Country is null ? [] : [person with { Country = null }]);

    private static IEnumerable<AccountsCentre> Smaller(AccountsCentre centre) =>
        Shrinking.Smaller(centre.Accounts, Smaller).Select(accounts => new AccountsCentre(centre.Linkage, accounts));

    private static IEnumerable<ChecklistItem> Smaller(ChecklistItem line) => line.Progress switch
    {
        { AnsweredOn: not null } answered => [line with { Progress = answered with { AnsweredOn = null } }],
        { SentOn: not null } sent => [line with { Progress = sent with { SentOn = null } }],
        { State: not ProgressState.ToDo } => [line with { Progress = Progress.ToDo }],
        _ => [],
    };

    private static Gen<Person> People(int maxItems) =>
        from count in Gen.Choose(0, Person.MaxCentres)
        from centres in Centres(Math.Min(AccountsCentre.MaxAccounts, (maxItems - ShippedServices.All.Requests.Count) / Math.Max(1, count))).ArrayOf(count)
        from requests in Requests
        from country in Gen.Elements(null, "FR", "CH", "GB")
        select new Person(centres, requests) { Country = country };

    private static Gen<AccountsCentre> Centres(int maxAccounts) =>
        from linkage in Gen.Elements(Enum.GetValues<Linkage>())
        from count in Gen.Choose(0, maxAccounts)
        from accounts in Accounts.ArrayOf(count)
        select new AccountsCentre(linkage, accounts);

    private static Gen<ChecklistItem> Accounts =>
        from service in Gen.Elements(ShippedServices.All.Accounts.AsEnumerable())
        from progress in Progresses
        select new ChecklistItem(service, progress);

    private static Gen<DateOnly?> OptionalDate(DateOnly earliest) => Gen.Frequency(
        (1, Gen.Constant<DateOnly?>(null)),
        (3, Gen.Choose(earliest.DayNumber, Last.DayNumber).Select(day => (DateOnly?)DateOnly.FromDayNumber(day))));
}
