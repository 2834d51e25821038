namespace OptOutGuide.Tests.MyList;

public sealed class ChecklistTests
{
    private static readonly DateOnly Day = new(2025, 5, 22);
    private static readonly Progress Sent = new(ProgressState.Sent, Day, null);
    private static readonly Progress Confirmed = new(ProgressState.Confirmed, Day, Day.AddDays(1));
    private static readonly Progress Refused = new(ProgressState.Refused, Day, Day.AddDays(1));

    [Fact]
    public void Objections_LinkedAccounts_OneCoversAll()
    {
        var list = Centre(Linkage.Linked, (Service.Facebook, Progress.ToDo), (Service.Instagram, Progress.ToDo), (Service.Threads, Progress.ToDo));

        var objection = Assert.Single(list.Objections);

        Assert.Equal([Service.Facebook, Service.Instagram, Service.Threads], objection.Covers);
    }

    [Theory]
    [InlineData(Linkage.NotLinked)]
    [InlineData(Linkage.Unsure)]
    public void Objections_AccountsNotKnownToBeLinked_EachAlone(Linkage linkage)
    {
        var list = Centre(linkage, (Service.Facebook, Sent), (Service.Instagram, Progress.ToDo));

        var objections = list.Objections;

        Assert.Equal([[Service.Facebook], [Service.Instagram]], objections.Select(objection => objection.Covers));
        Assert.Equal([Sent, Progress.ToDo], objections.Select(objection => objection.Progress));
    }

    [Theory]
    [InlineData(ProgressState.ToDo, ProgressState.Refused, ProgressState.Refused)]
    [InlineData(ProgressState.Refused, ProgressState.Sent, ProgressState.Sent)]
    [InlineData(ProgressState.Sent, ProgressState.Confirmed, ProgressState.Confirmed)]
    [InlineData(ProgressState.Confirmed, ProgressState.Refused, ProgressState.Confirmed)]
    public void Objections_LinkedAccountsAtDifferentStates_TheFurthestSpeaks(ProgressState first, ProgressState second, ProgressState expected)
    {
        var list = Centre(Linkage.Linked, (Service.Facebook, At(first)), (Service.Instagram, At(second)));

        var objection = Assert.Single(list.Objections);

        Assert.Equal(expected, objection.Progress.State);
    }

    [Fact]
    public void AddCentre_Always_IsNotTakenForLinked()
    {
        var list = Checklist.Empty.Change(0, person => person.AddCentre());

        Assert.Equal(Linkage.Unsure, Assert.Single(list.People[0].Centres).Linkage);
    }

    [Fact]
    public void Linkage_ChangedAndChangedBack_KeepsEveryProgress()
    {
        var list = Centre(Linkage.NotLinked, (Service.Facebook, Confirmed), (Service.Instagram, Sent), (Service.Threads, Refused));

        var linked = list.ChangeCentre(0, 0, centre => centre with { Linkage = Linkage.Linked });
        var again = linked.ChangeCentre(0, 0, centre => centre with { Linkage = Linkage.NotLinked });

        Assert.Single(linked.Objections);
        Assert.Equal(AnyChecklist.Fields(list), AnyChecklist.Fields(again));
    }

    [Fact]
    public void Remove_FurthestOfLinkedAccounts_KeepsWhatItHadReached()
    {
        var list = Centre(Linkage.Linked, (Service.Facebook, Progress.ToDo), (Service.Instagram, Confirmed), (Service.Threads, Sent));

        var rest = list.Remove(new Place(0, 0, 1));

        var objection = Assert.Single(rest.Objections);
        Assert.Equal([Service.Facebook, Service.Threads], objection.Covers);
        Assert.Equal(Confirmed, objection.Progress);
    }

