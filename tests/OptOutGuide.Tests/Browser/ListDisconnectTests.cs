using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace OptOutGuide.Tests.Browser;

/// <summary>A list that was left or lost its connection is released by the server, and goes on with every change.</summary>
[Collection("list")]
public sealed class ListDisconnectTests(Chromium chromium)
{
    [FactWith(Tool.Chromium)]
    public async Task List_LeftInABrowserWithoutUnload_IsFreedAtOnceAndLiveOnReturn()
    {
        await using var site = await new RunningSite { Probe = Path.Combine(Path.GetTempPath(), $"optoutguide-leaving-{Environment.ProcessId}.sock") }.StartAsync();
        await using var visitor = await chromium.VisitorAsync();
        var page = await visitor.NewPageAsync();
        // As newer browsers do by themselves: the page gets no "unload" event.
        await page.AddInitScriptAsync("addEventListener('unload', event => event.stopImmediatePropagation(), true)");
        await page.GotoAsync(new Uri(site.Address, "/fr/ma-liste?l=1.Lfi").AbsoluteUri);
        var list = new ListPageObject(page);
        await list.WaitForCircuitAsync();
        var open = await site.CountCircuitsAsync();

        await page.GotoAsync(new Uri(site.Address, "/fr/").AbsoluteUri);
        // Sooner than the server gives up a silent connection.
        await Eventually.TrueAsync(async () => await site.CountCircuitsAsync() == 0, within: TimeSpan.FromSeconds(25));
        await page.GoBackAsync();
        await list.WaitForCircuitAsync();
        await list.PressAsync(ListPageObject.Send);
        await list.ExpectProgressAsync("Oppositions envoyées : 1 sur 1");

        Assert.Equal(1, open);
    }

    [FactWith(Tool.Chromium)]
    public async Task Tick_PageLeftBeforeTheAnswer_IsKept()
    {
        await using var visitor = await chromium.VisitorAsync(hasPausedClock: true);
        var connection = new SimulatedConnection();
        var list = await ListPageObject.OpenWithSimulatedConnectionAsync(visitor, "?l=1.Rn", connection);

        connection.IsCut = true;
        await list.PressAsync(ListPageObject.Send);
        await LeaveAndComeBackAsync(list, connection);

        await list.ExpectProgressAsync("Oppositions envoyées : 1 sur 1");
    }

    /// <summary>The link holds the list as it was before the tick.</summary>
    [FactWith(Tool.Chromium)]
    public async Task Tick_LinkWithTheListFollowedBeforeTheAnswer_IsKept()
    {
        await using var visitor = await chromium.VisitorAsync(hasPausedClock: true);
        var connection = new SimulatedConnection();
        var list = await ListPageObject.OpenWithSimulatedConnectionAsync(visitor, "?l=1.Rn", connection);

        connection.IsCut = true;
        await list.PressAsync(ListPageObject.Send);
        await list.Page.Locator("#list-address").EvaluateAsync("link => link.click()");

        await list.ExpectProgressAsync("Oppositions envoyées : 1 sur 1");
        Assert.Contains("1.Rns", await list.StoredAsync(), StringComparison.Ordinal);
    }

    /// <summary>A page whose answer does not come follows its own address, but does not interrupt a link that was clicked.</summary>
    [FactWith(Tool.Chromium)]
    public async Task Tick_PageLeftAsItGivesUpWaiting_DoesNotLeadBack()
    {
        await using var visitor = await chromium.VisitorAsync(hasPausedClock: true);
        var connection = new SimulatedConnection();
        var list = await ListPageObject.OpenWithSimulatedConnectionAsync(visitor, "?l=1.Rn", connection);

        connection.IsCut = true;
        await list.PressAsync(ListPageObject.Send);
        await list.Page.EvaluateAsync("void setTimeout(() => document.querySelector('a[href=\"/fr/guides/sans-compte\"]').click(), 1999)");
        // A fast-forward would fire the page's own timer first.
        await visitor.Browser.Clock.RunForAsync(2_000);

        await Expect(list.Page).ToHaveURLAsync(new Regex("/fr/guides/sans-compte$"));
        connection.IsCut = false;
        await list.Page.GotoAsync("/fr/ma-liste");
        await list.ExpectProgressAsync("Oppositions envoyées : 1 sur 1");
    }

