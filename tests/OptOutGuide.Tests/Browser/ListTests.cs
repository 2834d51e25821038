using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace OptOutGuide.Tests.Browser;

[Collection("browser")]
public sealed class ListTests(Chromium chromium)
{
    private static string Today => RealContent.Content.Languages[0].Date(RealContent.Today);

    /// <summary>The same walk with the circuit, before it has started, and without any script.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task List_FilledInAndTicked_ShowsProgressAndTheNextThingToDo(bool hasJavaScript)
    {
        await using var visitor = await chromium.VisitorAsync(hasJavaScript);
        var list = await ListPageObject.OpenAsync(visitor);
        await Expect(list.Status).ToContainTextAsync("Votre liste est vide.");

        await list.StartAsync("Facebook", "Instagram");
        await list.ExpectProgressAsync("Oppositions envoyées : 0 sur 2");
        await list.PressAsync("Oui");
        await list.ExpectProgressAsync("Oppositions envoyées : 0 sur 1");
        await list.AddAsync("Ajouter : Sans compte");
        await list.ExpectProgressAsync("Oppositions envoyées : 0 sur 2");
        await Expect(list.Next).ToContainTextAsync("Envoyez votre demande d’opposition : Facebook, Instagram");
        await list.PressAboutAsync(ListPageObject.Send, "Opposition : Facebook, Instagram");
        await list.ExpectProgressAsync("Oppositions envoyées : 1 sur 2");
        await list.PressAsync(ListPageObject.Confirm);

        await list.ExpectProgressAsync("dont 1 confirmée");
        await Expect(list.Page.GetByText($"Confirmée le {Today}")).ToBeVisibleAsync();
        await Expect(list.Next).ToContainTextAsync("Sans compte");
        await Expect(list.Next.GetByRole(AriaRole.Link, new() { Name = "Ouvrir le guide" })).ToHaveAttributeAsync("href", new Regex("^/fr/guides/sans-compte/1\\?l=1"));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Start_WithNothingTicked_IsSaidAndKeepsAsking(bool hasJavaScript)
    {
        await using var visitor = await chromium.VisitorAsync(hasJavaScript);
        var list = await OpenReadyAsync(visitor, "", hasJavaScript);

        await list.StartAsync();

        await Expect(list.Page.GetByRole(AriaRole.Alert)).ToHaveTextAsync("Cochez au moins une réponse.");
        await list.StartAsync("Facebook");
        await list.ExpectProgressAsync("Oppositions envoyées : 0 sur 1");
    }

    /// <summary>Nobody must object about WhatsApp: it stands apart and changes nothing of the progress.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Whatsapp_AddedAndSent_IsNotCounted(bool hasJavaScript)
    {
        await using var visitor = await chromium.VisitorAsync(hasJavaScript);
        var list = await OpenReadyAsync(visitor, "?l=1.Uf", hasJavaScript);

        await list.AddAsync("Ajouter : WhatsApp");
        await Expect(list.Row("Facultatif : WhatsApp")).ToContainTextAsync("Cette demande n’est pas comptée.");
        await list.PressAboutAsync(ListPageObject.Send, "Facultatif : WhatsApp");

        await Expect(list.Row("Facultatif : WhatsApp")).ToContainTextAsync($"Envoyée le {Today}");
        await list.ExpectProgressAsync("Oppositions envoyées : 0 sur 1");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task List_SentThenConfirmed_SaysWhatIsTrueThen(bool hasJavaScript)
    {
        await using var visitor = await chromium.VisitorAsync(hasJavaScript);
        var list = await OpenReadyAsync(visitor, "?l=1.Uf", hasJavaScript);

        await list.PressAsync(ListPageObject.Send);
        await Expect(list.Page.GetByRole(AriaRole.Heading, new() { Name = "Vous avez tout envoyé" })).ToBeVisibleAsync();
        await list.PressAsync(ListPageObject.Confirm);

        await Expect(list.Page.GetByRole(AriaRole.Heading, new() { Name = "Vous avez terminé" })).ToBeVisibleAsync();
        await list.FollowAsync("Voir la suite");
        await Expect(list.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Vous avez terminé");
        await Expect(list.Page.GetByText($"Dernière confirmation : le {Today}")).ToBeVisibleAsync();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task DateForm_FilledIn_NotesThatDate(bool hasJavaScript)
    {
        await using var visitor = await chromium.VisitorAsync(hasJavaScript);
        var list = await OpenReadyAsync(visitor, "?l=1.Uf", hasJavaScript);

        await list.NoteAsync("2025-05-22");

        await Expect(list.Page.GetByText("Envoyée le 22 mai 2025")).ToBeVisibleAsync();
        await Expect(list.Page).ToHaveURLAsync(new Regex("l=1.Ufs250522"));
    }

    /// <summary>One is open at a time; what was opened may be closed again.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Panel_AnotherOpenedAndCancelled_IsTheOnlyOneAndGoes(bool hasJavaScript)
    {
        await using var visitor = await chromium.VisitorAsync(hasJavaScript);
        var list = await OpenReadyAsync(visitor, "?l=1.Uf", hasJavaScript);
        await list.PressAsync(ListPageObject.OtherDate);
        await Expect(list.Date).ToBeVisibleAsync();

        await list.PressAsync("Pays de cette personne");
        await Expect(list.Page.GetByLabel("Pays de cette personne")).ToBeVisibleAsync();
        await Expect(list.Date).ToHaveCountAsync(0);
        await list.PressAsync("Annuler");

        await Expect(list.Page.GetByLabel("Pays de cette personne")).ToHaveCountAsync(0);
    }

    /// <summary>The page may have been rendered days ago: the server knows what day it is when the date arrives.</summary>
    [Fact]
    public async Task DateField_DaysAfterItWasDrawn_TakesTheDaysSince()
    {
        await using var visitor = await chromium.VisitorAsync();
        var list = await OpenReadyAsync(visitor, "?l=1.Uf", hasJavaScript: true);
        await list.PressAsync(ListPageObject.OtherDate);

        await list.Date.FillAsync(RealContent.Today.AddDays(2).ToString("O", CultureInfo.InvariantCulture));

        Assert.True(await list.Date.EvaluateAsync<bool>("field => field.checkValidity()"));
        await list.Date.FillAsync("2024-04-30");
        Assert.False(await list.Date.EvaluateAsync<bool>("field => field.checkValidity()"));
    }

    [Fact]
    public async Task List_BrowserClosedAndReopened_ComesBack()
    {
        await using var visitor = await chromium.VisitorAsync();
        var before = await ListPageObject.OpenAsync(visitor);
        await before.WaitForCircuitAsync();
        await before.StartAsync("Facebook");
        await before.PressAsync(ListPageObject.Send);
        await before.ExpectProgressAsync("Oppositions envoyées : 1 sur 1");
        await before.Page.CloseAsync();

        var after = await ListPageObject.OpenAsync(visitor);

        await after.ExpectProgressAsync("Oppositions envoyées : 1 sur 1");
    }

    [Fact]
    public async Task List_AddressOpenedOnASecondDevice_IsTheSame()
    {
        await using var first = await chromium.VisitorAsync();
        var list = await ListPageObject.OpenAsync(first);
        await list.WaitForCircuitAsync();
        await list.StartAsync("Facebook");
        await list.PressAsync(ListPageObject.Send);
        await list.ExpectProgressAsync("Oppositions envoyées : 1 sur 1");
        await Expect(list.Page).ToHaveURLAsync(new Regex(@"l=1\.Ufs\d{6}"));

        await using var second = await chromium.VisitorAsync();
        var copy = await ListPageObject.OpenAsync(second, new Uri(list.Page.Url).Query);

        await copy.ExpectProgressAsync("Oppositions envoyées : 1 sur 1");
    }

    [Fact]
    public async Task List_ReloadedOrTickedBeforeTheCircuit_LosesNothing()
    {
        await using var visitor = await chromium.VisitorAsync();
        var list = await ListPageObject.OpenWithoutACircuitAsync(visitor);

        await list.StartAsync("Facebook");
        await list.PressAsync(ListPageObject.Send);
        await list.ExpectProgressAsync("Oppositions envoyées : 1 sur 1");
        await list.Page.ReloadAsync();
        await list.ExpectProgressAsync("Oppositions envoyées : 1 sur 1");
        await list.Page.GotoAsync("/fr/ma-liste");

        await list.ExpectProgressAsync("Oppositions envoyées : 1 sur 1");
    }

    [Fact]
    public async Task Server_RestartedBetweenTwoTicks_LosesNothingAndShowsNoError()
    {
        await using var visitor = await chromium.VisitorAsync();
        var list = await ListPageObject.OpenAsync(visitor);
        await list.WaitForCircuitAsync();
        await list.StartAsync("Facebook", "Aucun compte chez Meta");
        await list.PressAsync(ListPageObject.Send);
        await list.ExpectProgressAsync("Oppositions envoyées : 1 sur 2");

        await chromium.Site.StopAsync();
        await list.WaitForNoCircuitAsync();
        await Expect(list.Page.GetByRole(AriaRole.Dialog)).ToHaveCountAsync(0);
        await list.ExpectProgressAsync("Oppositions envoyées : 1 sur 2");
        await chromium.Site.RestartAsync();
        await list.PressAsync(ListPageObject.Send);

        await list.ExpectProgressAsync("Oppositions envoyées : 2 sur 2");
        await list.WaitForCircuitAsync();
        await list.PressAsync(ListPageObject.Confirm);
        await list.ExpectProgressAsync("dont 1 confirmée");
    }

    [Fact]
    public async Task Connection_DeadWithoutNotice_ClickIsFollowedAllTheSame()
    {
        await using var visitor = await chromium.VisitorAsync();
        var connection = new SimulatedConnection();
        var list = await ListPageObject.OpenWithSimulatedConnectionAsync(visitor, "?l=1.Rn", connection);

        connection.IsCut = true;
        await list.PressAsync(ListPageObject.Send);

        await list.ExpectProgressAsync("Oppositions envoyées : 1 sur 1");
    }

    /// <summary>What is rendered can be clicked at once: the circuit answers a moment later, or the page is loaded anew where the line is too slow for it.</summary>
    [Theory]
    [InlineData(600)]
    [InlineData(1500)]
    [InlineData(2500)]
    public async Task Ticks_FasterThanTheLine_AllCountInTheirOrder(int lag)
    {
        await using var visitor = await chromium.VisitorAsync();
        var connection = new SimulatedConnection();
        var list = await ListPageObject.OpenWithSimulatedConnectionAsync(visitor, "?l=1.Ufi-Rn", connection);
        connection.Lag = TimeSpan.FromMilliseconds(lag);

        await list.PressAboutAsync(ListPageObject.Send, "Opposition : Facebook");
        await list.PressAboutAsync(ListPageObject.Send, "Opposition : Instagram");
        await list.PressAboutAsync(ListPageObject.Send, "Opposition : Sans compte");
        await list.PressAboutAsync(ListPageObject.Confirm, "Opposition : Facebook");
        connection.Lag = TimeSpan.Zero;

        await list.ExpectProgressAsync("Oppositions envoyées : 3 sur 3, dont 1 confirmée");
    }

    /// <summary>An account that goes away moves the others up: what was clicked is marked, and not what has taken its place.</summary>
    [Theory]
    [InlineData(1000)]
    [InlineData(2500)]
    public async Task Tick_WhileARemovalIsUnderWay_MarksWhatWasClicked(int lag)
    {
        await using var visitor = await chromium.VisitorAsync();
        var connection = new SimulatedConnection();
        var list = await ListPageObject.OpenWithSimulatedConnectionAsync(visitor, "?l=1.Nfit", connection);
        connection.Lag = TimeSpan.FromMilliseconds(lag);

        await list.PressAsync("Retirer Facebook");
        await list.PressAboutAsync(ListPageObject.Send, "Opposition : Instagram");
        connection.Lag = TimeSpan.Zero;

        await list.ExpectProgressAsync("Oppositions envoyées : 1 sur 2");
        await Expect(list.Row("Opposition : Instagram")).ToContainTextAsync($"Envoyée le {Today}");
        await Expect(list.Page).ToHaveURLAsync(new Regex(@"l=1\.Nis\d{6}t"));
    }

    [Fact]
    public async Task DatedMark_AfterATickOnADeadConnection_BothCount()
    {
        await using var visitor = await chromium.VisitorAsync(isPatient: true);
        var connection = new SimulatedConnection();
        var list = await ListPageObject.OpenWithSimulatedConnectionAsync(visitor, "?l=1.Nfi", connection);
        await list.PressAboutAsync(ListPageObject.OtherDate, "Opposition : Instagram");
        await list.Date.FillAsync("2025-05-22");

        connection.IsCut = true;
        await list.PressAboutAsync(ListPageObject.Send, "Opposition : Facebook");
        await list.PressAsync("Envoyée à cette date");
        await list.Page.EvaluateAsync("giveUp()");

        await ExpectTickAndDateAsync(list);
    }

    /// <summary>Without a circuit each click fetches a page: what is clicked meanwhile goes with it.</summary>
    [Fact]
    public async Task DatedMark_AfterATickBeforeTheCircuit_BothCount()
    {
        await using var visitor = await chromium.VisitorAsync();
        var list = await ListPageObject.OpenWithoutACircuitAsync(visitor, "?l=1.Nfi&open=date.0-0-1&on=2025-05-22");

        await list.Page.EvaluateAsync("['sent.0-0-0', 'sent.0-0-1.on'].forEach(what => document.querySelector(`button.secondary[value=\"${what}\"]`).click())");

        await ExpectTickAndDateAsync(list);
    }

    /// <summary>A hand used to double-clicking must not press the control that takes the place of the first.</summary>
    [Fact]
    public async Task Control_DoubleClicked_CountsOnce()
    {
        await using var visitor = await chromium.VisitorAsync(isPatient: true);
        var list = await OpenReadyAsync(visitor, "?l=1.Uf-Rns250522c250523", hasJavaScript: true);

        await list.PressAboutAsync("Marquer « à faire »", "Opposition : Sans compte");
        await list.ExpectProgressAsync("Oppositions envoyées : 0 sur 2");
        await list.Button(ListPageObject.Send, "Opposition : Sans compte").HoverAsync();
        await list.Page.Mouse.DownAsync(new() { ClickCount = 2 });
        await list.Page.Mouse.UpAsync(new() { ClickCount = 2 });

        await list.PressAsync("Ajouter une personne");
        await Expect(list.Page.GetByRole(AriaRole.Heading, new() { Name = "Personne 2" })).ToBeVisibleAsync();
        await list.ExpectProgressAsync("Oppositions envoyées : 0 sur 2");
    }

    [Fact]
    public async Task Addition_DoubleClicked_AddsOneAccount()
    {
        await using var visitor = await chromium.VisitorAsync();
        var connection = new SimulatedConnection();
        var list = await OpenToAddAsync(visitor, connection);

        await list.Button("Instagram").DblClickAsync();

        await Expect(list.Page).ToHaveURLAsync(new Regex(@"l=1\.Ufi$"));
        await list.ExpectProgressAsync("Oppositions envoyées : 0 sur 2");
    }

    /// <summary>Whoever has two accounts and clicks once for each is not taken for a double click, however slow the line.</summary>
    [Fact]
    public async Task Addition_ClickedAgainOnASlowLine_AddsTwoAccounts()
    {
        await using var visitor = await chromium.VisitorAsync();
        var connection = new SimulatedConnection();
        var list = await OpenToAddAsync(visitor, connection);

        await list.Button("Instagram").ClickAsync();
        await list.Button("Instagram").ClickAsync();

        await Expect(list.Page).ToHaveURLAsync(new Regex(@"l=1\.Ufii$"));
        await list.ExpectProgressAsync("Oppositions envoyées : 0 sur 3");
    }

    /// <summary>The page's words are a translator's then, and no longer where the circuit left them.</summary>
    [Fact]
    public async Task Tick_OnATranslatedPage_CountsAndIsTold()
    {
        await using var visitor = await chromium.VisitorAsync();
        var list = await OpenReadyAsync(visitor, "?l=1.Nfi", hasJavaScript: true);

        await list.TranslateAsync();
        await list.WaitForNoCircuitAsync();
        await list.PressAboutAsync(ListPageObject.Send, "Opposition : Instagram");

        await list.ExpectProgressAsync("Oppositions envoyées : 1 sur 2");
        await Expect(list.Row("Opposition : Instagram")).ToContainTextAsync($"Envoyée le {Today}");
        await Expect(list.Page.Locator("font")).ToHaveCountAsync(0);
        Assert.Contains("1.Nfis", await list.StoredAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Page_TranslatedBeforeATicksAnswer_TellsTheTick()
    {
        await using var visitor = await chromium.VisitorAsync(isPatient: true);
        var connection = new SimulatedConnection();
        var list = await ListPageObject.OpenWithSimulatedConnectionAsync(visitor, "?l=1.Nfi", connection);

        connection.IsCut = true;
        await list.PressAboutAsync(ListPageObject.Send, "Opposition : Facebook");
        await list.TranslateAsync();

        await list.ExpectProgressAsync("Oppositions envoyées : 1 sur 2");
    }

    /// <summary>What is chosen and not yet submitted is nobody else's to change.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Country_ChosenAndAnotherButtonPressed_IsStillChosen(bool hasJavaScript)
    {
        await using var visitor = await chromium.VisitorAsync(hasJavaScript);
        var list = await OpenReadyAsync(visitor, "?l=1.Uf", hasJavaScript);
        await list.PressAsync("Pays de cette personne");
        await list.Page.GetByLabel("Pays de cette personne").SelectOptionAsync("Belgique");

        await list.PressAsync(ListPageObject.Send);
        await list.ExpectProgressAsync("Oppositions envoyées : 1 sur 1");

        await Expect(list.Page.GetByLabel("Pays de cette personne")).ToHaveValueAsync("BE");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Click_OnTheListOfANewerSite_SaysThatItIsNewer(bool hasJavaScript)
    {
        await using var visitor = await chromium.VisitorAsync(hasJavaScript);

        var list = await ListPageObject.OpenAsync(visitor, "?l=2.x&do=country.0.FR");

        await Expect(list.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("version plus récente");
    }

    /// <summary>In the tab that keeps a list, by an address that looks as if a click there had led to it.</summary>
    [Theory]
    [InlineData("#p0")]
    [InlineData("#part-0")]
    [InlineData("&own=0123456789abcdef#part-0")]
    public async Task Address_OfSomebodyElse_PastedIntoTheSameTab_ReplacesNothingUnasked(string end)
    {
        await using var visitor = await chromium.VisitorAsync();
        var list = await OpenReadyAsync(visitor, "?l=1.Uf", hasJavaScript: true);
        await list.PressAsync(ListPageObject.Send);
        await list.ExpectProgressAsync("Oppositions envoyées : 1 sur 1");

        await list.Page.GotoAsync("/fr/ma-liste?l=1.Nfit" + end);
        await Expect(list.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("a déjà une autre liste");
        await list.WaitForCircuitAsync();
        await list.PressAboutAsync(ListPageObject.Send, "Opposition : Threads");
        await list.ExpectProgressAsync("Oppositions envoyées : 1 sur 3");

        Assert.Contains("1.Ufs", await list.StoredAsync(), StringComparison.Ordinal);
        await list.Page.GetByRole(AriaRole.Button, new() { Name = "Garder plutôt celle-ci" }).ClickAsync();
        await Eventually.TrueAsync(async () => (await list.StoredAsync())!.Contains("1.Nfits", StringComparison.Ordinal));
        await Expect(list.Page.GetByRole(AriaRole.Alert)).ToHaveCountAsync(0);
    }

    /// <summary>The list of an address that a click led to is the visitor's own, and the address says nothing of how it came about.</summary>
    [Fact]
    public async Task Click_WithoutACircuit_IsKeptUnderAShortAddress()
    {
        await using var visitor = await chromium.VisitorAsync();
        var list = await ListPageObject.OpenWithoutACircuitAsync(visitor, "?l=1.Uf");

        await list.PressAsync(ListPageObject.Send);

        await Expect(list.Page).ToHaveURLAsync(new Regex(@"/fr/ma-liste\?l=1\.Ufs\d{6}(#[\w-]+)?$"));
        await Eventually.TrueAsync(async () => (await list.StoredAsync())!.Contains("1.Ufs", StringComparison.Ordinal));
        await Expect(list.Page.GetByRole(AriaRole.Alert)).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Address_WithAnotherList_DoesNotReplaceTheDevicesOwn()
    {
        await using var visitor = await chromium.VisitorAsync();
        var own = await ListPageObject.OpenAsync(visitor);
        await own.WaitForCircuitAsync();
        await own.StartAsync("Facebook");
        await own.ExpectProgressAsync("Oppositions envoyées : 0 sur 1");
        await own.Page.CloseAsync();

        var received = await ListPageObject.OpenAsync(visitor, "?l=1.Ufff");
        await received.ExpectProgressAsync("Oppositions envoyées : 0 sur 3");
        await Expect(received.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("a déjà une autre liste");
        await received.FollowAsync("Ouvrir la liste de cet appareil");

        await received.ExpectProgressAsync("Oppositions envoyées : 0 sur 1");
    }

    /// <summary>The plan's link leads to a list too: who has ticked some of theirs keeps it unless they say otherwise.</summary>
    [Fact]
    public async Task Plan_PutIntoAListWithTicks_AsksBeforeItReplacesThem()
    {
        await using var visitor = await chromium.VisitorAsync();
        var list = await ListPageObject.OpenAsync(visitor, "?l=1.Lf");
        await list.WaitForCircuitAsync();
        await list.PressAsync(ListPageObject.Send);
        await list.ExpectProgressAsync("Oppositions envoyées : 1 sur 1");
        await list.Page.GotoAsync("/fr/plan?where=FR&have=facebook&have=instagram&linked=not-linked&login=yes&for=me");

        await list.Page.GetByRole(AriaRole.Link, new() { Name = "Ajouter ce plan à ma liste" }).ClickAsync();
        await list.ExpectProgressAsync("Oppositions envoyées : 0 sur 2");
        await Expect(list.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("a déjà une autre liste");
        await list.FollowAsync("Ouvrir la liste de cet appareil");

        await list.ExpectProgressAsync("Oppositions envoyées : 1 sur 1");
    }

    [Theory]
    [InlineData("{broken", "pas pu lire")]
    [InlineData("{\"version\":9,\"list\":\"9.X\"}", "version plus récente")]
    public async Task Storage_NotUnderstood_IsSaidAndKeptAside(string stored, string expected)
    {
        await using var visitor = await chromium.VisitorAsync();
        await visitor.AddInitScriptAsync($"if (!localStorage.length) localStorage.setItem('optoutguide.list', {System.Text.Json.JsonSerializer.Serialize(stored)})");

        var list = await ListPageObject.OpenAsync(visitor);
        await list.WaitForCircuitAsync();
        await Expect(list.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync(expected);
        await list.StartAsync("Facebook");
        await Expect(list.Page).ToHaveURLAsync(new Regex(@"l=1\.Uf"));

        var kept = await list.Page.EvaluateAsync<string[]>("Object.keys(localStorage).filter(key => key.startsWith('optoutguide.list.aside')).map(key => localStorage[key])");
        Assert.Equal(stored, Assert.Single(kept));
    }

    [Fact]
    public async Task Storage_ClearedMeanwhile_IsSaid()
    {
        await using var visitor = await chromium.VisitorAsync();
        var list = await ListPageObject.OpenAsync(visitor);
        await list.WaitForCircuitAsync();
        await list.StartAsync("Facebook");
        await Expect(list.Page).ToHaveURLAsync(new Regex(@"l=1\.Uf"));

        await list.Page.EvaluateAsync("localStorage.clear()");
        await list.Page.GotoAsync("/fr/ma-liste");

        await Expect(list.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("a été effacée");
    }

    [Fact]
    public async Task Storage_Refused_IsSaid()
    {
        await using var visitor = await VisitorWithoutStorageAsync();
        var list = await ListPageObject.OpenAsync(visitor);
        await list.WaitForCircuitAsync();

        await list.StartAsync("Facebook");

        await Expect(list.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("refuse d’enregistrer la liste");
        await list.ExpectProgressAsync("Oppositions envoyées : 0 sur 1");
    }

    /// <summary>On a slow line the circuit comes seconds after the page, and renders the list anew.</summary>
    [Fact]
    public async Task List_BecomingLiveWhileItIsFilledIn_KeepsTheFormAndTheFocus()
    {
        await using var visitor = await chromium.VisitorAsync();
        var page = await visitor.NewPageAsync();
        var mayConnect = new TaskCompletionSource();
        await page.RouteAsync("**/_blazor/negotiate**", async route =>
        {
            await mayConnect.Task;
            await route.ContinueAsync();
        });
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

    /// <summary>As after a change whose answer took so long that an address was followed instead.</summary>
    [Fact]
    public async Task Storage_RefusedForTheListOfTheAddress_IsSaidAtOnce()
    {
        await using var visitor = await VisitorWithoutStorageAsync();
        var list = await ListPageObject.OpenAsync(visitor, "?l=1.Rn");

        await Expect(list.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("refuse d’enregistrer la liste");
    }

    [Fact]
    public async Task List_OpenInTwoTabs_StaysTheSameInBoth()
    {
        await using var visitor = await chromium.VisitorAsync();
        var first = await ListPageObject.OpenAsync(visitor);
        await first.WaitForCircuitAsync();
        await first.StartAsync("Facebook");
        await first.ExpectProgressAsync("Oppositions envoyées : 0 sur 1");
        var second = await ListPageObject.OpenAsync(visitor);
        await second.WaitForCircuitAsync();

        await second.PressAsync(ListPageObject.Send);

        await first.ExpectProgressAsync("Oppositions envoyées : 1 sur 1");
    }

    [Fact]
    public async Task List_InAnyFlow_SetsNoCookieAndAsksNobodyElse()
    {
        await using var visitor = await chromium.VisitorAsync();
        var strangers = new List<string>();
        visitor.Request += (_, request) =>
        {
            if (new Uri(request.Url).Authority != chromium.Site.Address.Authority)
            {
                strangers.Add(request.Url);
            }
        };
        var list = await ListPageObject.OpenAsync(visitor);
        await list.WaitForCircuitAsync();

        await list.StartAsync("Facebook");
        await list.PressAsync(ListPageObject.Send);
        await list.ExpectProgressAsync("Oppositions envoyées : 1 sur 1");

        Assert.Empty(await visitor.CookiesAsync());
        Assert.Empty(strangers);
        Assert.DoesNotContain("Ufs", chromium.Site.Output, StringComparison.Ordinal);
    }

    private static async Task<ListPageObject> OpenReadyAsync(IBrowserContext visitor, string query, bool hasJavaScript)
    {
        var list = await ListPageObject.OpenAsync(visitor, query);
        if (hasJavaScript)
        {
            await list.WaitForCircuitAsync();
        }

        return list;
    }

    /// <summary>A list whose panel for another account is open, on a line that is slow from then on.</summary>
    private static async Task<ListPageObject> OpenToAddAsync(IBrowserContext visitor, SimulatedConnection connection)
    {
        var list = await ListPageObject.OpenWithSimulatedConnectionAsync(visitor, "?l=1.Uf&open=add.0", connection);
        connection.Lag = TimeSpan.FromMilliseconds(1000);
        return list;
    }

    private static async Task ExpectTickAndDateAsync(ListPageObject list)
    {
        await list.ExpectProgressAsync("Oppositions envoyées : 2 sur 2");
        await Expect(list.Row("Opposition : Facebook")).ToContainTextAsync($"Envoyée le {Today}");
        await Expect(list.Row("Opposition : Instagram")).ToContainTextAsync("Envoyée le 22 mai 2025");
    }

    private async Task<IBrowserContext> VisitorWithoutStorageAsync()
    {
        var visitor = await chromium.VisitorAsync();
        await visitor.AddInitScriptAsync("Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError') }");
        return visitor;
    }
}
