namespace OptOutGuide.Tests.ChecklistPage;

public sealed class ChecklistRequestTests
{
    private static readonly DateOnly Today = new(2026, 11, 22);

    [Theory]
    [InlineData("?l=1.Nfit&do=remove.0-0-0&do=sent.0-0-1", "?l=1.Nis261122t", "part-0-0-0")]
    [InlineData("?l=1.Nfit&do=remove.0-0-0&do=sent.0-0-0", "?l=1.Nit", "part-0-0")]
    [InlineData("?l=1.Nfs250522&do=to-do.0-0-0", "?l=1.Nf", "part-0-0-0")]
    [InlineData("?l=1.Uf&do=sent.0-0-0.on&on=2026-11-22", "?l=1.Ufs261122", "part-0-0-0")]
    [InlineData("?l=1.Uf&do=country.0&country=FR", "?l=1.CFR-Uf", "part-0")]
    [InlineData("?l=1.Uf&do=country.0&country=", "?l=1.Uf", "part-0")]
    [InlineData("?l=1.&do=start.0&linked=linked&have=f&have=i&have=w", "?l=1.Lfi-Rw", "part-0")]
    [InlineData("?l=1.&do=start.0&have=f&have=f&have=i", "?l=1.Ufi", "part-0")]
    [InlineData("?l=1.Uf&do=person", "?l=1.Uf.-&who=1", "part-1")]
    [InlineData("?l=1.Uf.Ui&who=1&do=clear", "?l=1.", "progress")]
    [InlineData("?l=1.Uf&do=clear&do=sent.0-0-0.on", "?l=1.", "progress")]
    [InlineData("?do=start.0&have=n", "?l=1.Rn", "part-0")]
    [InlineData("?l=1.Uf&do=nonsense&do=&do=sent.7-7-7", "?l=1.Uf", "progress")]
    public void Operations_InAnAddress_LeadToTheNextListAndToWhatTheyActedOn(string query, string next, string anchor)
    {
        Assert.Equal((next, anchor), Applied(query));
    }

    [Theory]
    [InlineData("?l=1.Uf.Ui&who=1&do=sent.1-0-0", "?l=1.Uf.Uis261122&who=1")]
    [InlineData("?l=1.Uf.Ui&who=1&do=remove.0", "?l=1.Ui")]
    [InlineData("?l=1.Uf&open=country.0&country=FR&do=sent.0-0-0", "?l=1.Ufs261122&open=country.0&country=FR")]
    [InlineData("?l=1.Uf&open=country.0&country=FR&do=request.0.whatsapp", "?l=1.Uf-Rw&open=country.0&country=FR")]
    [InlineData("?l=1.Uf&open=country.0&country=FR&do=country.0.AT", "?l=1.CAT-Uf")]
    [InlineData("?l=1.Ufi&open=date.0-0-1&on=2026-11-20&do=sent.0-0-0", "?l=1.Ufs261122i&open=date.0-0-1&on=2026-11-20")]
    [InlineData("?l=1.Ufi&open=date.0-0-1&on=2026-11-20&do=remove.0-0-0", "?l=1.Ui&open=date.0-0-0&on=2026-11-20")]
    [InlineData("?l=1.Ufi&open=date.0-0-1&on=2026-11-20&do=remove.0-0-1", "?l=1.Uf")]
    [InlineData("?l=1.Ufi&open=date.0-0-1&on=2026-11-20&do=sent.0-0-1.on", "?l=1.Ufis261120")]
    public void View_AfterAnOperation_StaysUnlessTheOperationAnswersIt(string query, string next)
    {
        Assert.Equal(next, Applied(query).Query);
    }

    [Theory]
    [InlineData("?l=1.Uf&do=sent.0-0-0.on&on=2024-04-30", "?l=1.Uf&open=date.0-0-0&on=2024-04-30&wrong=date", "on")]
    [InlineData("?l=1.Uf&do=sent.0-0-0.on&on=2026-11-23", "?l=1.Uf&open=date.0-0-0&on=2026-11-23&wrong=date", "on")]
    [InlineData("?l=1.Ufs261120&do=confirmed.0-0-0.on&on=2026-11-19", "?l=1.Ufs261120&open=date.0-0-0&on=2026-11-19&wrong=date", "on")]
    [InlineData("?l=1.Uf&do=sent.0-0-0.on&on=", "?l=1.Uf&open=date.0-0-0&wrong=date", "on")]
    [InlineData("?l=1.Uf&open=date.0-0-0&wrong=date&do=sent.0-0-0.on&on=2026-11-20", "?l=1.Ufs261120", "part-0-0-0")]
    [InlineData("?l=1.Uf.Ui&do=sent.1-0-0.on", "?l=1.Uf.Ui&who=1&open=date.1-0-0&wrong=date", "on")]
    [InlineData("?l=1.&do=start.0&linked=linked", "?l=1.&wrong=services", "have-f")]
    [InlineData("?l=1.Uf.-&do=start.1", "?l=1.Uf.-&who=1&wrong=services", "have-f")]
    [InlineData("?l=1.&wrong=services&do=start.0&have=f", "?l=1.Uf", "part-0")]
    [InlineData("?l=1.Uf&wrong=date&do=nonsense", "?l=1.Uf", "part-0")]
    [InlineData("?l=1.Uf&wrong=services&do=nonsense", "?l=1.Uf", "part-0")]
    public void Input_ThatIsRefused_IsSaidWhereItWasGivenUntilItIsCorrected(string query, string next, string anchor)
    {
        Assert.Equal((next, anchor), Applied(query));
    }

