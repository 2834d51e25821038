using AngleSharp.Dom;
using Bunit;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using Microsoft.JSInterop;

namespace OptOutGuide.Tests.MyList;

public sealed class ChecklistBoardTests : BunitContext
{
    private const string ListPath = "/fr/ma-liste";

    private static readonly DateOnly Today = new(2026, 11, 22);
    private static readonly Language French = ContentFixture.Valid.Languages[0];
    private static readonly ListWords Words = French.Words.List;

    private readonly Device _device = new();

    public ChecklistBoardTests()
    {
        var clock = new SiteClock(new FakeTimeProvider(new(2026, 11, 22, 12, 0, 0, TimeSpan.Zero)), Options.Create(new SiteOptions()));
        Services.AddSingleton(clock);
        Services.AddSingleton(ContentFixture.Library());
        Services.AddSingleton<IJSRuntime>(_device);
    }

    /// <summary>Lists that between them show every control.</summary>
    public static TheoryData<string> Lists =>
    [
        "1.",
        "1.Lfs250522c250523it-Rw",
        "1.Nfs250522r250531i-U-Rnws.Ufs..L",
    ];

    [Theory]
    [MemberData(nameof(Lists))]
    public void Control_Any_WorksWithoutTheCircuit(string code)
    {
        var board = Show(code);

        // A person's name is the device's own affair: no address may carry it, so no address can set it.
        var controls = board.FindAll("*").Where(HasHandler).Where(control => control.GetAttribute("type") != "text").ToArray();

        Assert.NotEmpty(controls);
        Assert.All(controls, control => Assert.True(
            control.GetAttribute("href")?.StartsWith($"{ListPath}?l=", StringComparison.Ordinal) is true
            || control.Closest("form") is { } form && form.GetAttribute("method") == "get" && form.GetAttribute("action") == ListPath,
            $"Needs the circuit: {control.OuterHtml}"));
    }

    [Theory]
    [MemberData(nameof(Lists))]
    // Sent on a day that has not come yet, as only an altered address can say.
    [InlineData("1.Ufs990101")]
    public void Link_Clicked_GoesWhereItsAddressLeads(string code)
    {
        foreach (var index in Enumerable.Range(0, Links(Show(code)).Count))
        {
            var link = Links(Show(code))[index];
            var address = link.GetAttribute("href")!.Split('#')[0];

            link.Click();

            var query = ListQuery.Read(Query(address), Today);
            var kept = _device.Kept[^1];
            Assert.Equal(ListFault.None, query.Fault);
            Assert.Equal(address, kept.Address);
            Assert.Equal(AnyChecklist.Fields(query.List), AnyChecklist.Fields(ChecklistStorage.Read(kept.Stored).List));
        }

        Assert.Equal(Links(Show(code)).Count, _device.Kept.Count);
    }

    [Theory]
    [MemberData(nameof(Lists))]
    public void Link_Followed_LandsOnAPartOfTheNextPage(string code)
    {
        var targets = Links(Show(code)).Select(link => link.GetAttribute("href")!.Split('#')).Where(parts => parts.Length > 1).ToArray();

        var parts = targets.Select(target => Show(Query(target[0])["l"]!).FindAll($"[id='{target[1]}']").Count);

        Assert.NotEmpty(targets);
        Assert.All(parts, count => Assert.Equal(1, count));
    }

    [Theory]
    [InlineData("1.Lfis250522", "confirmed", "2025-05-23")]
    [InlineData("1.Uf.Ui-Rw", "sent", "2024-05-01")]
    [InlineData("1.Rn", "refused", "2026-11-22")]
    public void DateForm_Submitted_GoesWhereItsAddressLeads(string code, string mark, string on)
    {
        var board = Show(code);
        var form = board.FindAll("form")[^1];
        var fields = form.QuerySelectorAll("[name]").ToDictionary(field => field.GetAttribute("name")!, field => field.GetAttribute("value"));
        (fields["mark"], fields["on"]) = (mark, on);

        FillIn(board, mark, on);

        var next = ListQuery.Read(Query(QueryHelpers.AddQueryString(form.GetAttribute("action")!, fields)), Today).Next!;
        Assert.Equal(["at", "l", "mark", "on"], fields.Keys.Order());
        Assert.Equal($"{ListPath}?l={ChecklistAddress.Encode(next)}", _device.Kept[^1].Address);
    }

    [Fact]
    public void DateForm_Shown_AsksForADateBetweenTheFirstAnnouncementAndToday()
    {
        var board = Show("1.Uf");

        var date = Labelled(board, Words.Date);

        Assert.Equal(("date", "2024-05-01", "2026-11-22", "2026-11-22"),
            (date.GetAttribute("type"), date.GetAttribute("min"), date.GetAttribute("max"), date.GetAttribute("value")));
    }

