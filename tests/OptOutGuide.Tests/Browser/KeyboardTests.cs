using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace OptOutGuide.Tests.Browser;

/// <summary>Every function of the site with Tab, Enter, Space and the arrow keys alone.</summary>
[Collection("journeys")]
public sealed class KeyboardTests(Chromium chromium)
{
    private const string AllStates = "/fr/ma-liste?l=1.Lfs250522c250523it-Uff-Rws250522nsr250523";

    [FactWith(Tool.Chromium)]
    public async Task Visitor_WithoutAMouse_GoesFromHomeToPaper()
    {
        await using var visitor = await chromium.VisitorAsync(hasPausedClock: true);
        // The browser's own clipboard is one for all tests, and those of copying read it meanwhile.
        await visitor.Browser.AddInitScriptAsync("Object.defineProperty(navigator, 'clipboard', { value: { writeText: async text => { window.copied = text; } } })");
        await visitor.Browser.AddInitScriptAsync("window.print = () => window.isPrinted = true");
        var (page, keys, list) = await StartAsync(visitor);

        await AnswerAsync(page, keys);
        await keys.FollowAsync("Ajouter ce plan à ma liste");
        await list.WaitForCircuitAsync();
        await DoAsync(keys, list, () => keys.PressAsync(list.Button(ListPageObject.Send)), 1, 2);
        await keys.FollowAsync("Annuler la dernière action");
        await list.ExpectProgressAsync("Oppositions envoyées : 0 sur 2");
        await list.WaitForCircuitAsync();
        await keys.ExpectFocusAsync();
        await DoAsync(keys, list, () => NoteLastYearAsync(keys, list), 1, 2);
        await keys.PressAsync(list.Button("Ajouter un compte ou une demande"));
        await DoAsync(keys, list, () => keys.PressAsync(list.Button("Ajouter : Sans compte")), 1, 3);
        await DoAsync(keys, list, () => keys.PressAsync(list.Button("Enlever de cette liste : Sans compte")), 1, 2);
        await DoAsync(keys, list, () => keys.PressAsync(list.Button("Enlever Instagram de cette liste")), 1, 1);
        await keys.PressAsync(list.More);
        await keys.FollowAsync("Envoyer une liste vide à un proche");
        await keys.TabToAsync(page.GetByRole(AriaRole.Button, new() { Name = "Copier l’adresse", Exact = true }));
        await keys.PressAsync("Space");
        await Expect(page.GetByRole(AriaRole.Status)).ToHaveTextAsync("Adresse copiée");
        Assert.Equal(new Uri(chromium.Site.Address, "/fr/ma-liste").AbsoluteUri, await page.EvaluateAsync<string>("window.copied"));
        await page.GoBackAsync();
        await list.WaitForCircuitAsync();
        await keys.FollowAsync("Imprimer ma liste");
        await keys.EnterAsync(AriaRole.Button, "Imprimer");

        Assert.True(await page.EvaluateAsync<bool>("window.isPrinted"));
    }

    [FactWith(Tool.Chromium)]
    [Trait("Suite", "Full")]
    public async Task Visitor_WithoutAMouseAndWithoutScript_GoesFromHomeToAnEmptiedList()
    {
        await using var visitor = await chromium.VisitorAsync(hasJavaScript: false);
        var (page, keys, list) = await StartAsync(visitor);

        await AnswerAsync(page, keys);
        await keys.FollowAsync("Ajouter ce plan à ma liste");
        await keys.PressAsync(list.Button(ListPageObject.Send));
        await list.ExpectProgressAsync("Oppositions envoyées : 1 sur 2");
        await keys.PressAsync(list.More);
        await keys.PressAsync(list.Button("Vider la liste"));
        await keys.PressAsync(list.Button("Oui, retirer"));

        await list.ExpectProgressAsync("Votre liste est vide.");
    }

    [FactWith(Tool.Chromium)]
    public async Task Removal_Confirmed_LeavesTheFocusInSight()
    {
        await using var visitor = await chromium.VisitorAsync(hasPausedClock: true);
        var list = await ListPageObject.OpenAsync(visitor, "?l=1.Lfi-Uf-Rn");
        var keys = new Keyboard(list.Page);
        await list.WaitForCircuitAsync();

        await keys.PressAsync(list.Button("Retirer cet Espace Comptes"));
        await Expect(list.Button("Oui, retirer")).ToBeFocusedAsync();
        await keys.PressAsync("Enter");
        await list.ExpectProgressAsync("Oppositions envoyées : 0 sur 2");

        await keys.ExpectFocusAsync();
    }

