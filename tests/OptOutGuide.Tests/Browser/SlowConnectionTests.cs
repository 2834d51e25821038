using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace OptOutGuide.Tests.Browser;

/// <summary>Each click counts once and in its order, however slow the connection is, or without one.</summary>
[Collection("list")]
public sealed class SlowConnectionTests(Chromium chromium)
{
    [FactWith(Tool.Chromium)]
    public async Task Connection_DeadWithoutNotice_ClickIsFollowedAllTheSame()
    {
        await using var visitor = await chromium.VisitorAsync(hasPausedClock: true);
        var connection = new SimulatedConnection();
        var list = await ListPageObject.OpenWithSimulatedConnectionAsync(visitor, "?l=1.Rn", connection);

        connection.IsCut = true;
        await list.PressAsync(ListPageObject.Send);
        await Chromium.AdvancePastAnswerTimeoutAsync(visitor);

        await list.ExpectProgressAsync("Oppositions envoyées : 1 sur 1");
    }

    /// <summary>
    /// A rendered control can be clicked at once: the circuit answers a moment later, or the page is loaded again if the
    /// connection is too slow.
    /// </summary>
    [TheoryWith(Tool.Chromium)]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Ticks_FasterThanTheirAnswers_AllCountInTheirOrder(bool isTooSlow)
    {
        await using var visitor = await chromium.VisitorAsync(hasPausedClock: true);
        var connection = new SimulatedConnection();
        var list = await ListPageObject.OpenWithSimulatedConnectionAsync(visitor, "?l=1.Ufi-Rn", connection);
        var answers = connection.HoldAnswers();

        await list.PressAboutAsync(ListPageObject.Send, "Opposition : Facebook");
        await list.PressAboutAsync(ListPageObject.Send, "Opposition : Instagram");
        await list.PressAboutAsync(ListPageObject.Send, "Opposition : Sans compte");
        await EndWaitAsync(visitor, answers, isTooSlow);
        await list.PressAboutAsync(ListPageObject.Confirm, "Opposition : Facebook");

        await list.ExpectProgressAsync("Oppositions envoyées : 3 sur 3, dont 1 confirmée");
    }

    /// <summary>Removing an account moves the others up: the one that was clicked is marked, not the one that took its place.</summary>
    [TheoryWith(Tool.Chromium)]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Tick_WhileARemovalIsUnderWay_MarksWhatWasClicked(bool isTooSlow)
    {
        await using var visitor = await chromium.VisitorAsync(hasPausedClock: true);
        var connection = new SimulatedConnection();
        var list = await ListPageObject.OpenWithSimulatedConnectionAsync(visitor, "?l=1.Nfit", connection);
        var answers = connection.HoldAnswers();

        await list.PressAsync("Enlever Facebook de cette liste");
        await list.PressAboutAsync(ListPageObject.Send, "Opposition : Instagram");
        await EndWaitAsync(visitor, answers, isTooSlow);

        await list.ExpectProgressAsync("Oppositions envoyées : 1 sur 2");
        await Expect(list.Row("Opposition : Instagram")).ToContainTextAsync($"Envoyée le {ListPageObject.Today}");
        await Expect(list.Page).ToHaveURLAsync(new Regex(@"l=1\.Nis\d{6}t"));
    }

    [FactWith(Tool.Chromium)]
    public async Task DatedMark_AfterATickOnADeadConnection_BothCount()
    {
        await using var visitor = await chromium.VisitorAsync(hasPausedClock: true);
        var connection = new SimulatedConnection();
        var list = await ListPageObject.OpenWithSimulatedConnectionAsync(visitor, "?l=1.Nfi", connection);
        await list.PressAboutAsync(ListPageObject.OtherDate, "Opposition : Instagram");
        await list.Date.FillAsync("2025-05-22");

        connection.IsCut = true;
        await list.PressAboutAsync(ListPageObject.Send, "Opposition : Facebook");
        await list.PressAsync("Envoyée à cette date");
        await Chromium.AdvancePastAnswerTimeoutAsync(visitor);

        await ExpectTickAndDateAsync(list);
    }

    /// <summary>Without a circuit each click loads a page: clicks made meanwhile are included.</summary>
    [FactWith(Tool.Chromium)]
    public async Task DatedMark_AfterATickBeforeTheCircuit_BothCount()
    {
        await using var visitor = await chromium.VisitorAsync();
        var list = await ListPageObject.OpenWithoutACircuitAsync(visitor, "?l=1.Nfi&open=date.0-0-1&on=2025-05-22");

        await list.Page.EvaluateAsync("['sent.0-0-0', 'sent.0-0-1.on'].forEach(what => document.querySelector(`button.secondary[value=\"${what}\"]`).click())");

        await ExpectTickAndDateAsync(list);
    }

