using FsCheck.Xunit;

namespace OptOutGuide.Tests.MyList;

public sealed class ChecklistStorageTests
{
    [Fact]
    public void Write_List_IsWhatThePagesScriptReads()
    {
        var list = ChecklistAddress.Decode("1.Lfs250522it-Rw").List;

        var json = ChecklistStorage.Write(list);

        Assert.Equal("""{"version":1,"list":"1.Lfs250522it-Rw"}""", json);
    }

    [Property(Arbitrary = [typeof(AnyChecklist)])]
    public void WriteAndRead_AnyList_GivesTheSameList(AnyChecklist any)
    {
        var read = ChecklistStorage.Read(ChecklistStorage.Write(any.List));

        Assert.Equal(ListFault.None, read.Fault);
        Assert.Equal(AnyChecklist.Fields(any.List), AnyChecklist.Fields(read.List));
    }

    [Theory]
    [InlineData(null, ListFault.None)]
    [InlineData("", ListFault.None)]
    [InlineData("""{"version":2,"list":"2.Z"}""", ListFault.Newer)]
    [InlineData("""{"version":2,"people":[]}""", ListFault.Newer)]
    [InlineData("""{"version":1,"list":"2.Z"}""", ListFault.Newer)]
    [InlineData("""{"version":1,"list":"1.Z"}""", ListFault.Unreadable)]
    [InlineData("""{"version":1,"list":""}""", ListFault.Unreadable)]
    [InlineData("""{"version":1,"list":null}""", ListFault.Unreadable)]
    [InlineData("""{"version":1}""", ListFault.Unreadable)]
    [InlineData("""{"version":0,"list":"1.Lf"}""", ListFault.Unreadable)]
    [InlineData("""{"version":"1","list":["1.Lf"]}""", ListFault.Unreadable)]
    [InlineData("""{"version":1,"list":"\ud800"}""", ListFault.Unreadable)]
    [InlineData("""{"version":1,"list":"1.Lf""", ListFault.Unreadable)]
    [InlineData("1.Lf", ListFault.Unreadable)]
    [InlineData("null", ListFault.Unreadable)]
    [InlineData("[]", ListFault.Unreadable)]
    [InlineData("\0", ListFault.Unreadable)]
    public void Read_NoListOfThisVersion_IsToldApartAndEmpty(string? json, ListFault fault)
    {
        var read = ChecklistStorage.Read(json);

        Assert.Equal(fault, read.Fault);
        Assert.True(read.List.IsEmpty);
    }

    [Theory]
    [InlineData("Maman", "Maman")]
    [InlineData("  Papa \n", "Papa")]
    [InlineData("", null)]
    [InlineData("Un nom bien trop long pour tenir dans un titre de la page", "Un nom bien trop long pour tenir dans un")]
    public void Labels_Kept_ComeBackWithTheirPersonAndNeverInTheAddress(string label, string? expected)
    {
        var list = ChecklistAddress.Decode("1.Lf.Rw").List.Change(1, person => person.Called(label));

        var read = ChecklistStorage.Read(ChecklistStorage.Write(list)).List;

        Assert.Equal([null, expected], read.People.Select(person => person.Label));
        Assert.Equal("1.Lf.Rw", ChecklistAddress.Encode(list));
    }

    [Fact]
    public void Read_TextCutWithinACharacter_IsUnreadable()
    {
        var half = "😀"[..1];

        var read = ChecklistStorage.Read($$"""{"version":1,"list":"{{half}}"}""");

        Assert.Equal(ListFault.Unreadable, read.Fault);
    }

    [Fact]
    public void Read_HugeOrDeepText_IsUnreadable()
    {
        var huge = ChecklistStorage.Read($$"""{"version":1,"list":"1.{{new string('-', 10_000_000)}}"}""");
        var deep = ChecklistStorage.Read(new string('[', 1_000_000));

        Assert.Equal((ListFault.Unreadable, ListFault.Unreadable), (huge.Fault, deep.Fault));
    }

    [Property]
    public void Read_AnyText_IsAFaultOrAnEmptyList(string? text)
    {
        var read = ChecklistStorage.Read(text);

        Assert.Equal(string.IsNullOrEmpty(text) ? ListFault.None : ListFault.Unreadable, read.Fault);
        Assert.True(read.List.IsEmpty);
    }

    [Fact]
    public void Read_JsonCutAnywhere_IsUnreadable()
    {
        const string Json = """{"version":1,"list":"1.Lfs250522it-Rw"}""";

        var faults = Enumerable.Range(1, Json.Length - 1).Select(length => ChecklistStorage.Read(Json[..length]).Fault);

        Assert.All(faults, fault => Assert.Equal(ListFault.Unreadable, fault));
    }
}
