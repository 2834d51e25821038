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
        Assert.Contains(French.Texts<DoneTexts>().FinishedTitle, Headings(board));
    }

    [Theory]
    [InlineData("1.Rws250522c250523", null)]
    [InlineData("1.Uf-Rws250522", "0")]
    [InlineData("1.Ufs250522-Rw", "1")]
    [InlineData("1.Ufs250522i-Rws250522c250523", "1")]
    [InlineData("1.Ufs250522r250523i-Rw", "1")]
    public void Progress_OfAListWithWhatsapp_CountsTheObjectionsOnly(string code, string? done)
    {
        var (list, status) = (ShippedServices.Decode(code).List, Status(Show($"?l={code}")));

        Assert.Equal(done is null ? Texts.ProgressNone : French.Format(Texts.Progress, done, list.People[0].Centres[0].Accounts.Count), status);
    }

    [Theory]
    [InlineData("1.Ufs261110c261112-Rw", Outcome.Finished)]
    [InlineData("1.Ufs261120is261121", Outcome.AllSent)]
    [InlineData("1.Rw", Outcome.NothingToSend)]
    public void Outcome_OnTheList_LinksToTheEndPage(string code, Outcome outcome)
    {
        var shown = Show($"?l={code}").Find(".outcome");

        Assert.Equal(French.Texts<DoneTexts>().Title(outcome), Text(shown.QuerySelector("h2")!));
        Assert.Equal($"/fr/ma-liste/termine?l={code}", shown.QuerySelector("a.button")!.GetAttribute("href"));
    }

    /// <summary>Who came from one guide was not asked which other accounts there are.</summary>
    [Theory]
    [InlineData("1.Ufs261120", true)]
    [InlineData("1.Ufs261120is261121", false)]
    [InlineData("1.Ufs261120.Ufs261120", false)]
    [InlineData("1.Rw", false)]
    public void Outcome_OfAListWithOneAccount_OffersToAddAnother(string code, bool isOffered)
    {
        var link = Show($"?l={code}").Find(".outcome").QuerySelector($"a[href='/fr/ma-liste?l={code}&open=add.0#add-0']");

        Assert.Equal(isOffered ? French.Texts<DoneTexts>().Another : null, link?.TextContent);
    }

    /// <summary>Meta's answer may be a refusal: the row has a button for each, and the box above leads there.</summary>
    [Fact]
    public void Next_WithMetasAnswerOut_LeadsToTheRowThatNotesIt()
    {
        var board = Show("?l=1.Ufs261120");

        var link = board.FindAll(".outcome a").Single(link => link.TextContent == Texts.NoteAnswer);

        var row = board.Find($"#{link.GetAttribute("href")!.Split('#')[1]}");
        Assert.Equal(["confirmed.0-0-0", "refused.0-0-0"], row.QuerySelectorAll("button[name=do]").Take(2).Select(button => button.GetAttribute("value")));
        Assert.Empty(board.FindAll(".outcome button"));
    }

    /// <summary>One green box says it all; where accounts are linked, nobody waits for a second mail.</summary>
    [Theory]
    [InlineData("1.Lfs261120i", "Attendez l’e-mail de Meta\u00A0: Facebook et Instagram, une seule demande.")]
    [InlineData("1.Lfs261120it", "Attendez l’e-mail de Meta\u00A0: Facebook, Instagram et Threads, une seule demande.")]
    [InlineData("1.Ufs261120", "Attendez l’e-mail de Meta\u00A0: Facebook.")]
    public void Outcome_WithMetasAnswerOut_IsTheOnlyBoxAndNamesTheRequest(string code, string words)
    {
        var board = Show($"?l={code}");

        Assert.StartsWith(words, Text(board.Find(".outcome > p")), StringComparison.Ordinal);
        Assert.Contains(board.FindAll(".outcome .row a"), link => Text(link) == Texts.NoteAnswer);
        Assert.Empty(board.FindAll(".next"));
    }

    [Fact]
    public void Outcome_OfSeveralPeople_LeavesEachTheirBox()
    {
        var board = Show("?l=1.Lfs261120i.Ufs261120");

        Assert.StartsWith("Attendez", Text(board.Find(".next > p")), StringComparison.Ordinal);
        Assert.DoesNotContain(Texts.NoteAnswer, board.Find(".outcome").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Outcome_WhileSomethingIsOpen_IsNotShown()
    {
        Assert.Empty(Show("?l=1.Ufs261120i").FindAll(".outcome"));
    }

    /// <summary>The next action replaces the one that was ticked, in the same box.</summary>
    [Fact]
    public void NextStep_TickedInItsBox_IsReplacedByTheNextOne()
    {
        var board = Show("?l=1.Uff");

        Press(board, 1, "do", board.Find(".next button").GetAttribute("value")!);

        Assert.Equal("1.Ufs261122f", Code(board));
        Assert.Equal("sent.0-0-1", board.Find(".next button").GetAttribute("value"));
        Assert.Equal("/fr/guides/facebook/1?l=1.Ufs261122f", board.Find(".next a.button").GetAttribute("href"));
    }

    [Fact]
    public void List_WithoutRoom_SaysSoAndAddsNothingMore()
    {
        var centres = string.Join('-', Enumerable.Repeat("Ufffffffff", 9));
        var board = Show($"?l=1.Uf.{centres}.{centres}.Ufffffffff-Ufffffffff-Ufffffffff-Ufffffffff-Uf&open=add.0");

        Assert.Contains(board.FindAll("span"), span => Text(span) == Texts.Full);
        Assert.DoesNotContain(board.FindAll("button"), button => button.GetAttribute("value") is { } value && (value.StartsWith("account.", StringComparison.Ordinal) || value.StartsWith("request.", StringComparison.Ordinal)));
    }
}