    [Fact]
    public void Remove_AccountThatStandsAlone_LeavesTheOthersAsTheyWere()
    {
        var list = Centre(Linkage.Unsure, (Service.Facebook, Progress.ToDo), (Service.Instagram, Confirmed), (Service.Threads, Sent));

        var rest = list.Remove(new Place(0, 0, 1));

        Assert.Equal([(Service.Facebook, Progress.ToDo), (Service.Threads, Sent)], rest.Objections.Select(objection => (objection.Service, objection.Progress)));
    }

    [Fact]
    public void Remove_LastLinkedAccount_LeavesNothingToObject()
    {
        var list = Centre(Linkage.Linked, (Service.Facebook, Confirmed));

        var rest = list.Remove(new Place(0, 0, 0));

        Assert.Empty(rest.Objections);
    }

    [Theory]
    [InlineData(Linkage.Unsure, ProgressState.Confirmed, ProgressState.ToDo)]
    [InlineData(Linkage.Linked, ProgressState.ToDo, ProgressState.Sent)]
    [InlineData(Linkage.Linked, ProgressState.Sent, ProgressState.Confirmed)]
    [InlineData(Linkage.Linked, ProgressState.Confirmed, ProgressState.ToDo)]
    [InlineData(Linkage.Linked, ProgressState.Sent, ProgressState.Refused)]
    public void Mark_Objection_StandsThere(Linkage linkage, ProgressState before, ProgressState after)
    {
        var list = Centre(linkage, (Service.Facebook, At(before)), (Service.Instagram, At(before)));

        var next = list.Mark(list.Objections[0].Place, At(after));

        Assert.Equal(At(after), next.Objections[0].Progress);
    }

    [Fact]
    public void Mark_OneOfSeveral_ChangesNothingElse()
    {
        var list = Decoded("1.Uffs250522-Nf-Rwn.Uf-Rw");

        var account = list.Mark(new Place(0, 1, 0), Confirmed);
        var request = account.Mark(new Place(1, null, 0), Sent);

        Assert.Equal("1.Uffs250522-Nfs250522c250523-Rwn.Uf-Rw", ChecklistAddress.Encode(account));
        Assert.Equal("1.Uffs250522-Nfs250522c250523-Rwn.Uf-Rws250522", ChecklistAddress.Encode(request));
        Assert.Equal("1.Uffs250522-Nf-Rwn.Uf-Rw", ChecklistAddress.Encode(list));
    }

    [Fact]
    public void Counts_SeveralPeople_AreThoseOfTheWholeList()
    {
        var list = Decoded("1.Lfs250522it-Rw.Nfi-U");

        var counts = (Lines: list.Lines, Objections: list.Objections.Count, Done: list.Objections.Count(objection => objection.Progress.IsDone));

        Assert.Equal((6, 4, 1), counts);
    }

    [Fact]
    public void Objections_SeveralPeople_StandInTheOrderOfTheList()
    {
        var list = Decoded("1.U-Nfi-Rw.Li");

        var places = list.Objections.Select(objection => objection.Place.ToString());

        Assert.Equal(["0-1-0", "0-1-1", "0-r-0", "1-0-0"], places);
    }

    [Theory]
    [InlineData("1.", NextStep.FillIn, null)]
    [InlineData("1.L", NextStep.FillIn, null)]
    [InlineData("1.Ufs-Nfsr-Ufsc-Ui-Rw", NextStep.Send, "0-3-0")]
    [InlineData("1.Ufs-Nfsr-Ufsc-Rws", NextStep.Contest, "0-1-0")]
    [InlineData("1.Ufs-Nfsr-Uis250522", NextStep.Contest, "0-1-0")]
    [InlineData("1.Ufs250523-Uis250522-Rws", NextStep.Remind, "0-1-0")]
    [InlineData("1.Ufsc-Uis250523-Rws", NextStep.AwaitAnswer, "0-1-0")]
    [InlineData("1.Ufsc-Rwsc", NextStep.Finished, null)]
    [InlineData("1.Lfscits", NextStep.Finished, null)]
    public void NextAction_OnTwentyThirdOfJune_SendsThenContestsThenRemindsThenWaits(string code, NextStep step, string? place)
    {
        var person = Decoded(code).People[0];

        var next = person.NextAction(0, new DateOnly(2025, 6, 23));

        Assert.Equal((step, place), (next.Step, next.Objection?.Place.ToString()));
    }

