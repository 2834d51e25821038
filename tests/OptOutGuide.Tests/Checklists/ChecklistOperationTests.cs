using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;

namespace OptOutGuide.Tests.Checklists;

public sealed class ChecklistOperationTests
{
    private static readonly DateOnly Today = new(2026, 11, 22);

    [Theory]
    [InlineData("1.Uf", "sent.0-0-0", "1.Ufs261122")]
    [InlineData("1.Uf", "sent.0-0-0.250522", "1.Ufs250522")]
    [InlineData("1.Ufs250522", "confirmed.0-0-0.250523", "1.Ufs250522c250523")]
    [InlineData("1.Ufs250522", "refused.0-0-0", "1.Ufs250522r261122")]
    [InlineData("1.Ufs250522c250523", "to-do.0-0-0", "1.Uf")]
    [InlineData("1.Uf-Rn", "sent.0-r-0", "1.Uf-Rns261122")]
    [InlineData("1.Uffs250522-Nf-Rwn.Uf-Rw", "confirmed.0-1-0", "1.Uffs250522-Nfsc261122-Rwn.Uf-Rw")]
    [InlineData("1.Ufs990101", "confirmed.0-0-0", "1.Ufsc261122")]
    [InlineData("1.Lfi", "sent.0-0-1", "1.Lfis261122")]
    [InlineData("1.Lfs250522i", "to-do.0-0-0", "1.Lfi")]
    [InlineData("1.", "sent.0.f", "1.Ufs261122")]
    [InlineData("1.", "sent.0.it", "1.Uis261122ts261122")]
    [InlineData("1.", "to-do.0.w", "1.Rw")]
    [InlineData("1.Uf", "sent.0.f", "1.Ufs261122")]
    [InlineData("1.Uff", "sent.0.f", "1.Ufs261122f")]
    [InlineData("1.Ufs250522f", "sent.0.f", "1.Ufs250522fs261122")]
    [InlineData("1.Ufs250522", "sent.0.f", "1.Ufs250522")]
    [InlineData("1.Ufs250522c250523", "to-do.0.f", "1.Ufs250522c250523")]
    [InlineData("1.Lfi", "sent.0.i", "1.Lfs261122i")]
    [InlineData("1.Nf", "sent.0.i", "1.Nfis261122")]
    [InlineData("1.Lf", "sent.0.i", "1.Lf-Uis261122")]
    [InlineData("1.Uf.Rn", "sent.1.n", "1.Uf.Rns261122")]
    [InlineData("1.U", "account.0-0.facebook", "1.Uf")]
    [InlineData("1.Uf", "centre.0", "1.Uf-U")]
    [InlineData("1.Ufs250522i", "link.0-0.linked", "1.Lfs250522i")]
    [InlineData("1.Lfs250522i", "link.0-0.not-linked", "1.Nfs250522i")]
    [InlineData("1.Uf", "request.0.whatsapp", "1.Uf-Rw")]
    [InlineData("1.Uf-Rw", "request.0.whatsapp", "1.Uf-Rw")]
    [InlineData("1.Uf", "country.0.FR", "1.CFR-Uf")]
    [InlineData("1.CFR-Uf", "country.0.", "1.Uf")]
    [InlineData("1.Uf", "person", "1.Uf.-")]
    [InlineData("1.", "start.0.linked.fiw", "1.Lfi-Rw")]
    [InlineData("1.", "start.0.unsure.n", "1.Rn")]
    [InlineData("1.CFR.Uf", "start.0.unsure.f", "1.CFR-Uf.Uf")]
    [InlineData("1.Uf", "start.0.linked.i", "1.Uf")]
    [InlineData("1.Uf-Ui-Rw", "remove.0-0", "1.Ui-Rw")]
    [InlineData("1.Ufit", "remove.0-0-1", "1.Uft")]
    [InlineData("1.Lfis250522t", "remove.0-0-1", "1.Lfs250522t")]
    [InlineData("1.Nfis250522t", "remove.0-0-1", "1.Nft")]
    [InlineData("1.Uf-Rwn", "remove.0-r-0", "1.Uf-Rn")]
    [InlineData("1.Uf.Rw", "remove.0", "1.Rw")]
    [InlineData("1.Uf", "remove.0", "1.")]
    [InlineData("1.Uf.Rw", "clear", "1.")]
    public void Operation_Applied_GivesTheNextList(string list, string operation, string next)
    {
        Assert.Equal(next, Applied(list, operation));
    }

