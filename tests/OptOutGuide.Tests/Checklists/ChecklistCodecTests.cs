using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;

namespace OptOutGuide.Tests.Checklists;

public sealed class ChecklistCodecTests
{
    // Published addresses must be decoded the same forever: add to these, never change one.
    public static TheoryData<string, Checklist> Published => new()
    {
        { "1.", Checklist.Empty },
        {
            "1.Lfs250522c250523it-Rw",
            new([
                new(
                    [new(Linkage.Linked, [new(ShippedServices.Facebook, Confirmed(22, 23)), new(ShippedServices.Instagram, Progress.ToDo), new(ShippedServices.Threads, Progress.ToDo)])],
                    [new(ShippedServices.Whatsapp, Progress.ToDo)]),
            ])
        },
        {
            "1.Nfs250501r250531-Uis-U..L-Rns250501wsr",
            new([
                new(
                    [
                        new(Linkage.NotLinked, [new(ShippedServices.Facebook, new(ProgressState.Refused, May(1), May(31)))]),
                        new(Linkage.Unsure, [new(ShippedServices.Instagram, new(ProgressState.Sent, null, null))]),
                        new(Linkage.Unsure, []),
                    ],
                    []),
                Person.Empty,
                new(
                    [new(Linkage.Linked, [])],
                    [new(ShippedServices.NoAccount, new(ProgressState.Sent, May(1), null)), new(ShippedServices.Whatsapp, new(ProgressState.Refused, null, null))]),
            ])
        },
        {
            "1.Ufscis250522ctsc250523",
            new([
                new(
                    [
                        new(Linkage.Unsure,
                        [
                            new(ShippedServices.Facebook, new(ProgressState.Confirmed, null, null)),
                            new(ShippedServices.Instagram, new(ProgressState.Confirmed, May(22), null)),
                            new(ShippedServices.Threads, new(ProgressState.Confirmed, null, May(23))),
                        ]),
                    ],
                    []),
            ])
        },
    };

    [Theory]
    [MemberData(nameof(Published))]
    public void Decode_PublishedAddress_KeepsItsMeaning(string code, Checklist expected)
    {
        var read = ShippedServices.Decode(code);

        Assert.Equal(ChecklistError.None, read.Error);
        Assert.Equal(AnyChecklist.Fields(expected), AnyChecklist.Fields(read.List));
    }

    [Theory]
    [MemberData(nameof(Published))]
    public void Encode_List_GivesThePublishedAddress(string expected, Checklist list)
    {
        var code = ChecklistCodec.Encode(list);

        Assert.Equal(expected, code);
    }

    [Property(Arbitrary = [typeof(AnyChecklist)])]
    public void EncodeAndDecode_AnyList_GivesTheSameList(AnyChecklist any)
    {
        var code = ChecklistCodec.Encode(any.List);

        var read = ShippedServices.Decode(code);

        Assert.Equal(ChecklistError.None, read.Error);
        Assert.Equal(AnyChecklist.Fields(any.List), AnyChecklist.Fields(read.List));
        Assert.Matches(@"\A[A-Za-z0-9.-]+\z", code);
    }