    [Fact]
    public void AddCentre_Clicked_ShowsIt()
    {
        var board = Show("1.");

        Link(board, Words.AddCentre).Click();

        Assert.Contains(French.Say(Words.Centre, 1), Headings(board));
        Assert.Equal(Words.Empty, Status(board));
    }

    [Fact]
    public void AddAccount_Clicked_CountsItAndPointsToItsGuide()
    {
        var board = Show("1.U");

        Link(board, French.Say(Words.AddAccount, "Facebook")).Click();

        Assert.Equal(French.Say(Words.Progress, 0, 1), Status(board));
        Assert.Equal("/fr/guides/facebook", Link(board, Words.OpenGuide).GetAttribute("href"));
        Assert.Contains(French.Say(Words.NextSend, $"Facebook ({French.Say(Words.Centre, 1)})"), Paragraphs(board));
    }

    [Fact]
    public void Mark_Clicked_SaysStateAndCountsIt()
    {
        var board = Show("1.Lfi-Rw");

        board.FindAll("a").First(link => Text(link) == Words.MarkSent).Click();
        Link(board, Words.MarkConfirmed).Click();

        Assert.Contains(French.Say(Words.ConfirmedOn, "22 novembre 2026"), Paragraphs(board));
        Assert.Equal($"{French.Say(Words.Progress, 1, 2)}, {French.Say(Words.Confirmed, 1)}", Status(board));
    }

    [Fact]
    public void Linkage_Chosen_MergesTheObjections()
    {
        var board = Show("1.Ufi");

        Link(board, Words.LinkageYes).Click();

        Assert.Equal("true", Link(board, Words.LinkageYes).GetAttribute("aria-current"));
        Assert.Contains(French.Say(Words.Objection, $"Facebook, Instagram ({French.Say(Words.Centre, 1)})"), Headings(board));
        Assert.Equal(French.Say(Words.Progress, 0, 1), Status(board));
    }

    [Fact]
    public void Remove_Clicked_TakesItOffTheList()
    {
        var board = Show("1.Uf-Rw");

        Link(board, French.Say(Words.RemoveRequest, "WhatsApp")).Click();
        Link(board, $"{Words.RemoveYes}: {Words.RemoveCentre}").Click();

        Assert.Equal(Words.Empty, Status(board));
        Assert.Empty(board.FindAll("input[name=at]"));
    }

    [Fact]
    public void Undo_Clicked_BringsBackTheListAsItWas()
    {
        var board = Show("1.Lfs250522i-Rw");

        Link(board, $"{Words.RemoveYes}: {Words.Clear}").Click();
        Link(board, Words.Undo).Click();

        Assert.Equal("/fr/ma-liste?l=1.Lfs250522i-Rw", _device.Kept[^1].Address);
        Assert.Equal(French.Say(Words.Progress, 1, 2), Status(board));
    }

    [Fact]
    public void List_WithoutRoom_SaysSoAndAddsNothingMore()
    {
        var centres = string.Join('-', Enumerable.Repeat("Lfffffffff", 9));
        var board = Show($"1.{centres}.{centres}.Lfffffffff-Lfffffffff-Lfffffffff-Lfffffffff-Lff");

        var names = board.FindAll("a, span").Select(Text).ToArray();

        Assert.Contains(Words.Full, names);
        Assert.DoesNotContain(French.Say(Words.AddAccount, "Facebook"), names);
        Assert.DoesNotContain(French.Say(Words.AddRequest, "WhatsApp"), names);
    }

    [Fact]
    public void Change_Made_IsKeptOnTheDeviceAndInTheAddress()
    {
        var board = Show("1.Uf");

        Link(board, Words.MarkSent).Click();

        Assert.Equal([new DeviceCall("save", """{"version":1,"list":"1.Ufs261122"}""", "/fr/ma-liste?l=1.Ufs261122")], _device.Kept);
        Assert.Equal("/fr/ma-liste?l=1.Ufs261122", Link(board, Words.KeepAddress).GetAttribute("href"));
        Assert.Equal("/fr/ma-liste/imprimer?l=1.Ufs261122", Link(board, Words.PrintList).GetAttribute("href"));
    }

    [Fact]
    public void List_OnlyOpened_KeepsNothing()
    {
        var board = Show("1.Uf");

        Assert.Empty(_device.Kept);
        Assert.Empty(Alerts(board));
    }

    [Fact]
    public void Stored_Unreadable_IsSaid()
    {
        _device.Stored = "{broken";

        var board = Show("1.");

        Assert.Equal([Words.StoredUnreadable], Alerts(board));
    }

    [Fact]
    public void Stored_Newer_IsSaid()
    {
        _device.Stored = """{"version":2,"list":"2.Z"}""";

        var board = Show("1.");

        Assert.Equal([Words.StoredNewer], Alerts(board));
    }

