using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace OptOutGuide.Tests.Browser;

/// <summary>A list for several people, as a relative or a librarian has it.</summary>
[Collection("list")]
public sealed class PeopleTests(Chromium chromium)
{
    [TheoryWith(Tool.Chromium)]
    [InlineData(true)]
    [InlineData(false)]
    public async Task List_OfTwoPeopleWithThreeCentres_KeepsThemApart(bool hasJavaScript)
    {
        await using var visitor = await chromium.VisitorAsync(hasJavaScript);
        var list = await ListPageObject.OpenReadyAsync(visitor, "?l=1.Lfi-Uf.-", hasJavaScript);

        await list.OpenPersonAsync("Personne 2");
        await list.StartAsync("Instagram");
        await list.ExpectProgressAsync("Oppositions envoyées : 0 sur 3");
        await list.PressAsync(ListPageObject.Send);

        await list.ExpectProgressAsync("Oppositions envoyées : 1 sur 3");
        await Expect(Person(list, 1)).ToContainTextAsync("0 sur 2. Envoyez votre demande d’opposition : Facebook, Instagram (Espace Comptes 1).");
        await Expect(Person(list, 2)).ToContainTextAsync("Attendez l’e-mail de Meta : Instagram.");
        await Expect(list.Page).ToHaveURLAsync(new Regex(@"l=1\.Lfi-Uf\.Uis\d{6}"));
    }

    [TheoryWith(Tool.Chromium)]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Country_Chosen_NamesTheAuthority(bool hasJavaScript)
    {
        await using var visitor = await chromium.VisitorAsync(hasJavaScript, hasPausedClock: true);
        var list = await ListPageObject.OpenAsync(visitor, "?l=1.Lf");
        if (hasJavaScript)
        {
            await list.WaitForCircuitAsync();
        }

        await list.PressAsync("Mon pays");
        await list.Page.GetByLabel("Mon pays").SelectOptionAsync("Belgique");
        await list.PressAsync("Choisir ce pays");

        await Expect(list.Page.GetByRole(AriaRole.Link, new() { Name = "Son autorité : Autorité de protection des données (APD-GBA)" })).ToBeVisibleAsync();
        await Expect(list.Page).ToHaveURLAsync(new Regex(@"l=1\.CBE-Lf"));
    }

    [FactWith(Tool.Chromium)]
    public async Task Name_Given_StaysOnTheDeviceAndOutOfTheAddress()
    {
        await using var visitor = await chromium.VisitorAsync();
        var list = await ListPageObject.OpenAsync(visitor, "?l=1.Lf.Rn");
        await list.WaitForCircuitAsync();

        await list.NameAsync("Maman MARQUEUR");
        await list.PressAsync(ListPageObject.Send);
        await list.ExpectProgressAsync("Oppositions envoyées : 1 sur 2");
        await list.Page.CloseAsync();

        var again = await ListPageObject.OpenAsync(visitor);
        await again.WaitForCircuitAsync();
        await Expect(again.Page.GetByRole(AriaRole.Heading, new() { Name = "Maman MARQUEUR" })).ToBeVisibleAsync();
        Assert.DoesNotContain("MARQUEUR", again.Page.Url, StringComparison.Ordinal);
        Assert.DoesNotContain("MARQUEUR", chromium.Site.Output, StringComparison.Ordinal);
    }

    [FactWith(Tool.Chromium)]
    public async Task Name_AfterAClickWithoutACircuit_IsStillThere()
    {
        await using var visitor = await chromium.VisitorAsync();
        var list = await ListPageObject.OpenWithoutACircuitAsync(visitor, "?l=1.Lf.Rn");
        await list.NameAsync("Maman");

        await list.PressAsync(ListPageObject.Send);

        await list.ExpectProgressAsync("Oppositions envoyées : 1 sur 2");
        await Expect(list.Page.GetByRole(AriaRole.Heading, new() { Name = "Maman" })).ToBeVisibleAsync();
    }

    /// <summary>Without its style sheet a page on a slow line shows the field before the script that hears of it.</summary>
    [FactWith(Tool.Chromium)]
    public async Task Name_TypedBeforeTheScriptIsThere_IsKept()
    {
        await using var visitor = await chromium.VisitorAsync();
        var page = await visitor.NewPageAsync();
        var isTyped = new TaskCompletionSource();
        await page.RouteAsync("**/stored-list*.js", async route =>
        {
            await isTyped.Task;
            await route.ContinueAsync();
        });
        await page.RouteAsync("**/*.css", route => route.AbortAsync());
        await page.GotoAsync("/fr/ma-liste?l=1.Lf.Rn", new() { WaitUntil = WaitUntilState.Commit });
        var name = page.GetByLabel("Nom de cette personne");
        await name.FillAsync("Maman");
        await name.BlurAsync();

        isTyped.SetResult();

        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Maman" })).ToBeVisibleAsync();
        await Expect(name).ToHaveValueAsync("Maman");
        await new ListPageObject(page).ExpectStoredAsync("[\"Maman\"");
    }

