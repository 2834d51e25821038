using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace OptOutGuide.Tests.Browser;

[Collection("list")]
public sealed class ListTests(Chromium chromium)
{
    [TheoryWith(Tool.Chromium)]
    [InlineData(ListMode.Live)]
    [InlineData(ListMode.WithoutCircuit)]
    [InlineData(ListMode.WithoutScript)]
    public async Task List_FilledInAndTicked_ShowsProgressAndTheNextThingToDo(ListMode mode)
    {
        await using var visitor = await chromium.VisitorAsync(hasJavaScript: mode is not ListMode.WithoutScript);
        var list = await ListPageObject.OpenAsync(visitor, mode);
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
        await Expect(list.Page.GetByText($"Confirmée le {ListPageObject.Today}")).ToBeVisibleAsync();
        await Expect(list.Next).ToContainTextAsync("Sans compte");
        await Expect(list.Next.GetByRole(AriaRole.Link, new() { Name = "Ouvrir le guide" })).ToHaveAttributeAsync("href", new Regex("^/fr/guides/sans-compte/1\\?l=1"));
    }

    [TheoryWith(Tool.Chromium)]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Start_WithNothingTicked_IsSaidAndKeepsAsking(bool hasJavaScript)
    {
        await using var visitor = await chromium.VisitorAsync(hasJavaScript);
        var list = await ListPageObject.OpenReadyAsync(visitor, "", hasJavaScript);

        await list.StartAsync();

        await Expect(list.Page.GetByRole(AriaRole.Alert)).ToHaveTextAsync("Cochez au moins une réponse.");
        await list.StartAsync("Facebook");
        await list.ExpectProgressAsync("Oppositions envoyées : 0 sur 1");
    }

    /// <summary>Nobody must object about WhatsApp: it stands apart and changes nothing of the progress.</summary>
    [TheoryWith(Tool.Chromium)]
    [InlineData(true)]
    [FullData(false)]
    [Trait("Suite", "Sample")]
    public async Task Whatsapp_AddedAndSent_IsNotCounted(bool hasJavaScript)
    {
        await using var visitor = await chromium.VisitorAsync(hasJavaScript);
        var list = await ListPageObject.OpenReadyAsync(visitor, "?l=1.Uf", hasJavaScript);

        await list.AddAsync("Ajouter : WhatsApp");
        await Expect(list.Row("Facultatif : WhatsApp")).ToContainTextAsync("Cette demande n’est pas comptée.");
        await list.PressAboutAsync(ListPageObject.Send, "Facultatif : WhatsApp");

        await Expect(list.Row("Facultatif : WhatsApp")).ToContainTextAsync($"Envoyée le {ListPageObject.Today}");
        await list.ExpectProgressAsync("Oppositions envoyées : 0 sur 1");
    }

