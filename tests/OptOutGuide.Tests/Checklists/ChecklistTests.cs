namespace OptOutGuide.Tests.Checklists;

public sealed class ChecklistTests
{
    private static readonly DateOnly Day = new(2025, 5, 22);
    private static readonly Progress Sent = new(ProgressState.Sent, Day, null);

    [Fact]
    public void Objections_LinkedAccounts_OneCoversAll()
    {
        var list = Decoded("1.Lfit");

        var objection = Assert.Single(list.Objections);

        Assert.Equal([ShippedServices.Facebook, ShippedServices.Instagram, ShippedServices.Threads], objection.Covers);
    }

    [Theory]
    [InlineData("1.Nfs250522i")]
    [InlineData("1.Ufs250522i")]
    public void Objections_AccountsNotKnownToBeLinked_EachAlone(string code)
    {
        var objections = Decoded(code).Objections;

        Assert.Equal([[ShippedServices.Facebook], [ShippedServices.Instagram]], objections.Select(objection => objection.Covers));
        Assert.Equal([Sent, Progress.ToDo], objections.Select(objection => objection.Progress));
    }

    [Theory]
    [InlineData("1.Lfis250522r250523", ProgressState.Refused)]
    [InlineData("1.Lfsris", ProgressState.Sent)]
    [InlineData("1.Lfsisc", ProgressState.Confirmed)]
    [InlineData("1.Lfscisr", ProgressState.Confirmed)]
    public void Objections_LinkedAccountsAtDifferentStates_TheMostAdvancedDetermines(string code, ProgressState expected)
    {
        var objection = Assert.Single(Decoded(code).Objections);

        Assert.Equal(expected, objection.Progress.State);
    }

    [Fact]
    public void Objections_RequestAboutWhatsapp_IsNotCounted()
    {
        var list = Decoded("1.Lfs250522it-Rwsn.Nfi-U-Rw");

        Assert.Equal(4, list.Objections.Count);
        Assert.Equal(6, list.ObjectionsAndRequests.Count);
        Assert.DoesNotContain(list.Objections, objection => objection.Service == ShippedServices.Whatsapp);
    }

    [Fact]
    public void Objections_SeveralPeople_StandInTheOrderOfTheList()
    {
        var ids = Decoded("1.U-Nfi-Rn.Li").Objections.Select(objection => objection.Id.ToString());

        Assert.Equal(["0-1-0", "0-1-1", "0-r-0", "1-0-0"], ids);
    }

    [Theory]
    [InlineData("1.", NextStep.FillIn, null)]
    [InlineData("1.L", NextStep.FillIn, null)]
    [InlineData("1.Rw", NextStep.NothingToSend, null)]
    [InlineData("1.Ufs-Nfsr-Ufsc-Ui-Rn", NextStep.Send, "0-3-0")]
    [InlineData("1.Ufs-Nfsr-Ufsc-Rns", NextStep.Contest, "0-1-0")]
    [InlineData("1.Ufs-Nfsr-Uis250522", NextStep.Contest, "0-1-0")]
    [InlineData("1.Ufs250523-Uis250522-Rns", NextStep.Remind, "0-1-0")]
    [InlineData("1.Ufsc-Uis250523-Rns", NextStep.AwaitAnswer, "0-1-0")]
    [InlineData("1.Ufsc-Rnsc", NextStep.Finished, null)]
    [InlineData("1.Ufsc-Rw", NextStep.Finished, null)]
    [InlineData("1.Lfscits", NextStep.Finished, null)]
    public void NextAction_OnTwentyThirdOfJune_SendsThenContestsThenRemindsThenWaits(string code, NextStep step, string? id)
    {
        var person = Decoded(code).People[0];

        var next = NextAction.Of(person, new DateOnly(2025, 6, 23));

        Assert.Equal((step, id), (next.Step, next.Objection?.Id.ToString()));
    }

    private static Checklist Decoded(string code) => ShippedServices.Decode(code).List;
}
