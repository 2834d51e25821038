using AngleSharp.Dom;
using Bunit;
using FsCheck.Xunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace OptOutGuide.Tests.ChecklistPage;

public sealed class ChecklistBoardTests : BunitContext
{
    private static readonly Language French = ContentFixture.Valid.Languages[0];
    private static readonly ListTexts Texts = French.Texts<ListTexts>();

    private readonly FakeTimeProvider _time = new(new(2026, 11, 22, 12, 0, 0, TimeSpan.Zero));

    public ChecklistBoardTests()
    {
        Services.AddSingleton(new SiteClock(_time, Options.Create(new SiteOptions())));
        Services.AddSingleton(ContentFixture.Library());
        SetRendererInfo(new RendererInfo("Server", isInteractive: true));
    }

    /// <summary>Lists that between them show every control.</summary>
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

    /// <summary>Otherwise a page would grow with its lines times the length of the code.</summary>
    [Fact]
    public void Code_InThePage_StandsAsOftenWhateverTheListHolds()
    {
        var times = Array.ConvertAll(
            ["1.Ufs250522", "1.Ufs250522it-Ufit-Nfit-Rwn.Ufit-Ufit.Ufit"],
            code => Show($"?l={code}").Markup.Split(code).Length - 1);

        Assert.Equal(times[0], times[1]);
        Assert.InRange(times[0], 1, 10);
    }

    [Theory]
    [MemberData(nameof(Lists))]
    [InlineData("?l=1.Ufs990101")]
    public void Control_Pressed_DoesThroughTheCircuitWhatItDoesByItsAddress(string query)
    {
        foreach (var (name, value) in Controls(Show(query)).Where(control => control.Name != "do" || ChecklistOperation.TryParse(control.Value, out _)))
        {
            var board = Show(query);
            var today = new DateOnly(2026, 11, 22);
            var byAddress = ChecklistRequest.Read($"{query}&{name}={value}");
            var expected = name == "do" ? byAddress.Apply(today).State.List : byAddress.List;

            Press(board, 1, name, value);

            Assert.Equal(ChecklistCodec.Encode(expected), Code(board));
            Assert.Equal("1", board.Find("form").GetAttribute("data-applied"));
        }
    }

    [Theory]
    [InlineData("1.Ufit", "1.Uis261122t", "remove.0-0-0", "sent.0-0-1")]
    [InlineData("1.Ufit", "1.Uit", "remove.0-0-0", "sent.0-0-0")]
    [InlineData("1.Uf", "1.Ufff", "account.0-0.facebook", "account.0-0.facebook")]
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
        _time.Advance(TimeSpan.FromDays(2));

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
        var (list, status) = (ChecklistCodec.Decode(code).List, Status(Show($"?l={code}")));