    [Fact]
    public void AddPerson_BeyondTheMost_ChangesNothing()
    {
        var full = Repeat(Checklist.Empty, 30, list => list.AddPerson());

        Assert.Equal(Checklist.MostPeople, full.People.Count);
    }

    [Fact]
    public void AddCentre_BeyondTheMost_ChangesNothing()
    {
        var full = Repeat(Checklist.Empty, 30, list => list.Change(0, person => person.AddCentre()));

        Assert.Equal(Person.MostCentres, full.People[0].Centres.Count);
    }

    [Fact]
    public void AddAccount_BeyondTheMost_ChangesNothing()
    {
        var full = Repeat(Decoded("1.U-U"), 30, list => list.AddAccount(0, 0, Service.Threads));

        Assert.Equal([AccountsCentre.MostAccounts, 0], full.People[0].Centres.Select(centre => centre.Accounts.Count));
    }

    [Fact]
    public void AddAccountOrRequest_BeyondTheMostLines_ChangesNothing()
    {
        var full = FullList();

        var account = full.AddAccount(2, 5, Service.Facebook);
        var request = full.AddRequest(2, Service.Whatsapp);

        Assert.Equal(Checklist.MostLines, full.Lines);
        Assert.False(full.HasRoom);
        Assert.Equal(Checklist.MostLines, account.Lines);
        Assert.Equal(Checklist.MostLines, request.Lines);
    }

    [Fact]
    public void AddRequest_Twice_IsOnTheListOnce()
    {
        var list = Repeat(Checklist.Empty, 2, list => list.AddRequest(0, Service.Whatsapp));

        var person = list.People[0];

        Assert.Equal(Service.Whatsapp, Assert.Single(person.Requests).Service);
        Assert.Equal([Service.NoAccount], person.MissingRequests);
    }

    [Fact]
    public void RemovePerson_OneOfTwo_LeavesTheOther()
    {
        var list = Decoded("1.Uf.Rw");

        var rest = list.RemovePerson(0);

        Assert.Equal("1.Rw", ChecklistAddress.Encode(rest));
    }

    [Fact]
    public void RemovePerson_TheLast_LeavesAnEmptyList()
    {
        var list = Decoded("1.Uf-Rw");

        var rest = list.RemovePerson(0);

        Assert.True(rest.IsEmpty);
        Assert.Single(rest.People);
    }

    private static Checklist FullList()
    {
        var list = Decoded($"1.{string.Concat(Enumerable.Repeat("-U", 9))}.{string.Concat(Enumerable.Repeat("-U", 9))}.{string.Concat(Enumerable.Repeat("-U", 9))}");
        for (var index = 0; index < Checklist.MostLines; index++)
        {
            list = list.AddAccount(index / 81, index / 9 % 9, Service.Threads);
        }

        return list;
    }

    private static Checklist Decoded(string code) => ChecklistAddress.Decode(code).List;

    private static Checklist Repeat(Checklist list, int times, Func<Checklist, Checklist> change) =>
        Enumerable.Range(0, times).Aggregate(list, (current, _) => change(current));

    private static Checklist Centre(Linkage linkage, params (Service Service, Progress Progress)[] accounts) =>
        new([new Person([new AccountsCentre(linkage, [.. accounts.Select(account => new ListLine(account.Service, account.Progress))])], [])]);

    private static Progress At(ProgressState state) => state switch
    {
        ProgressState.Sent => Sent,
        ProgressState.Confirmed => Confirmed,
        ProgressState.Refused => Refused,
        _ => Progress.ToDo,
    };
}
