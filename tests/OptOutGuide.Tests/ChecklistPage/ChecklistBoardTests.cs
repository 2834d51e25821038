using System.Text.RegularExpressions;
using Bunit;
using FsCheck.Xunit;

namespace OptOutGuide.Tests.ChecklistPage;

public sealed class ChecklistBoardTests : ChecklistBoardContext
{
    /// <summary>Lists that together show every control.</summary>
    public static TheoryData<string> Lists =>
    [
        "?l=1.",
        "?l=1.Lfs250522c250523it-Rw",
        "?l=1.Nfs250522r250531i-U-Rnws.Ufs..L",
        "?l=1.Ufi-Rw&open=date.0-0-0",
        "?l=1.CFR-Ufi.Uf&open=country.0",
        "?l=1.Ufi-Ut&open=add.0",
        "?l=1.Ufi-Ut&open=remove.0-1",
        "?l=1.Uf&open=clear.0",
    ];

    [Theory]
    [MemberData(nameof(Lists))]
    public void Control_Any_IsAButtonOfTheOneFormOrALink(string query)
    {
        var board = Show(query);

        var form = Assert.Single(board.FindAll("form"));
        Assert.Equal(("get", "/fr/ma-liste"), (form.GetAttribute("method"), form.GetAttribute("action")));
        Assert.All(board.FindAll("button:not([type=button])"), button => Assert.Matches("^(do|open|who)$", button.GetAttribute("name")));
        Assert.All(board.FindAll("a"), link => Assert.StartsWith("/fr/", link.GetAttribute("href"), StringComparison.Ordinal));
        Assert.Single(board.FindAll("[name=l]"));
    }

    /// <summary>The colour of "to do now" is for what the person has to do.</summary>
    [Theory]
    [InlineData("1.Uf.Uf", "À faire maintenant", false)]
    [InlineData("1.Ufs261120.Uf", "Rien à faire", true)]
    [InlineData("1.Ufs261120c261121.Uf", "Rien à faire", true)]
    [InlineData("1.Ufs261120r261121.Uf", "À faire maintenant", false)]
    public void NextStep_WithNothingToDo_IsCalm(string code, string heading, bool isCalm)
    {
        var next = Show($"?l={code}").Find(".next");

        Assert.Equal(heading, Text(next.QuerySelector("h3")!));
        Assert.Equal(isCalm, next.ClassList.Contains("finished"));
    }

    [Fact]
    public void NextStep_WithNothingToDo_HasNoButton() => Assert.Empty(Show("?l=1.Lfs261120i.Uf").FindAll(".next :is(button, .button)"));

    [Theory]
    [InlineData("1.Lf", "objection", "accounts")]
    [InlineData("1.Lfs261120i", "choice", "objection", "accounts")]
    [InlineData("1.Ufs261120i", "choice", "objection", "objection", "accounts")]
    public void Centre_Shown_EndsWithRemoval(string code, params string[] parts) =>
        Assert.Equal(parts, Show($"?l={code}").FindAll(".centre > :is(.objection, .choice, .accounts)").Select(part => part.ClassList[0]));

    [Theory]
    [InlineData("1.Ufs261120")]
    [InlineData("1.Ufs261120c261121")]
    public void Undo_OfATick_IsQuiet(string code) =>
        Assert.Contains("quiet", Show($"?l={code}").FindAll(".objection button").Single(button => button.GetAttribute("value")!.StartsWith("to-do.", StringComparison.Ordinal)).ClassList);

    [Fact]
    public void Keep_Shown_OffersWhatMostNeedAndFoldsTheRest()
    {
        var keep = Show("?l=1.Ufs261120").Find(".keep");
        var more = keep.QuerySelector("details")!;

        Assert.False(more.HasAttribute("open"));
        Assert.Equal(
            ["Imprimer ma liste", "Continuer sur un autre appareil", "Copier l’adresse de ma liste"],
            keep.QuerySelectorAll("a, button, label").Where(control => !more.Contains(control)).Select(Text));
        Assert.Contains("Vider la liste", Text(more), StringComparison.Ordinal);
        Assert.NotNull(more.QuerySelector("input[type=file]"));
    }

    [Fact]
    public void Keep_WhileClearingIsAsked_IsOpen() => Assert.True(Show("?l=1.Uf&open=clear.0").Find(".keep details").HasAttribute("open"));

    /// <summary>Otherwise the size of a page would grow with the number of rows times the length of the code.</summary>
    [Fact]
    public void Code_InThePage_StandsAsOftenWhateverTheListHolds()
    {
        var times = Array.ConvertAll(
            ["1.Ufs250522i-Rw", "1.Ufs250522it-Ufit-Nfit-Rwn.Ufit-Ufit.Ufit"],
            code => Regex.Count(Show($"?l={code}").Markup, $@"\b1(-\d+)?{Regex.Escape(code[1..])}"));

        Assert.Equal(times[0], times[1]);
        Assert.InRange(times[0], 1, 10);
    }

