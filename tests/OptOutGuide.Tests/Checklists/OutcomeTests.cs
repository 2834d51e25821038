namespace OptOutGuide.Tests.Checklists;

public sealed class OutcomeTests
{
    [Theory]
    [InlineData("1.", Outcome.Open)]
    [InlineData("1.Ufs261120i", Outcome.Open)]
    [InlineData("1.Ufs261120is261121", Outcome.AllSent)]
    [InlineData("1.Ufs250522is261121", Outcome.Open)]
    [InlineData("1.Ufs261120is261120r261121", Outcome.Open)]
    [InlineData("1.Ufs261120is261120c261121", Outcome.AllSent)]
    [InlineData("1.Ufs261120c261121is261120c261121", Outcome.Finished)]
    [InlineData("1.Ufs261120c261121-Rw", Outcome.Finished)]
    [InlineData("1.Rw", Outcome.NothingToSend)]
    [InlineData("1.Rws261120", Outcome.NothingToSend)]
    [InlineData("1.Rn", Outcome.Open)]
    [InlineData("1.Ufs261120.-", Outcome.Open)]
    [InlineData("1.Ufs261120.Rw", Outcome.AllSent)]
    public void Outcome_OfAList_SaysWhatItLeavesToDo(string code, Outcome outcome)
    {
        Assert.Equal(outcome, Outcomes.Of(ShippedServices.Decode(code).List, new(2026, 11, 22)));
    }
}
