using System.Globalization;

namespace OptOutGuide.Tests.Checklists;

public sealed class ProgressTests
{
    private static readonly DateOnly May22 = new(2025, 5, 22);
    private static readonly DateOnly May23 = new(2025, 5, 23);

    [Fact]
    public void WithState_Sent_TakesTheDate()
    {
        var progress = Progress.ToDo.WithState(ProgressState.Sent, May22);

        Assert.Equal(new Progress(ProgressState.Sent, May22, null), progress);
    }

    [Theory]
    [InlineData(ProgressState.Confirmed)]
    [InlineData(ProgressState.Refused)]
    public void WithState_Answered_KeepsTheDateOfSending(ProgressState answer)
    {
        var progress = new Progress(ProgressState.Sent, May22, null).WithState(answer, May23);

        Assert.Equal(new Progress(answer, May22, May23), progress);
        Assert.Equal(May23, progress.Date);
    }

    [Fact]
    public void WithState_AnsweredWithoutKnownSending_LeavesItUnknown()
    {
        var progress = Progress.ToDo.WithState(ProgressState.Confirmed, May23);

        Assert.Equal(new Progress(ProgressState.Confirmed, null, May23), progress);
    }

    [Fact]
    public void WithState_ConfirmedAfterARefusal_TakesTheNewAnswer()
    {
        var progress = new Progress(ProgressState.Refused, May22, May22).WithState(ProgressState.Confirmed, May23);

        Assert.Equal(new Progress(ProgressState.Confirmed, May22, May23), progress);
    }

    [Fact]
    public void WithState_SentAgain_ForgetsTheEarlierAnswer()
    {
        var progress = new Progress(ProgressState.Refused, May22, May22).WithState(ProgressState.Sent, May23);

        Assert.Equal(new Progress(ProgressState.Sent, May23, null), progress);
    }

    [Fact]
    public void WithState_ToDo_ForgetsEveryDate()
    {
        var progress = new Progress(ProgressState.Confirmed, May22, May23).WithState(ProgressState.ToDo, May23);

        Assert.Equal(Progress.ToDo, progress);
        Assert.False(progress.IsSent);
    }

    [Theory]
    [InlineData(ProgressState.ToDo, false)]
    [InlineData(ProgressState.Sent, true)]
    [InlineData(ProgressState.Confirmed, true)]
    [InlineData(ProgressState.Refused, true)]
    public void IsSent_WhateverTheAnswer_HoldsOnceItWasSent(ProgressState state, bool expected)
    {
        var progress = Progress.ToDo.WithState(state, May22);

        Assert.Equal(expected, progress.IsSent);
    }

    [Theory]
    [InlineData(null, null, true)]
    [InlineData("2025-06-01", null, true)]
    [InlineData("2025-06-02", null, false)]
    [InlineData("2024-05-01", null, true)]
    [InlineData("2024-04-30", null, false)]
    [InlineData("2025-05-22", "2025-05-22", true)]
    [InlineData("2025-05-22", "2025-05-21", false)]
    [InlineData("2025-05-22", "2025-06-02", false)]
    [InlineData("2025-05-22", null, true)]
    [InlineData(null, "2025-06-01", true)]
    [InlineData(null, "2025-06-02", false)]
    [InlineData(null, "2024-04-30", false)]
    public void HasPlausibleDates_OnFirstOfJune_AcceptsOnlyThePastInOrder(string? sent, string? answered, bool expected)
    {
        var progress = new Progress(ProgressState.Confirmed, Date(sent), Date(answered));

        var isPlausible = progress.HasPlausibleDates(new DateOnly(2025, 6, 1));

        Assert.Equal(expected, isPlausible);
    }

    [Theory]
    [InlineData(ProgressState.Sent, "2025-05-22", "2025-06-22", false)]
    [InlineData(ProgressState.Sent, "2025-05-22", "2025-06-23", true)]
    [InlineData(ProgressState.Sent, "2025-01-31", "2025-02-28", false)]
    [InlineData(ProgressState.Sent, "2025-01-31", "2025-03-01", true)]
    [InlineData(ProgressState.Sent, null, "2026-11-22", false)]
    [InlineData(ProgressState.Confirmed, "2025-05-22", "2026-11-22", false)]
    [InlineData(ProgressState.ToDo, null, "2026-11-22", false)]
    public void IsUnanswered_AfterSending_BeginsAMonthLater(ProgressState state, string? sent, string today, bool expected)
    {
        var progress = new Progress(state, Date(sent), null);

        var isUnanswered = progress.IsUnanswered(Date(today)!.Value);

        Assert.Equal(expected, isUnanswered);
    }

    [Fact]
    public void WithStateToday_SentInTheFuture_ForgetsThatDate()
    {
        var progress = new Progress(ProgressState.Sent, May23, null).WithStateToday(ProgressState.Confirmed, May22);

        Assert.Equal(new Progress(ProgressState.Confirmed, null, May22), progress);
    }

    /// <summary>A machine without a battery starts in 1970 until it has asked for the time.</summary>
    [Theory]
    [InlineData(ProgressState.ToDo, null, ProgressState.Sent, null)]
    [InlineData(ProgressState.Sent, "2025-05-22", ProgressState.Confirmed, "2025-05-22")]
    public void WithStateToday_ByAClockOf1970_KeepsWhatIsKnownAndLeavesTheDayOut(ProgressState before, string? sent, ProgressState after, string? sentAfter)
    {
        var today = new DateOnly(1970, 1, 1);

        var progress = new Progress(before, Date(sent), null).WithStateToday(after, today);

        Assert.Equal(new Progress(after, Date(sentAfter), null), progress);
        Assert.True(progress.HasPlausibleDates(today));
    }

    private static DateOnly? Date(string? text) => text is null ? null : DateOnly.Parse(text, CultureInfo.InvariantCulture);
}