    [Theory]
    [MemberData(nameof(Lists))]
    [InlineData("?l=1.Ufs990101")]
    public void Control_Pressed_DoesThroughTheCircuitWhatItDoesByItsAddress(string query)
    {
        foreach (var (name, value) in Controls(Show(query)).Where(control => control.Name != "do" || ChecklistOperation.TryParse(control.Value, ShippedServices.All, out _)))
        {
            var board = Show(query);
            var today = new DateOnly(2026, 11, 22);
            var byAddress = ChecklistRequest.Read($"{query}&{name}={value}", ShippedServices.All);
            var expected = name == "do" ? byAddress.Apply(ShippedServices.All, today).State.List : byAddress.List;

            Press(board, 1, name, value);

            Assert.Equal(ChecklistCodec.Encode(expected), Code(board));
            Assert.Equal("1", board.Find("form").GetAttribute("data-applied"));
        }
    }

    [Theory]
    [InlineData("1.Ufit", "1.Uis261122t", "remove.0-0-0", "sent.0-0-1")]
    [InlineData("1.Uf.Ui", "1.Uis261122", "remove.0", "sent.0-0-0", "sent.1-0-0")]
    public void Clicks_BeforeTheFirstAnswer_Compose(string code, string expected, params string[] operations)
    {
        var board = Show($"?l={code}");

        foreach (var (index, operation) in operations.Index())
        {
            Press(board, index + 1, "do", operation);
        }

        Assert.Equal(expected, Code(board));
    }

    [Fact]
    public void Click_TwoDaysAfterThePageWasDrawn_HasTheDayOfTheClick()
    {
        var board = Show("?l=1.Uf-Rn&open=date.0-r-0");
        Time.Advance(TimeSpan.FromDays(2));

        var limits = (Attribute("min"), Attribute("max"));
        Press(board, 1, "do", "sent.0-0-0");
        Press(board, 2, "do", "sent.0-r-0.261124");

        Assert.Equal(("2024-05-01", null), limits);
        Assert.Equal("1.Ufs261124-Rns261124", Code(board));
        Assert.Empty(board.FindAll("[role=alert]"));

        string? Attribute(string name) => board.Find("input[type=date]").GetAttribute(name);
    }

    [Fact]
    public void Date_Impossible_IsSaidBesideItsInputAndThenNoLonger()
    {
        var board = Show("?l=1.Ufs261110");

        Press(board, 1, "open", "date.0-0-0");
        Press(board, 2, "do", "confirmed.0-0-0.261109");
        var alert = Text(board.Find("[role=alert]"));
        Press(board, 3, "do", "confirmed.0-0-0.261111");

        Assert.Equal(Texts.DateWrong, alert);
        Assert.Empty(board.FindAll("[role=alert]"));
        Assert.Equal("1.Ufs261110c261111", Code(board));
    }

    [Fact]
    public void Country_ChosenAndNotSubmitted_StaysOpenThroughAnotherClick()
    {
        var board = Show("?l=1.Uf&open=country.0&country=AT");

        Press(board, 1, "do", "sent.0-0-0");

        Assert.True(board.Find("option[value=AT]").HasAttribute("selected"));
    }

    [Fact]
    public void People_Several_OneIsOpenAndTheOthersAreALineEach()
    {
        var board = Show("?l=1.Uf.Ui.Rns250522c250523");

        Press(board, 1, "who", "1");

        Assert.Equal(
            [$"{French.Format(Texts.ProgressShort, 0, 1)} {French.Format(Texts.NextSend, "Facebook")}", $"{French.Format(Texts.ProgressShort, 1, 1)} {Texts.NextFinished}"],
            board.FindAll(".person-line p").Select(Text));
        Assert.Equal(French.Format(Texts.Person, 2), Text(board.Find(".person h2")));
        Assert.Single(board.FindAll(".objection button[value='sent.1-0-0']"));
    }

    /// <summary>The anchor of an operation's redirect is in the page, for every list and operation.</summary>
    [Property(MaxTest = 60, Arbitrary = [typeof(AnyChecklist)])]
    public void Anchor_AfterAnyControlOfAnyList_IsInTheNextPage(AnyChecklist any, byte kind, byte one, byte person, bool isAdding)
    {
        var query = $"?l={ChecklistCodec.Encode(any.List)}&who={person % any.List.People.Count}{(isAdding ? $"&open=add.{person % any.List.People.Count}" : "")}";
        var kinds = Controls(Show(query)).Where(control => control.Name == "do").Select(control => control.Value).GroupBy(value => value.Split('.')[0]).ToArray();
        if (kinds.Length == 0)
        {
            // A full list of empty centres has no operation button; its buttons open panels.
            return;
        }

        var operations = kinds[kind % kinds.Length].ToArray();

        var (next, anchor) = ChecklistRequest.Read($"{query}&do={operations[one % operations.Length]}", ShippedServices.All).Apply(ShippedServices.All, new(2026, 11, 22));

        Assert.Single(Show(next.ToQuery()).FindAll($"[id='{anchor}']"));
    }

    [Fact]
    public void Undo_AfterAChange_LeadsBackToTheListBefore()
    {
        var board = Show("?l=1.Lfs250522i-Rw");

        Press(board, 1, "do", "clear");

        Assert.Equal("/fr/ma-liste?l=1.Lfs250522i-Rw#progress", board.Find("[data-undo]").GetAttribute("href"));
    }
}
