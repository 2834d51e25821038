using FsCheck.Xunit;

namespace OptOutGuide.Tests.Checklists;

/// <summary>A list's code survives what messages do to addresses, or is refused.</summary>
public sealed class SentListCodeTests
{
    /// <summary>Alterations by messages: punctuation at the end, brackets, a line break, invisible characters.</summary>
    [Theory]
    [InlineData("{0}.")]
    [InlineData("{0},")]
    [InlineData("{0})")]
    [InlineData("{0}).")]
    [InlineData("{0}…")]
    [InlineData("{0}...")]
    [InlineData("{0} ")]
    [InlineData("{0}%20")]
    [InlineData("{0}%2C%20")]
    [InlineData("{0}>")]
    [InlineData("{0}\u00a0»")]
    [InlineData("{0}*")]
    [InlineData("{0}_")]
    [InlineData("\u200e{0}\u200f")]
    [InlineData("{0}\n")]
    [InlineData("{0}?fbclid=IwAR0_x-y")]
    public void Decode_CodeWithWhatAMessageAdded_IsTheSameList(string message)
    {
        string[] codes = ["1.Lfs261127it-Rw", "1.Lfs261127.-", "1..Lf", ChecklistCodec.EncodeWithLength(ShippedServices.Decode("1.Lfs261127.-").List)];

        Assert.All(codes, code => ChecklistCodecTests.AssertSame(ShippedServices.Decode(code).List, ShippedServices.Decode(message.Replace("{0}", code, StringComparison.Ordinal))));
    }

    [Theory]
    [InlineData("1.Lfs26\r\n1127it")]
    [InlineData("1.Lfs26=\r\n1127it")]
    [InlineData("1.Lfs26 1127it")]
    [InlineData("1.Lfs26\u00ad1127it")]
    public void Decode_CodeBrokenInTwoLines_IsTheSameList(string code) =>
        ChecklistCodecTests.AssertSame(ShippedServices.Decode("1.Lfs261127it").List, ShippedServices.Decode(code));

    /// <summary>An older address of this form loses a person without accounts and requests.</summary>
    [Theory]
    [InlineData("1.Lf.", "1.Lf")]
    [InlineData("1..", "1.")]
    [InlineData("1", "1.")]
    public void Decode_LastDot_IsTheEndOfASentence(string code, string expected) =>
        ChecklistCodecTests.AssertSame(ShippedServices.Decode(expected).List, ShippedServices.Decode(code));

    [Property(Arbitrary = [typeof(AnyChecklist)])]
    public void Encode_AnyList_EndsInNothingThatAMessageDrops(AnyChecklist any)
    {
        var code = ChecklistCodec.Encode(any.List);

        Assert.True(code == "1." || !code.EndsWith('.'), code);
    }

    [Fact]
    public void EncodeWithLength_OnePersonWithoutAnything_IsReadAgain() =>
        ChecklistCodecTests.AssertSame(ShippedServices.Decode("1.").List, ShippedServices.Decode(ChecklistCodec.EncodeWithLength(ShippedServices.Decode("1.").List)));

    [Property(Arbitrary = [typeof(AnyChecklist)])]
    public void EncodeWithLength_CutAnywhere_IsRefusedInsteadOfAnotherList(AnyChecklist any)
    {
        var code = ChecklistCodec.EncodeWithLength(any.List);

        ChecklistCodecTests.AssertSame(any.List, ShippedServices.Decode(code));
        Assert.All(Enumerable.Range(1, code.Length - 1).Where(length => !any.List.IsEmpty && code[..length] != "1"), length =>
            Assert.Equal(ChecklistError.Unreadable, ShippedServices.Decode(code[..length]).Error));
    }
}