    [FactWith(Tool.Chromium)]
    public async Task Ticks_PageLeftBeforeTheFirstAnswer_AreAllKept()
    {
        await using var visitor = await chromium.VisitorAsync(hasPausedClock: true);
        var connection = new SimulatedConnection();
        var list = await ListPageObject.OpenWithSimulatedConnectionAsync(visitor, "?l=1.Uf-Rn", connection);

        connection.IsCut = true;
        await list.PressAboutAsync(ListPageObject.Send, "Opposition : Facebook");
        await list.PressAboutAsync(ListPageObject.Send, "Opposition : Sans compte");
        await LeaveAndComeBackAsync(list, connection);

        await list.ExpectProgressAsync("Oppositions envoyées : 2 sur 2");
    }

    [FactWith(Tool.Chromium)]
    public async Task Tick_AnotherListTakenInBeforeTheAnswer_DoesNotReplaceIt()
    {
        await using var visitor = await chromium.VisitorAsync(hasPausedClock: true);
        var connection = new SimulatedConnection();
        var list = await ListPageObject.OpenWithSimulatedConnectionAsync(visitor, "?l=1.Rn", connection);

        connection.IsCut = true;
        await list.PressAsync(ListPageObject.Send);
        await list.Page.SetInputFilesAsync("[data-import] input", new FilePayload { Name = "list.json", MimeType = "application/json", Buffer = "{\"version\":1,\"list\":\"1.Lf.Rn\"}"u8.ToArray() });
        await list.ExpectProgressAsync("Oppositions envoyées : 0 sur 2");
        connection.IsCut = false;
        await list.Page.GotoAsync("/fr/ma-liste");

        await list.ExpectProgressAsync("Oppositions envoyées : 0 sur 2");
    }

    [TheoryWith(Tool.Chromium)]
    [InlineData("/fr/ma-liste")]
    [FullData("/fr/ma-liste?l=1.Rn")]
    [Trait("Suite", "Sample")]
    public async Task Date_PageLeftBeforeTheAnswer_IsKept(string comesBackTo)
    {
        await using var visitor = await chromium.VisitorAsync(hasPausedClock: true);
        var (list, connection) = await NoteADateUnansweredAsync(visitor);

        await LeaveAndComeBackAsync(list, connection, comesBackTo);

        await Expect(list.Page.GetByText("Envoyée le 22 mai 2025")).ToBeVisibleAsync();
        await list.WaitForCircuitAsync();
        await list.Page.CloseAsync();
        var again = await ListPageObject.OpenAsync(visitor);
        await again.ExpectProgressAsync("Oppositions envoyées : 1 sur 1");
    }

    [TheoryWith(Tool.Chromium)]
    [FullData("/fr/ma-liste")]
    [InlineData("/fr/ma-liste?l=1.Rn")]
    [Trait("Suite", "Sample")]
    public async Task Date_WithATickBehindIt_PageLeftBeforeTheAnswer_IsKept(string comesBackTo)
    {
        await using var visitor = await chromium.VisitorAsync(hasPausedClock: true);
        var (list, connection) = await NoteADateUnansweredAsync(visitor);

        await list.PressAsync("Ajouter une personne");
        await LeaveAndComeBackAsync(list, connection, comesBackTo);

        await Expect(list.Page).ToHaveURLAsync(new Regex(@"l=1\.Rns250522\.-(&|#|$)"));
    }

    [FactWith(Tool.Chromium)]
    public async Task Start_PageLeftBeforeTheAnswer_IsKept()
    {
        await using var visitor = await chromium.VisitorAsync(hasPausedClock: true);
        var connection = new SimulatedConnection();
        var list = await ListPageObject.OpenWithSimulatedConnectionAsync(visitor, "", connection);

        connection.IsCut = true;
        await list.StartAsync("Facebook");
        await list.FollowAsync("Vous hésitez ? Répondez à cinq questions.");
        await Expect(list.Page).ToHaveURLAsync(new Regex("/fr/questions$"));
        connection.IsCut = false;
        await list.Page.GotoAsync("/fr/ma-liste");

        await list.ExpectProgressAsync("Oppositions envoyées : 0 sur 1");
    }