    [Fact]
    public void EncodeAndDecode_LongestList_IsWithinTheLimit()
    {
        var list = LongestList();

        var code = ChecklistCodec.Encode(list);

        Assert.Equal(Checklist.MaxItems, list.ItemCount);
        Assert.InRange(code.Length, 3000, ChecklistCodec.MaxCharacters);
        Assert.Equal(AnyChecklist.Fields(list), AnyChecklist.Fields(ShippedServices.Decode(code).List));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    public void Decode_Nothing_IsAnEmptyListWithoutFault(string? code)
    {
        var read = ShippedServices.Decode(code);

        Assert.Equal(ChecklistError.None, read.Error);
        Assert.True(read.List.IsEmpty);
    }

    [Theory]
    [InlineData("2.", ChecklistError.Newer)]
    [InlineData("2.Zz?%", ChecklistError.Newer)]
    [InlineData("10.Lf", ChecklistError.Newer)]
    [InlineData("2", ChecklistError.Unreadable)]
    [InlineData("2-3.Lf", ChecklistError.Newer)]
    [InlineData("1-3", ChecklistError.Unreadable)]
    [InlineData("1-.Lf", ChecklistError.Unreadable)]
    [InlineData("1-4.Lf", ChecklistError.Unreadable)]
    [InlineData("0.Lf", ChecklistError.Unreadable)]
    [InlineData("01.Lf", ChecklistError.Unreadable)]
    [InlineData("1.lf", ChecklistError.Unreadable)]
    [InlineData("1.Xf", ChecklistError.Unreadable)]
    [InlineData("1.f", ChecklistError.Unreadable)]
    [InlineData("1.Ls", ChecklistError.Unreadable)]
    [InlineData("1.Lf1", ChecklistError.Unreadable)]
    [InlineData("1.Lx", ChecklistError.Newer)]
    [InlineData("1.Lf-Rwsx.Uf", ChecklistError.Newer)]
    [InlineData("1-3.Lx", ChecklistError.Newer)]
    [InlineData("1-4.Lx", ChecklistError.Unreadable)]
    [InlineData("1.Lw", ChecklistError.Unreadable)]
    [InlineData("1.Rf", ChecklistError.Unreadable)]
    [InlineData("1.R", ChecklistError.Unreadable)]
    [InlineData("1.Rww", ChecklistError.Unreadable)]
    [InlineData("1.Rw-Rn", ChecklistError.Unreadable)]
    [InlineData("1.Lffffffffff", ChecklistError.Unreadable)]
    [InlineData("1.L-L-L-L-L-L-L-L-L-L", ChecklistError.Unreadable)]
    [InlineData("1.....................Lf", ChecklistError.Unreadable)]
    [InlineData("1.Lfc250522", ChecklistError.Unreadable)]
    [InlineData("1.Lfs25052", ChecklistError.Unreadable)]
    [InlineData("1.Lfs250230", ChecklistError.Unreadable)]
    [InlineData("1.Lfs240430", ChecklistError.Unreadable)]
    [InlineData("1.Lfs250523c250522", ChecklistError.Unreadable)]
    [InlineData("1.Lfs٢٥٠٥٢٢", ChecklistError.Unreadable)]
    [InlineData("<script>alert(1)</script>", ChecklistError.Unreadable)]
    public void Decode_NoListOfThisVersion_IsToldApartAndEmpty(string code, ChecklistError error)
    {
        var read = ShippedServices.Decode(code);

        Assert.Equal(error, read.Error);
        Assert.True(read.List.IsEmpty);
    }

    [Fact]
    public void Decode_MoreLinesThanTheMost_IsUnreadable()
    {
        var centres = string.Join('-', Enumerable.Repeat("Lfffffffff", 9));

        var read = ShippedServices.Decode($"1.{centres}.{centres}.{centres}");

        Assert.Equal(ChecklistError.Unreadable, read.Error);
    }

    [Fact]
    public void Decode_HugeText_IsUnreadable()
    {
        var read = ShippedServices.Decode("1." + new string('-', 10_000_000));

        Assert.Equal(ChecklistError.Unreadable, read.Error);
    }

    [Property(Arbitrary = [typeof(AnyText)])]
    public void Decode_AnyText_IsAListWithinTheLimitsOrAFault(string code) => AssertSound(ShippedServices.Decode(code));

    [Fact]
    public void Decode_AddressCutAnywhere_IsAListWithinTheLimitsOrAFault()
    {
        const string Code = "1.Lfs250522c250523it-Nfsr250531-Rws.U.Rn";

        Assert.All(Enumerable.Range(0, Code.Length), length => AssertSound(ShippedServices.Decode(Code[..length])));
    }

    internal static void AssertSame(Checklist expected, DecodedChecklist read)
    {
        Assert.Equal(ChecklistError.None, read.Error);
        Assert.Equal(AnyChecklist.Fields(expected), AnyChecklist.Fields(read.List));
    }

    /// <summary>Whatever was read can be shown, changed and written again.</summary>
    private static void AssertSound(DecodedChecklist read)
    {
        Assert.InRange(read.List.People.Count, 1, Checklist.MaxPeople);
        Assert.InRange(read.List.ItemCount, 0, Checklist.MaxItems);
        Assert.True(read.Error is ChecklistError.None || read.List.IsEmpty);
        Assert.Equal(AnyChecklist.Fields(read.List), AnyChecklist.Fields(ShippedServices.Decode(ChecklistCodec.Encode(read.List)).List));
    }

    private static Checklist LongestList()
    {
        var dated = new Progress(ProgressState.Refused, new DateOnly(2024, 12, 31), new DateOnly(2099, 12, 31));
        var account = new ChecklistItem(ShippedServices.Threads, dated);
        var person = new Person(
            [.. Enumerable.Repeat(new AccountsCentre(Linkage.NotLinked, []), Person.MaxCentres - 1).Append(new(Linkage.Linked, [.. Enumerable.Repeat(account, 8)]))],
            [new(ShippedServices.Whatsapp, dated), new(ShippedServices.NoAccount, dated)]);
        return new([.. Enumerable.Repeat(person, Checklist.MaxPeople)]);
    }

    private static Progress Confirmed(int sent, int answered) => new(ProgressState.Confirmed, May(sent), May(answered));

    private static DateOnly May(int day) => new(2025, 5, day);

    private static class AnyText
    {
        public static Arbitrary<string> Texts { get; } = Arb.From(
            Gen.OneOf(
                ArbMap.Default.GeneratorFor<string>(),
                Gen.Elements("1.-LNURfitwnscr0259".AsEnumerable()).ArrayOf().Select(letters => "1." + new string(letters)),
                AlteredAddress),
            ArbMap.Default.ArbFor<string>().Shrinker);

        /// <summary>An address in which one character was lost, replaced or slipped in.</summary>
        private static Gen<string> AlteredAddress =>
            from any in AnyChecklist.Lists.Generator
            let code = ChecklistCodec.Encode(any.List)
            from position in Gen.Choose(0, code.Length - 1)
            from lost in Gen.Choose(0, 1)
            from slipped in Gen.Elements("", "L", "R", "f", "w", "s", "c", "-", ".", "9", "é", "\0")
            select code[..position] + slipped + code[(position + lost)..];
    }
}
