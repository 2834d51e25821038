using Bunit;

namespace OptOutGuide.Tests.ChecklistPage;

/// <summary>What the list says of progress and of its end.</summary>
public sealed class ChecklistOutcomeTests : ChecklistBoardContext
{
    [Fact]
    public void List_Empty_AsksWhichAccountsThereAreAndMakesTheList()
    {
        var board = Show("?l=1.");

        var asked = board.FindAll("input[type=checkbox]").Count;
        Press(board, 1, "do", "start.0.linked.fi");

        Assert.Equal(5, asked);
        Assert.Equal("1.Lfi", Code(board));
        Assert.Contains(French.Format(Texts.Objection, "Facebook, Instagram"), Headings(board));
        Assert.Equal(French.Format(Texts.Progress, 0, 1), Status(board));
    }

    [Fact]
    public void Whatsapp_OnTheList_IsOptionalAndNotCounted()
    {
        var board = Show("?l=1.Ufs250522c250523-Rw");

        Assert.Contains(French.Format(Texts.OptionalRequest, "WhatsApp"), Headings(board));
        Assert.Equal($"{French.Format(Texts.Progress, 1, 1)}, {French.Format(Texts.Confirmed, 1)}", Status(board));
        Assert.Contains(Texts.FinishedTitle, Headings(board));
    }

    [Theory]
    [InlineData("1.Rws250522c250523", null)]
    [InlineData("1.Uf-Rws250522", "0")]
    [InlineData("1.Ufs250522-Rw", "1")]
    [InlineData("1.Ufs250522i-Rws250522c250523", "1")]
    [InlineData("1.Ufs250522r250523i-Rw", "1")]
    public void Progress_OfAListWithWhatsapp_CountsTheObjectionsOnly(string code, string? done)
    {
        var (list, status) = (ChecklistCodec.Decode(code).List, Status(Show($"?l={code}")));

        Assert.Equal(done is null ? Texts.ProgressNone : French.Format(Texts.Progress, done, list.People[0].Centres[0].Accounts.Count), status);
    }

    [Fact]
    public void Outcome_OfAFinishedList_SaysTheDateWhatToKeepAndWhatRemains()
    {
        var outcome = Show("?l=1.Ufs261110c261112is261110c261111-Rw").Find(".outcome");

        Assert.Contains(French.Format(Texts.FinishedOn, French.Date(new DateOnly(2026, 11, 12))), Text(outcome), StringComparison.Ordinal);
        Assert.Contains(Texts.FinishedKeep, Text(outcome), StringComparison.Ordinal);
        Assert.Contains(Texts.FinishedLimits, Text(outcome), StringComparison.Ordinal);
        Assert.Equal([Texts.FinishedShare, Texts.FinishedPrint], outcome.QuerySelectorAll("a.button").Select(Text));
    }

    [Theory]
    [InlineData("1.Ufs261120i", null)]
    [InlineData("1.Ufs261120is261121", "sent")]
    [InlineData("1.Ufs250522is261121", null)]
    [InlineData("1.Ufs261120is261120r261121", null)]
    [InlineData("1.Ufs261120c261121is261120c261121", "confirmed")]
    public void Outcome_OfAList_IsSaidOnceEverythingIsSentOrConfirmed(string code, string? outcome)
    {
        var headings = Headings(Show($"?l={code}")).ToArray();

        Assert.Equal(outcome is "sent", headings.Contains(Texts.AllSentTitle));
        Assert.Equal(outcome is "confirmed", headings.Contains(Texts.FinishedTitle));
    }

    [Fact]
    public void List_WithoutRoom_SaysSoAndAddsNothingMore()
    {
        var centres = string.Join('-', Enumerable.Repeat("Ufffffffff", 9));
        var board = Show($"?l=1.{centres}.{centres}.Ufffffffff-Ufffffffff-Ufffffffff-Ufffffffff-Uff&open=add.0");

        Assert.Contains(board.FindAll("span"), span => Text(span) == Texts.Full);
        Assert.DoesNotContain(board.FindAll("button"), button => button.GetAttribute("value")?.StartsWith("account.", StringComparison.Ordinal) is true);
    }
}