    [TheoryWith(Tool.Chromium)]
    [InlineData(true)]
    [InlineData(false)]
    public async Task List_SentThenConfirmed_SaysWhatIsTrueThen(bool hasJavaScript)
    {
        await using var visitor = await chromium.VisitorAsync(hasJavaScript);
        var list = await ListPageObject.OpenReadyAsync(visitor, "?l=1.Uf", hasJavaScript);

        await list.PressAsync(ListPageObject.Send);
        await Expect(list.Page.GetByRole(AriaRole.Heading, new() { Name = "Vous avez envoyé tout ce qui est dans votre liste" })).ToBeVisibleAsync();
        await list.PressAsync(ListPageObject.Confirm);

        await Expect(list.Page.GetByRole(AriaRole.Heading, new() { Name = "Vous avez terminé" })).ToBeVisibleAsync();
        await list.FollowAsync("Voir la suite");
        await Expect(list.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Vous avez terminé");
        await Expect(list.Page.GetByText($"Dernière confirmation : le {ListPageObject.Today}")).ToBeVisibleAsync();
    }

    [TheoryWith(Tool.Chromium)]
    [InlineData(true)]
    [InlineData(false)]
    public async Task DateForm_FilledIn_NotesThatDate(bool hasJavaScript)
    {
        await using var visitor = await chromium.VisitorAsync(hasJavaScript, hasPausedClock: true);
        var list = await ListPageObject.OpenReadyAsync(visitor, "?l=1.Uf", hasJavaScript);

        await list.NoteAsync("2025-05-22");

        await Expect(list.Page.GetByText("Envoyée le 22 mai 2025")).ToBeVisibleAsync();
        await Expect(list.Page).ToHaveURLAsync(new Regex("l=1.Ufs250522"));
    }

    /// <summary>One is open at a time; what was opened may be closed again.</summary>
    [TheoryWith(Tool.Chromium)]
    [InlineData(true)]
    [FullData(false)]
    [Trait("Suite", "Sample")]
    public async Task Panel_AnotherOpenedAndCancelled_IsTheOnlyOneAndGoes(bool hasJavaScript)
    {
        await using var visitor = await chromium.VisitorAsync(hasJavaScript);
        var list = await ListPageObject.OpenReadyAsync(visitor, "?l=1.Uf", hasJavaScript);
        await list.PressAsync(ListPageObject.OtherDate);
        await Expect(list.Date).ToBeVisibleAsync();

        await list.PressAsync("Mon pays");
        await Expect(list.Page.GetByLabel("Mon pays")).ToBeVisibleAsync();
        await Expect(list.Date).ToHaveCountAsync(0);
        await list.PressAsync("Annuler");

        await Expect(list.Page.GetByLabel("Mon pays")).ToHaveCountAsync(0);
    }

    /// <summary>What is chosen and not yet submitted is nobody else's to change.</summary>
    [TheoryWith(Tool.Chromium)]
    [InlineData(true)]
    [FullData(false)]
    [Trait("Suite", "Sample")]
    public async Task Country_ChosenAndAnotherButtonPressed_IsStillChosen(bool hasJavaScript)
    {
        await using var visitor = await chromium.VisitorAsync(hasJavaScript, hasPausedClock: true);
        var list = await ListPageObject.OpenReadyAsync(visitor, "?l=1.Uf", hasJavaScript);
        await list.PressAsync("Mon pays");
        await list.Page.GetByLabel("Mon pays").SelectOptionAsync("Belgique");

        await list.PressAsync(ListPageObject.Send);
        await list.ExpectProgressAsync("Oppositions envoyées : 1 sur 1");

        await Expect(list.Page.GetByLabel("Mon pays")).ToHaveValueAsync("BE");
    }

    /// <summary>The page's words are a translator's then, and no longer where the circuit left them.</summary>
    [FactWith(Tool.Chromium)]
    public async Task Tick_OnATranslatedPage_CountsAndIsTold()
    {
        await using var visitor = await chromium.VisitorAsync();
        var list = await ListPageObject.OpenReadyAsync(visitor, "?l=1.Nfi", hasJavaScript: true);

        await list.TranslateAsync();
        await list.WaitForNoCircuitAsync();
        await list.PressAboutAsync(ListPageObject.Send, "Opposition : Instagram");

        await list.ExpectProgressAsync("Oppositions envoyées : 1 sur 2");
        await Expect(list.Row("Opposition : Instagram")).ToContainTextAsync($"Envoyée le {ListPageObject.Today}");
        await Expect(list.Page.Locator("font")).ToHaveCountAsync(0);
        await list.ExpectStoredAsync("1.Nfis");
    }

    [FactWith(Tool.Chromium)]
    public async Task Page_TranslatedBeforeATicksAnswer_TellsTheTick()
    {
        await using var visitor = await chromium.VisitorAsync(hasPausedClock: true);
        var connection = new SimulatedConnection();
        var list = await ListPageObject.OpenWithSimulatedConnectionAsync(visitor, "?l=1.Nfi", connection);

        connection.IsCut = true;
        await list.PressAboutAsync(ListPageObject.Send, "Opposition : Facebook");
        await list.TranslateAsync();

        await list.ExpectProgressAsync("Oppositions envoyées : 1 sur 2");
    }
}