    /// <summary>Pending operations are stored for their list and must not be applied to another one.</summary>
    [FactWith(Tool.Chromium)]
    public async Task Date_AnotherListOpenedOnReturn_StaysAway()
    {
        await using var visitor = await chromium.VisitorAsync(hasPausedClock: true);
        var (list, connection) = await NoteADateUnansweredAsync(visitor);

        await LeaveAndComeBackAsync(list, connection, "/fr/ma-liste?l=1.Lf.Rn");
        await list.WaitForCircuitAsync();

        await list.ExpectProgressAsync("Oppositions envoyées : 0 sur 2");
        await list.FollowAsync("Voir la liste de cet appareil");
        await Expect(list.Page.GetByText("Envoyée le 22 mai 2025")).ToBeVisibleAsync();
    }

    [FactWith(Tool.Chromium)]
    public async Task Name_PageLeftBeforeTheAnswer_IsKept()
    {
        await using var visitor = await chromium.VisitorAsync(hasPausedClock: true);
        var connection = new SimulatedConnection();
        var list = await ListPageObject.OpenWithSimulatedConnectionAsync(visitor, "?l=1.Lf.Rn", connection);

        connection.IsCut = true;
        await list.Name.FillAsync("Zoé");
        await LeaveAndComeBackAsync(list, connection);

        await Expect(list.Page.GetByRole(AriaRole.Heading, new() { Name = "Zoé" })).ToBeVisibleAsync();
    }

    [FactWith(Tool.Chromium)]
    [Trait("Suite", "Full")]
    public async Task Connection_CutForLongerThanTheServerWaits_LosesNothing()
    {
        await using var site = await new RunningSite
        {
            Probe = Path.Combine(Path.GetTempPath(), $"optoutguide-people-{Environment.ProcessId}.sock"),
            Settings = ["--Site:CircuitRetentionSeconds=1"],
        }.StartAsync();
        await using var visitor = await chromium.VisitorAsync();
        var (list, socket) = await ListPageObject.OpenWithDisconnectableSocketAsync(visitor, new Uri(site.Address, "/fr/ma-liste?l=1.Uf-Rn").AbsoluteUri);
        await list.PressAsync(ListPageObject.Send);
        await list.ExpectProgressAsync("Oppositions envoyées : 1 sur 2");

        await socket.DisconnectAsync();
        await Eventually.TrueAsync(async () => await site.CountCircuitsAsync() == 0);
        await list.ExpectProgressAsync("Oppositions envoyées : 1 sur 2");
        await list.ExpectNothingSaidOfTheConnectionAsync();
        socket.Reconnect();
        await list.PressAsync(ListPageObject.Send);

        await list.ExpectProgressAsync("Oppositions envoyées : 2 sur 2");
        await list.WaitForCircuitAsync();
    }

    /// <summary>A date is submitted, and the connection is cut before it reaches the hub.</summary>
    private static async Task<(ListPageObject List, SimulatedConnection Connection)> NoteADateUnansweredAsync(Visitor visitor)
    {
        var connection = new SimulatedConnection();
        var list = await ListPageObject.OpenWithSimulatedConnectionAsync(visitor, "?l=1.Rn", connection);
        await list.PressAsync(ListPageObject.OtherDate);
        await list.Date.FillAsync("2025-05-22");

        connection.IsCut = true;
        await list.PressAsync("Envoyée à cette date");
        return (list, connection);
    }

    private static async Task LeaveAndComeBackAsync(ListPageObject list, SimulatedConnection connection, string to = "/fr/ma-liste")
    {
        await list.FollowAsync("Ouvrir le guide");
        await Expect(list.Page).ToHaveURLAsync(new Regex("/fr/guides/[a-z-]+/1[?]l="));
        connection.IsCut = false;
        await list.Page.GotoAsync(to);
    }
}