    /// <summary>Two clicks on one form, or a form that another click has closed: nothing on the page could say what is wrong.</summary>
    [Theory]
    [InlineData("?l=1.Uf&do=remove.0-0-0&do=sent.0-0-0.on", "?l=1.U")]
    [InlineData("?l=1.Uf&do=sent.0-0-3.on&on=2999-01-01", "?l=1.Uf")]
    [InlineData("?l=1.Uf&do=start.0", "?l=1.Uf")]
    [InlineData("?l=1.&do=start.4", "?l=1.")]
    public void Input_WhosePartIsGone_IsNotRefusedAndChangesNothing(string query, string next)
    {
        Assert.Equal(next, Applied(query).Query);
    }

    [Theory]
    [InlineData("?l=1.Lfis250522&do=to-do.0-0-1", "part-0-0")]
    [InlineData("?l=1.Uf.Ui&do=sent.1-0-0", "part-1")]
    [InlineData("?l=1.Uf.Ui-Rn&do=remove.1-0", "part-1")]
    [InlineData("?l=1.Uf.Ui&who=1&do=sent.1-0-0", "part-1-0-0")]
    public void Anchor_OfAPartThatThePageDoesNotDraw_IsTheNearestThatItDraws(string query, string anchor)
    {
        Assert.Equal(anchor, Applied(query).Anchor);
    }

    [Theory]
    [InlineData("2.x", ChecklistError.Newer)]
    [InlineData("1.x", ChecklistError.Unreadable)]
    public void Operations_OnAListThatIsNotRead_AreNotApplied(string list, ChecklistError error)
    {
        var request = ChecklistRequest.Read($"?l={list}&do=country.0.FR&do=person", ShippedServices.All);

        Assert.Equal(error, request.Error);
        Assert.Empty(request.Actions);
        Assert.True(request.List.IsEmpty);
    }

    [Theory]
    [InlineData("", null)]
    [InlineData("1f9a", "1f9a")]
    [InlineData("1f9a%0D%0AX:1", null)]
    [InlineData("%26l%3D1.", null)]
    [InlineData("12345678901234567890123456789012345678901", null)]
    public void Token_OfAnAddress_IsHandedOnWhereItHasATokensForm(string token, string? expected)
    {
        Assert.Equal(expected, ChecklistRequest.Read($"?l=1.Uf&own={token}&do=person", ShippedServices.All).Token);
    }

    [Theory]
    [InlineData("?here=sent.0.f", "sent.0.f", "?l=1.&do=sent.0.f")]
    [InlineData("?l=1.Uf.Ui&who=1&here=to-do.1.i", "to-do.1.i", "?l=1.Uf.Ui&who=1&do=to-do.1.i")]
    [InlineData("?l=1.Uf&here=", "", null)]
    [InlineData("?l=1.Uf&here=clear", "", null)]
    [InlineData("?l=1.Uf&here=remove.0", "", null)]
    [InlineData("?l=1.Uf", null, null)]
    public void Here_InAnAddress_MarksServicesAndDoesNothingElse(string query, string? here, string? withoutDevice)
    {
        var request = ChecklistRequest.Read(query, ShippedServices.All);

        Assert.Equal((here, withoutDevice), (request.Here, request.WithoutDevice));
        Assert.Empty(request.Actions);
    }

    [Fact]
    public void Operations_BeyondFifty_AreNotApplied()
    {
        var query = "?l=1.U-U-U-U.U-U-U-U" + string.Concat(Enumerable.Range(0, 60).Select(index => $"&do=account.{index / 30}-{index % 30 / 9}.facebook"));

        var (state, _) = ChecklistRequest.Read(query, ShippedServices.All).Apply(ShippedServices.All, Today);

        Assert.Equal(50, state.List.ItemCount);
    }

    private static (string Query, string Anchor) Applied(string query)
    {
        var (state, anchor) = ChecklistRequest.Read(query, ShippedServices.All).Apply(ShippedServices.All, Today);
        return (state.ToQuery(), anchor);
    }
}