    [Theory]
    [InlineData("1.Uf", "sent.0-0-1")]
    [InlineData("1.Uf", "sent.3.f")]
    [InlineData("1.Uf", "sent.0-1-0")]
    [InlineData("1.Uf", "sent.1-0-0")]
    [InlineData("1.Uf", "sent.0-r-0")]
    [InlineData("1.Uf", "remove.0-3")]
    [InlineData("1.Uf", "remove.4")]
    [InlineData("1.Uf", "account.0-2.facebook")]
    [InlineData("1.Uf", "sent.0-0-0.261123")]
    [InlineData("1.Uf", "sent.0-0-0.240430")]
    [InlineData("1.Ufs250522", "confirmed.0-0-0.250521")]
    public void Operation_WhosePartIsGoneOrWhoseDateCannotBe_ChangesNothing(string list, string operation)
    {
        Assert.Equal(list, Applied(list, operation));
    }

    /// <summary>Quick clicks: each operation finds its own part, whatever the ones before it did.</summary>
    [Theory]
    [InlineData("1.Nfit", "1.Nis261122t", "remove.0-0-0", "sent.0-0-1")]
    [InlineData("1.Nfit", "1.Nit", "remove.0-0-0", "sent.0-0-0")]
    [InlineData("1.Nfit", "1.Nfts261122", "remove.0-0-1", "sent.0-0-2", "to-do.0-0-1")]
    [InlineData("1.Uf-Ui", "1.Uis261122", "remove.0-0", "sent.0-1-0")]
    [InlineData("1.Uf.Ui", "1.Uis261122", "remove.0", "sent.1-0-0")]
    [InlineData("1.Rwn", "1.Rns261122", "remove.0-r-0", "sent.0-r-1")]
    [InlineData("1.Uf", "1.Ui", "remove.0-0-0", "account.0-0.instagram", "sent.0-0-0")]
    [InlineData("1.Uf", "1.", "clear", "sent.0-0-0")]
    [InlineData("1.Ufi", "1.Lfis261122", "link.0-0.linked", "sent.0-0-1")]
    [InlineData("1.Uf", "1.Ufff", "account.0-0.facebook", "account.0-0.facebook")]
    public void Operations_ForOneList_FindTheirPartsOrFindThemGone(string list, string next, params string[] operations)
    {
        Assert.Equal(next, Applied(list, operations));
    }

    [Fact]
    public void Operations_BeyondTheLimits_ChangeNothing()
    {
        var people = Apply(Checklist.Empty, [.. Enumerable.Repeat("person", 30)]);
        var centres = Apply(Checklist.Empty, [.. Enumerable.Repeat("centre.0", 30)]);
        var accounts = Apply(Decoded("1.U-U"), [.. Enumerable.Repeat("account.0-0.threads", 30)]);
        var full = Apply(Decoded($"1{string.Concat(Enumerable.Repeat("." + string.Join('-', Enumerable.Repeat("U", 9)), 8))}"),
            [.. Enumerable.Range(0, 648).Select(index => $"account.{index / 81 % 8}-{index / 9 % 9}.threads")]);

        Assert.Equal(Checklist.MaxPeople, people.People.Count);
        Assert.Equal(Person.MaxCentres, centres.People[0].Centres.Count);
        Assert.Equal([AccountsCentre.MaxAccounts, 0], accounts.People[0].Centres.Select(centre => centre.Accounts.Count));
        Assert.Equal(Checklist.MaxItems, full.ItemCount);
        Assert.Equal([.. Enumerable.Repeat(Person.MaxItems, 6), 20, 0], full.People.Select(person => person.ItemCount));
        Assert.Equal(full, Apply(full, "request.0.whatsapp"));
    }

    [Property(Arbitrary = [typeof(AnyOperation)])]
    public void ToStringAndTryParse_AnyOperation_GivesTheSameOperation(ChecklistOperation operation)
    {
        var isParsed = ChecklistOperation.TryParse(operation.ToString(), ShippedServices.All, out var read);

        Assert.True(isParsed);
        Assert.Equal(operation, read);
    }