        Assert.Equal(done is null ? Texts.ProgressNone : French.Format(Texts.Progress, done, list.People[0].Centres[0].Accounts.Count), status);
    }

    [Theory]
    [InlineData("1.Ufs261110c261112-Rw", Outcome.Finished)]
    [InlineData("1.Ufs261120is261121", Outcome.AllSent)]
    [InlineData("1.Rw", Outcome.NothingToSend)]
    public void Outcome_OnTheList_LeadsToTheEnd(string code, Outcome outcome)
    {
        var shown = Show($"?l={code}").Find(".outcome");

        var texts = French.Texts<DoneTexts>();
        Assert.Equal(texts.Title(outcome), Text(shown.QuerySelector("h2")!));
        Assert.Equal($"/fr/ma-liste/termine?l={code}", shown.QuerySelector("a.button")!.GetAttribute("href"));
    }

    [Fact]
    public void Outcome_WhileSomethingIsOpen_IsNotSaid()
    {
        Assert.Empty(Show("?l=1.Ufs261120i").FindAll(".outcome"));
    }

    /// <summary>Beside what was ticked stands the next thing to do.</summary>
    [Fact]
    public void NextStep_TickedInItsBox_GivesWayToTheNextOne()
    {
        var board = Show("?l=1.Ufi");

        Press(board, 1, "do", board.Find(".next button").GetAttribute("value")!);

        Assert.Equal("1.Ufs261122i", Code(board));
        Assert.Equal("sent.0-0-1", board.Find(".next button").GetAttribute("value"));
        Assert.Equal("/fr/guides/instagram/1?l=1.Ufs261122i", board.Find(".next a.button").GetAttribute("href"));
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

    /// <summary>What an operation's redirect leads to is in the page, whatever the list and whatever was done to it.</summary>
    [Property(MaxTest = 60, Arbitrary = [typeof(AnyChecklist)])]
    public void Anchor_AfterAnyControlOfAnyList_IsInTheNextPage(AnyChecklist any, byte kind, byte one, byte person, bool isAdding)
    {
        var query = $"?l={ChecklistCodec.Encode(any.List)}&who={person % any.List.People.Count}{(isAdding ? $"&open=add.{person % any.List.People.Count}" : "")}";
        var kinds = Controls(Show(query)).Where(control => control.Name == "do").Select(control => control.Value).GroupBy(value => value.Split('.')[0]).ToArray();
        if (kinds.Length == 0)
        {
            // A full list of empty centres offers nothing to do at once; its buttons open something.
            return;
        }

        var operations = kinds[kind % kinds.Length].ToArray();

        var (next, anchor) = ChecklistRequest.Read($"{query}&do={operations[one % operations.Length]}").Apply(new(2026, 11, 22));

        Assert.Single(Show(next.ToQuery()).FindAll($"[id='{anchor}']"));
    }

    [Fact]
    public void Undo_AfterAChange_LeadsBackToTheListBefore()
    {
        var board = Show("?l=1.Lfs250522i-Rw");

        Press(board, 1, "do", "clear");

        Assert.Equal("/fr/ma-liste?l=1.Lfs250522i-Rw#progress", board.Find("[data-undo]").GetAttribute("href"));
    }

    [Fact]
    public void List_WithoutRoom_SaysSoAndAddsNothingMore()
    {
        var centres = string.Join('-', Enumerable.Repeat("Ufffffffff", 9));
        var board = Show($"?l=1.{centres}.{centres}.Ufffffffff-Ufffffffff-Ufffffffff-Ufffffffff-Uff&open=add.0");

        Assert.Contains(board.FindAll("span"), span => Text(span) == Texts.Full);
        Assert.DoesNotContain(board.FindAll("button"), button => button.GetAttribute("value")?.StartsWith("account.", StringComparison.Ordinal) is true);
    }

    private IRenderedComponent<ChecklistBoard> Show(string query) => Render<ChecklistBoard>(parameters => parameters
        .Add(board => board.LanguageCode, "fr")
        .Add(board => board.Query, query));

    private static void Press(IRenderedComponent<ChecklistBoard> board, int click, string name, string value) =>
        board.Find("form").TriggerEvent("onlistclick", new ListClickEventArgs { Click = click, Name = name, Value = value });

    private static (string Name, string Value)[] Controls(IRenderedComponent<ChecklistBoard> board) =>
        [.. board.FindAll("button:not([type=button])").Select(button => (button.GetAttribute("name")!, button.GetAttribute("value")!))];

    private static string Code(IRenderedComponent<ChecklistBoard> board) => board.Find("input[name=l]").GetAttribute("value")!;

    private static string Status(IRenderedComponent<ChecklistBoard> board) => Text(board.Find("#progress"));

    private static IEnumerable<string> Headings(IRenderedComponent<ChecklistBoard> board) => board.FindAll("h2, h3, h4").Select(Text);

    private static string Text(IElement element) => string.Join(' ', element.TextContent.Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries)).Replace(" ,", ",", StringComparison.Ordinal);
}