    [Fact]
    public void Stored_OtherList_IsOfferedBesideThisOne()
    {
        (_device.Stored, _device.IsForeign) = ("""{"version":1,"list":"1.Rn"}""", true);

        var board = Show("1.Uf");

        Assert.StartsWith(Words.StoredOther, Assert.Single(Alerts(board)), StringComparison.Ordinal);
        Assert.Equal("/fr/ma-liste?l=1.Rn", Link(board, Words.OpenStored).GetAttribute("href"));
    }

    [Fact]
    public void KeepThis_Pressed_ReplacesTheStoredList()
    {
        (_device.Stored, _device.IsForeign) = ("""{"version":1,"list":"1.Rn"}""", true);
        var board = Show("1.Uf");

        board.FindAll("button").Single(button => Text(button) == Words.KeepThis).Click();

        Assert.Equal([new DeviceCall("adopt", """{"version":1,"list":"1.Uf"}""", null)], _device.Kept);
        Assert.Empty(Alerts(board));
    }

    [Fact]
    public void DateForm_WithImpossibleDate_SaysSoAndChangesNothing()
    {
        var board = Show("1.Ufs261110");

        FillIn(board, "confirmed", "2026-11-09");

        Assert.Equal([Words.DateWrong], Alerts(board));
        Assert.Contains(French.Say(Words.SentOn, "10 novembre 2026"), Paragraphs(board));
        Assert.All(_device.Kept, kept => Assert.Equal("/fr/ma-liste?l=1.Ufs261110", kept.Address));
    }

    [Fact]
    public void DateForm_CorrectedAfterAnImpossibleDate_NoLongerComplains()
    {
        var board = Show("1.Uf");

        FillIn(board, "sent", "2999-01-01");
        FillIn(board, "sent", "2025-05-22");

        Assert.Empty(Alerts(board));
        Assert.Equal("/fr/ma-liste?l=1.Ufs250522", _device.Kept[^1].Address);
    }

    [Fact]
    public void DateForm_WithImpossibleDateBesideAnotherStoredList_StillOffersThatList()
    {
        (_device.Stored, _device.IsForeign) = ("""{"version":1,"list":"1.Rn"}""", true);
        var board = Show("1.Uf");

        FillIn(board, "sent", "2999-01-01");
        FillIn(board, "sent", "2025-05-22");

        Assert.StartsWith(Words.StoredOther, Assert.Single(Alerts(board)), StringComparison.Ordinal);
    }

    [Fact]
    public void Storage_Refused_IsSaid()
    {
        _device.RefusesStorage = true;
        var board = Show("1.Uf");

        Link(board, Words.MarkSent).Click();

        Assert.Equal([Words.StorageRefused], Alerts(board));
        Assert.Contains(French.Say(Words.SentOn, "22 novembre 2026"), Paragraphs(board));
    }

    private IRenderedComponent<ChecklistBoard> Show(string code) => Render<ChecklistBoard>(parameters => parameters
        .Add(board => board.LanguageCode, "fr")
        .Add(board => board.Code, code)
        .Add(board => board.Script, "/MyListPage.razor.js"));

    /// <summary>Sends the last date form of the page.</summary>
    private static void FillIn(IRenderedComponent<ChecklistBoard> board, string mark, string on)
    {
        Labelled(board, Words.What).Change(mark);
        Labelled(board, Words.Date).Change(on);
        board.FindAll("form")[^1].Submit();
    }

    private static List<IElement> Links(IRenderedComponent<ChecklistBoard> board) => [.. board.FindAll("a").Where(HasHandler)];

    private static IElement Link(IRenderedComponent<ChecklistBoard> board, string name) => board.FindAll("a").Single(link => Text(link) == name);

    private static IElement Labelled(IRenderedComponent<ChecklistBoard> board, string label) =>
        board.Find($"[id='{board.FindAll("label").Last(element => Text(element) == label).GetAttribute("for")}']");

    private static IEnumerable<string> Alerts(IRenderedComponent<ChecklistBoard> board) => board.FindAll("[role=alert]").Select(Text);

    private static string Status(IRenderedComponent<ChecklistBoard> board) => Text(board.Find("[role=status]"));

    private static IEnumerable<string> Headings(IRenderedComponent<ChecklistBoard> board) => board.FindAll("h2, h3, h4").Select(Text);

    private static IEnumerable<string> Paragraphs(IRenderedComponent<ChecklistBoard> board) => board.FindAll("p").Select(Text);

    private static bool HasHandler(IElement element) =>
        element.Attributes.Any(attribute => attribute.Name.StartsWith("blazor:on", StringComparison.OrdinalIgnoreCase));

    private static string Text(IElement element) => string.Join(' ', element.TextContent.Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries));

    private static QueryCollection Query(string address) => new(QueryHelpers.ParseQuery(address[address.IndexOf('?', StringComparison.Ordinal)..]));
}