    [FactWith(Tool.Chromium)]
    public async Task SkipLink_Followed_PassesTheMenu()
    {
        await using var visitor = await chromium.VisitorAsync();
        var page = await visitor.NewPageAsync();
        var keys = new Keyboard(page);
        await page.GotoAsync("/fr/guides/facebook");

        await keys.PressAsync("Tab");
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "Aller au contenu" })).ToBeInViewportAsync();
        await keys.PressAsync("Enter");
        await keys.PressAsync("Tab");

        Assert.True(await page.EvaluateAsync<bool>("document.querySelector('main').contains(document.activeElement)"));
        await keys.ExpectFocusAsync();
    }

    [TheoryWith(Tool.Chromium)]
    [InlineData(true)]
    [FullData(false)]
    [Trait("Suite", "Sample")]
    public async Task SkipLink_OnTheList_KeepsWhatIsTicked(bool hasJavaScript)
    {
        await using var visitor = await chromium.VisitorAsync(hasJavaScript);
        var list = await ListPageObject.OpenAsync(visitor, "?l=1.Lf");
        if (hasJavaScript)
        {
            await list.WaitForCircuitAsync();
        }

        await list.PressAsync(ListPageObject.Send);
        await list.ExpectProgressAsync("Oppositions envoyées : 1 sur 1");

        await list.Page.GetByRole(AriaRole.Link, new() { Name = "Aller au contenu" }).FocusAsync();
        await list.Page.Keyboard.PressAsync("Enter");

        await Expect(list.Page).ToHaveURLAsync(new Regex(@"\?l=1\.Lfs\d{6}#content$"));
        await list.ExpectProgressAsync("Oppositions envoyées : 1 sur 1");
    }

    [FactWith(Tool.Chromium)]
    public async Task Anchor_Followed_LeadsOnFromThatStep()
    {
        await using var visitor = await chromium.VisitorAsync();
        var page = await visitor.NewPageAsync();
        var keys = new Keyboard(page);

        await page.GotoAsync("/fr/guides/facebook#ouvrir");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Ouvrez et envoyez le formulaire", Exact = true })).ToBeInViewportAsync();
        await keys.PressAsync("Tab");

        Assert.True(await page.EvaluateAsync<bool>("document.getElementById('ouvrir').contains(document.activeElement)"));
        await keys.ExpectFocusAsync();
    }

    [FactWith(Tool.Chromium)]
    public async Task Language_Switched_IsTheSamePage()
    {
        await using var visitor = await chromium.VisitorAsync();
        var page = await visitor.NewPageAsync();
        await page.GotoAsync("/fr/guides/facebook");

        var keys = new Keyboard(page);
        await keys.TabToAsync(page.Locator(".menu summary"));
        await keys.PressAsync("Enter");
        await keys.FollowAsync("English");

        await Expect(page).ToHaveURLAsync(new Regex("/en/guides/facebook$"));
        await Expect(page.Locator("html")).ToHaveAttributeAsync("lang", "en");
    }

    [TheoryWith(Tool.Chromium)]
    [InlineData("/fr/")]
    [FullData("/fr/guides/facebook")]
    [FullData(AllStates)]
    [Trait("Suite", "Sample")]
    public async Task Focus_ForwardsAndBackwards_IsAlwaysInSight(string path)
    {
        await using var visitor = await chromium.VisitorAsync();

        var forwards = await TabThroughAsync(visitor, path, "Tab");
        var backwards = await TabThroughAsync(visitor, path, "Shift+Tab");

        Assert.InRange(forwards, 20, 200);
        Assert.Equal(forwards, backwards);
    }

    private static async Task<int> TabThroughAsync(Visitor visitor, string path, string key)
    {
        var page = await visitor.NewPageAsync();
        await page.GotoAsync(path);
        await ListPageObject.WaitIfLiveAsync(page);
        await page.EvaluateAsync("document.querySelectorAll('details').forEach(details => details.open = true)");
        return await new Keyboard(page).TabThroughAsync(key);
    }

    private static async Task<(IPage Page, Keyboard Keys, ListPageObject List)> StartAsync(Visitor visitor)
    {
        var page = await visitor.NewPageAsync();
        await page.GotoAsync("/fr/");
        var keys = new Keyboard(page);
        await keys.FollowAsync("Commencer");
        await Expect(page).ToHaveURLAsync(new Regex("/questions$"));
        return (page, keys, new ListPageObject(page));
    }

    private static async Task AnswerAsync(IPage page, Keyboard keys)
    {
        var country = page.GetByLabel("Pays");
        await keys.TabToAsync(country);
        for (var choice = 0; choice < 40 && await country.InputValueAsync() != "BE"; choice++)
        {
            await keys.PressAsync("ArrowUp");
        }

        await keys.EnterAsync(AriaRole.Button, "Continuer");
        foreach (var service in new[] { "Facebook", "Instagram" })
        {
            await keys.TabToAsync(page.GetByLabel(service));
            await keys.PressAsync("Space");
        }

        await keys.EnterAsync(AriaRole.Button, "Continuer");
        await keys.FollowAsync("Je ne sais pas");
        await keys.FollowAsync("Oui");
        await keys.FollowAsync("Pour moi");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Votre plan");
    }

    private static async Task NoteLastYearAsync(Keyboard keys, ListPageObject list)
    {
        await keys.PressAsync(list.Button(ListPageObject.OtherDate));
        // Opening it moves the focus to its field, whose parts follow each other. The date is the same in any order of day and
        // month.
        await Expect(list.Date).ToBeFocusedAsync();
        await list.Page.Keyboard.TypeAsync("05052025");
        await Expect(list.Date).ToHaveValueAsync("2025-05-05");
        await keys.PressAsync(list.Button("Envoyée à cette date"));
    }

    private static async Task DoAsync(Keyboard keys, ListPageObject list, Func<Task> action, int done, int of)
    {
        await action();
        await list.ExpectProgressAsync($"Oppositions envoyées : {done} sur {of}");
        await keys.ExpectFocusAsync();
    }
}