    /// <summary>Names follow their people, with a circuit and without.</summary>
    [TheoryWith(Tool.Chromium)]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Name_OfWhoStaysWhenAnotherGoes_IsTheirs(bool hasCircuit)
    {
        await using var visitor = await chromium.VisitorAsync();
        var list = await (hasCircuit ? ListPageObject.OpenAsync(visitor, "?l=1.Lf.Rn") : ListPageObject.OpenWithoutACircuitAsync(visitor, "?l=1.Lf.Rn"));
        if (hasCircuit)
        {
            await list.WaitForCircuitAsync();
        }

        await list.NameAsync("Maman");
        await list.OpenPersonAsync("Personne 2");
        await list.NameAsync("Papa");
        await list.OpenPersonAsync("Maman");
        await list.RemoveAsync("Retirer cette personne");
        await list.PressAsync("Ajouter une personne");

        await Expect(list.Page.GetByRole(AriaRole.Heading, new() { Name = "Papa" })).ToBeVisibleAsync();
        await Expect(list.Page.GetByRole(AriaRole.Heading, new() { Name = "Personne 2" })).ToBeVisibleAsync();
        await Expect(list.Page.GetByRole(AriaRole.Heading, new() { Name = "Maman" })).ToHaveCountAsync(0);
        await list.ExpectStoredAsync("[\"Papa\"");
    }

    [FactWith(Tool.Chromium)]
    public async Task Name_OfWhoIsRemovedAndComesBack_IsTheirsAgain()
    {
        await using var visitor = await chromium.VisitorAsync(hasPausedClock: true);
        var list = await ListPageObject.OpenReadyAsync(visitor, "?l=1.Lf.Rn", hasJavaScript: true);
        await list.NameAsync("Maman");
        await list.OpenPersonAsync("Personne 2");
        await list.NameAsync("Papa");
        await list.OpenPersonAsync("Maman");
        await list.RemoveAsync("Retirer cette personne");
        await list.ExpectProgressAsync("Oppositions envoyées : 0 sur 1");

        await list.FollowAsync("Annuler la dernière action");

        await list.ExpectProgressAsync("Oppositions envoyées : 0 sur 2");
        await list.ExpectStoredAsync("""["Maman","Papa"]""");
        Assert.Equal(["Maman", "Papa"], await list.Page.Locator("[data-label]").AllInnerTextsAsync());
    }

    [FactWith(Tool.Chromium)]
    public async Task Name_GivenBeforeAnUndo_Stays()
    {
        await using var visitor = await chromium.VisitorAsync(hasPausedClock: true);
        var list = await ListPageObject.OpenReadyAsync(visitor, "?l=1.Lf.Rn", hasJavaScript: true);
        await list.PressAsync(ListPageObject.Send);
        await list.ExpectProgressAsync("Oppositions envoyées : 1 sur 2");
        await list.NameAsync("Maman");

        await list.FollowAsync("Annuler la dernière action");

        await list.ExpectProgressAsync("Oppositions envoyées : 0 sur 2");
        await Expect(list.Page.GetByRole(AriaRole.Heading, new() { Name = "Maman" })).ToBeVisibleAsync();
    }

    /// <summary>The circuit replaces the field while somebody types into it.</summary>
    [FactWith(Tool.Chromium)]
    public async Task Name_TypedWhileTheListBecomesLive_IsKept()
    {
        await using var visitor = await chromium.VisitorAsync();
        var page = await visitor.NewPageAsync();
        // As in Firefox: a field that is removed raises no event, nor does one whose text a script has set.
        await page.AddInitScriptAsync("addEventListener('change', event => event.isTrusted && event.stopImmediatePropagation(), true)");
        var isTyped = await ListPageObject.DelayCircuitAsync(page);
        await page.GotoAsync("/fr/ma-liste?l=1.Lf.Rn");
        var list = new ListPageObject(page);
        await list.Name.FillAsync("Maman ");
        isTyped.SetResult();
        await list.WaitForCircuitAsync();
        await Expect(list.Name).ToHaveValueAsync("Maman ");

        await list.ExpectStoredAsync("[\"Maman\"");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Maman" })).ToBeVisibleAsync();
    }

    [FactWith(Tool.Chromium)]
    public async Task Name_TypedWhileDisconnected_SurvivesTheNextChange()
    {
        await using var visitor = await chromium.VisitorAsync();
        var (list, socket) = await ListPageObject.OpenWithDisconnectableSocketAsync(visitor, "/fr/ma-liste?l=1.Lf.Rn");
        await list.NameAsync("Maman");

        await socket.DisconnectAsync();
        await list.WaitForNoCircuitAsync();
        await list.NameAsync("Zoé");
        socket.Reconnect();
        await list.WaitForCircuitAsync();
        await list.PressAsync(ListPageObject.Send);
        await list.ExpectProgressAsync("Oppositions envoyées : 1 sur 2");

        await Expect(list.Page.GetByRole(AriaRole.Heading, new() { Name = "Zoé" })).ToBeVisibleAsync();
        await list.ExpectStoredAsync("Zoé");
        Assert.DoesNotContain("Maman", await list.StoredAsync(), StringComparison.Ordinal);
    }

    [FactWith(Tool.Chromium)]
    public async Task Name_GivenInAnotherTab_IsShownAndLeavesWhatIsTyped()
    {
        await using var visitor = await chromium.VisitorAsync(hasPausedClock: true);
        var first = await ListPageObject.OpenAsync(visitor, "?l=1.Lf.Rn");
        await first.WaitForCircuitAsync();
        var second = await ListPageObject.OpenAsync(visitor, "?l=1.Lf.Rn");
        await second.WaitForCircuitAsync();
        await second.PressAsync(ListPageObject.OtherDate);
        await second.Date.FillAsync("2025-05-22");

        await first.NameAsync("Maman");

        await Expect(second.Page.GetByRole(AriaRole.Heading, new() { Name = "Maman" })).ToBeVisibleAsync();
        await Expect(second.Date).ToHaveValueAsync("2025-05-22");
    }

    private static ILocator Person(ListPageObject list, int number) =>
        list.Page.Locator("section", new() { Has = list.Page.GetByRole(AriaRole.Heading, new() { Name = $"Personne {number}", Exact = true }) });
}