    [Property(Arbitrary = [typeof(AnyOperation)])]
    public void TryParse_AnyText_NeverThrows(AnyOperationText text)
    {
        if (ChecklistOperation.TryParse(text.Value, ShippedServices.All, out var operation))
        {
            Assert.True(ChecklistOperation.TryParse(operation.ToString(), ShippedServices.All, out var again));
            Assert.Equal(operation, again);
        }
    }

    [Property(Arbitrary = [typeof(AnyChecklist), typeof(AnyOperation)])]
    public void Apply_AnySequenceToAnyList_GivesAListThatAnAddressCanHold(AnyChecklist any, ChecklistOperation[] operations)
    {
        var next = Apply(any.List, operations);

        var decoded = ShippedServices.Decode(ChecklistCodec.Encode(next));
        Assert.Equal(ChecklistError.None, decoded.Error);
        Assert.Equal(AnyChecklist.Fields(next), AnyChecklist.Fields(decoded.List));
    }

    /// <summary>An address may hold any date; an operation does not accept an impossible one.</summary>
    [Property(Arbitrary = [typeof(AnyChecklist), typeof(AnyOperation)])]
    public void Apply_AnySequenceToAnyList_WritesPlausibleDatesOnly(AnyChecklist any, ChecklistOperation[] operations)
    {
        var written = Items(Apply(any.List, operations)).Except(Items(any.List));

        Assert.All(written, progress => Assert.True(progress.HasPlausibleDates(Today), progress.ToString()));

        static IEnumerable<Progress> Items(Checklist list) =>
            list.People.SelectMany(person => person.Centres.SelectMany(centre => centre.Accounts).Concat(person.Requests)).Select(item => item.Progress);
    }

    [Property(Arbitrary = [typeof(AnyChange)])]
    public void Apply_ToAPartThatWasRemoved_ChangesNothing(Change change)
    {
        var without = new ChecklistOperation.Remove(change.Part).Apply(change.List, Today);

        var next = change.Of(change.Part).Apply(without, Today);

        Assert.NotEqual(AnyChecklist.Fields(change.List), AnyChecklist.Fields(without));
        Assert.Equal(AnyChecklist.Fields(without), AnyChecklist.Fields(next));
    }

    [Property(Arbitrary = [typeof(AnyChange)])]
    public void Apply_ToDifferentObjections_GivesTheSameInEitherOrder(Change change, Change other)
    {
        var (first, second) = (change.Of(change.Part), other.Of(change.OtherPart));

        Assert.Equal(
            AnyChecklist.Fields(Apply(change.List, first, second)),
            AnyChecklist.Fields(Apply(change.List, second, first)));
    }

    private static string Applied(string list, params string[] operations) => ChecklistCodec.Encode(Apply(Decoded(list), operations));

    private static Checklist Apply(Checklist list, params string[] operations) => Apply(list, [.. operations.Select(text =>
    {
        Assert.True(ChecklistOperation.TryParse(text, ShippedServices.All, out var operation), text);
        return operation;
    })]);

    private static Checklist Apply(Checklist list, params ChecklistOperation[] operations) =>
        operations.Aggregate(list, (current, operation) => operation.Apply(current, Today));

    private static Checklist Decoded(string code) => ShippedServices.Decode(code).List;

    /// <summary>A text that is, or nearly is, an operation.</summary>
    public sealed record AnyOperationText(string Value);

    /// <summary>Two accounts or requests of a list that are not in one linked centre, and what to do to one.</summary>
    /// <param name="State">Null for removing it.</param>
    public sealed record Change(Checklist List, ItemId Part, ItemId OtherPart, ProgressState? State)
    {
        public ChecklistOperation Of(ItemId part) => State is { } state ? new ChecklistOperation.Mark(part, state) : new ChecklistOperation.Remove(part);
    }