    /// <summary>A double click must press neither a button nor a link that replaces the control of its first click.</summary>
    [FactWith(Tool.Chromium)]
    public async Task Control_DoubleClicked_CountsOnce()
    {
        await using var visitor = await chromium.VisitorAsync(hasPausedClock: true);
        var list = await ListPageObject.OpenReadyAsync(visitor, "?l=1.Uf-Rns250522c250523", hasJavaScript: true);

        await list.PressAboutAsync("Marquer « à faire »", "Opposition : Sans compte");
        await list.ExpectProgressAsync("Oppositions envoyées : 0 sur 2");
        foreach (var control in new[] { list.Button(ListPageObject.Send, "Opposition : Sans compte"), list.Page.Locator("[data-undo]") })
        {
            await control.HoverAsync();
            await list.Page.Mouse.DownAsync(new() { ClickCount = 2 });
            await list.Page.Mouse.UpAsync(new() { ClickCount = 2 });
        }

        await list.PressAsync("Ajouter une personne");
        await Expect(list.Page.GetByRole(AriaRole.Heading, new() { Name = "Personne 2" })).ToBeVisibleAsync();
        await list.ExpectProgressAsync("Oppositions envoyées : 0 sur 2");
    }

    [FactWith(Tool.Chromium)]
    public async Task Addition_DoubleClicked_AddsOneAccount()
    {
        await using var visitor = await chromium.VisitorAsync(hasPausedClock: true);
        var (list, answer) = await OpenToAddAsync(visitor);

        await list.Button("Instagram").DblClickAsync();
        answer.SetResult();

        await Expect(list.Page).ToHaveURLAsync(new Regex(@"l=1\.Ufi$"));
        await list.ExpectProgressAsync("Oppositions envoyées : 0 sur 2");
    }

    /// <summary>One click on each of two accounts is not taken for a double click, however slow the connection.</summary>
    [FactWith(Tool.Chromium)]
    public async Task Addition_ClickedAgainOnASlowConnection_AddsTwoAccounts()
    {
        await using var visitor = await chromium.VisitorAsync(hasPausedClock: true);
        var (list, answer) = await OpenToAddAsync(visitor);

        await list.Button("Instagram").ClickAsync();
        await list.Button("Instagram").ClickAsync();
        answer.SetResult();

        await Expect(list.Page).ToHaveURLAsync(new Regex(@"l=1\.Ufii$"));
        await list.ExpectProgressAsync("Oppositions envoyées : 0 sur 3");
    }

    /// <summary>On a slow connection the circuit starts seconds after the page and renders the list again.</summary>
    [FactWith(Tool.Chromium)]
    public async Task List_BecomingLiveWhileItIsFilledIn_KeepsTheFormAndTheFocus()
    {
        await using var visitor = await chromium.VisitorAsync();
        var page = await visitor.NewPageAsync();
        var mayConnect = await ListPageObject.DelayCircuitAsync(page);
        await page.GotoAsync("/fr/ma-liste?l=1.Lf-Rn&open=date.0-r-0");
        var list = new ListPageObject(page);
        await list.Date.FillAsync("2025-05-22");

        mayConnect.SetResult();
        await list.WaitForCircuitAsync();
        await Expect(list.Date).ToBeFocusedAsync();
        await list.PressAsync("Confirmée à cette date");

        await list.ExpectProgressAsync("Oppositions envoyées : 1 sur 2");
        await Expect(page.GetByText("Confirmée le 22 mai 2025")).ToBeVisibleAsync();
    }

    /// <summary>The circuit replaces the input behind the file dialog.</summary>
    [FactWith(Tool.Chromium)]
    public async Task File_ChosenWhileTheListBecomesLive_IsOpened()
    {
        await using var visitor = await chromium.VisitorAsync();
        var page = await visitor.NewPageAsync();
        var mayConnect = await ListPageObject.DelayCircuitAsync(page);
        await page.GotoAsync("/fr/ma-liste");
        var list = new ListPageObject(page);
        var dialog = await page.RunAndWaitForFileChooserAsync(() => page.GetByText("Ouvrir une liste enregistrée").ClickAsync());

        mayConnect.SetResult();
        await list.WaitForCircuitAsync();
        await dialog.SetFilesAsync(new FilePayload { Name = "list.json", MimeType = "application/json", Buffer = """{"version":1,"list":"1.Ufs250522"}"""u8.ToArray() });

        await list.ExpectProgressAsync("Oppositions envoyées : 1 sur 1");
    }

    /// <summary>A list with the panel for another account open, on a connection that answers no click until the test lets it.</summary>
    private static async Task<(ListPageObject List, TaskCompletionSource Answer)> OpenToAddAsync(Visitor visitor)
    {
        var connection = new SimulatedConnection();
        var list = await ListPageObject.OpenWithSimulatedConnectionAsync(visitor, "?l=1.Uf&open=add.0", connection);
        return (list, connection.HoldAnswers());
    }

    /// <summary>The hub answers; if that is too late, the page has stopped waiting before, and loads the list instead.</summary>
    private static async Task EndWaitAsync(Visitor visitor, TaskCompletionSource answers, bool isTooSlow)
    {
        if (isTooSlow)
        {
            await Chromium.AdvancePastAnswerTimeoutAsync(visitor);
        }

        answers.SetResult();
    }

    private static async Task ExpectTickAndDateAsync(ListPageObject list)
    {
        await list.ExpectProgressAsync("Oppositions envoyées : 2 sur 2");
        await Expect(list.Row("Opposition : Facebook")).ToContainTextAsync($"Envoyée le {ListPageObject.Today}");
        await Expect(list.Row("Opposition : Instagram")).ToContainTextAsync("Envoyée le 22 mai 2025");
    }
}