    private static class AnyChange
    {
        public static Arbitrary<Change> Changes { get; } = Arb.From(
            from change in
                from any in AnyChecklist.Lists.Generator.Where(any => any.List.ItemCount > 1)
                from part in Gen.Elements(Parts(any.List))
                from other in Gen.OneOf(Gen.Elements(Parts(any.List)), Gen.Elements(Parts(any.List).Where(other => other with { Item = null } == part with { Item = null })))
                from state in Gen.Elements<ProgressState?>(null, ProgressState.ToDo, ProgressState.Sent, ProgressState.Confirmed, ProgressState.Refused)
                select new Change(any.List, part, other, state)
            where change.Part != change.OtherPart && !AreLinked(change)
            select change);

        private static IEnumerable<ItemId> Parts(Checklist list) => list.People.SelectMany(person =>
            person.Centres.SelectMany(centre => centre.Accounts.Select(account => new ItemId(person.Id, centre.Id, account.Id)))
                .Concat(person.Requests.Select(request => new ItemId(person.Id, null, request.Id))));

        private static bool AreLinked(Change change) => change.Part.Centre is { } centre
            && change.Part with { Item = null } == change.OtherPart with { Item = null }
            && change.List.People[change.Part.Person].Centres[centre].Linkage is Linkage.Linked;
    }

    private static class AnyOperation
    {
        public static Arbitrary<ChecklistOperation> Operations { get; } = Arb.From(Gen.OneOf(
            Make(from item in Items from state in Gen.Elements(Enum.GetValues<ProgressState>()) from day in Dates select new ChecklistOperation.Mark(item, state, day)),
            Make(from centre in Centres from service in Gen.Elements(ShippedServices.All.Accounts.AsEnumerable()) select new ChecklistOperation.AddAccount(centre, service)),
            Make(from person in People select new ChecklistOperation.AddCentre(person)),
            Make(from centre in Centres from linkage in Gen.Elements(Enum.GetValues<Linkage>()) select new ChecklistOperation.SetLinkage(centre, linkage)),
            Make(from person in People from service in Gen.Elements(ShippedServices.All.Requests.AsEnumerable()) select new ChecklistOperation.AddRequest(person, service)),
            Make(from part in Gen.OneOf(Items, Centres, People) select new ChecklistOperation.Remove(part)),
            Make(from person in People from country in Gen.Elements(null, "FR", "CH") select new ChecklistOperation.SetCountry(person, country)),
            Make(Gen.Constant(new ChecklistOperation.AddPerson())),
            Make(from person in People from linkage in Gen.Elements(Enum.GetValues<Linkage>()) from codes in Gen.Elements("f", "fi", "witn", "n") select new ChecklistOperation.StartPerson(person, linkage, ServiceSet.Parse(codes, ShippedServices.All)!)),
            Make(Gen.Constant(new ChecklistOperation.ClearList()))));

        public static Arbitrary<AnyOperationText> Texts { get; } = Arb.From(Gen.OneOf(
            ArbMap.Default.GeneratorFor<string>(),
            Gen.Elements("sent.0-1-0.", "sent.0-1-0.999999", "start.0.linked.", "start.0.linked.ff", "start.0.linked.x", "remove.", "remove.0-", "remove.99999999999", "country.0.fr", "account.0.facebook", "sent.0", "....", "clear."),
            from operation in Operations.Generator from cut in Gen.Choose(0, 12) select operation.ToString()[..Math.Min(cut, operation.ToString().Length)])
            .Select(text => new AnyOperationText(text)));

        private static Gen<ItemId> People => Gen.Choose(0, 3).Select(person => new ItemId(person));

        private static Gen<ItemId> Centres => from person in People from centre in Gen.Choose(0, 3) select person with { Centre = centre };

        private static Gen<ItemId> Items => Gen.OneOf(
            from centre in Centres from item in Gen.Choose(0, 3) select centre with { Item = item },
            from person in People from item in Gen.Choose(0, 1) select person with { Item = item });

        private static Gen<DateOnly?> Dates => Gen.OneOf(Gen.Constant<DateOnly?>(null), Gen.Choose(0, 2000).Select(days => (DateOnly?)new DateOnly(2024, 1, 1).AddDays(days)));

        private static Gen<ChecklistOperation> Make<T>(Gen<T> gen) where T : ChecklistOperation => gen.Select(operation => (ChecklistOperation)operation);
    }
}
