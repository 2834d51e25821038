using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace OptOutGuide.Tests.Browser;

[Collection("journeys")]
public sealed class QuestionTests(Chromium chromium)
{
    /// <summary>Without a script; <see cref="GuideWayTests"/> answers the questions with one.</summary>
    [FactWith(Tool.Chromium)]
    public async Task Questions_Answered_LeadToAPlanAListAndASheet()
    {
        await using var visitor = await chromium.VisitorAsync(hasJavaScript: false);
        var page = await visitor.NewPageAsync();
        await page.GotoAsync("/fr/");
        await page.GetByRole(AriaRole.Link, new() { Name = "Commencer", Exact = true }).ClickAsync();

        await page.GetByLabel("Pays").SelectOptionAsync("Belgique");
        await page.GetByRole(AriaRole.Button, new() { Name = "Continuer" }).ClickAsync();
        await page.GetByLabel("Facebook").CheckAsync();
        await page.GetByLabel("Instagram").CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Continuer" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Je ne sais pas" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Oui", Exact = true }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Pour moi" }).ClickAsync();

        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Votre plan");
        await Expect(page.GetByText("Vous avez 2 demandes à envoyer.")).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "Ouvrir le guide" })).ToHaveAttributeAsync("href", "/fr/guides/facebook/1?l=1.CBE-Ufi");
        await Expect(page.GetByText("Autorité de protection des données")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Ajouter ce plan à ma liste" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Status).First).ToContainTextAsync("Oppositions envoyées : 0 sur 2");
        await page.GetByRole(AriaRole.Link, new() { Name = "Imprimer ma liste" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Row)).ToHaveCountAsync(3);
    }

    /// <summary>WCAG 3.3.1.</summary>
    [FactWith(Tool.Chromium)]
    public async Task Question_SentWithNothingTicked_SaysWhatIsMissing()
    {
        await using var visitor = await chromium.VisitorAsync(hasJavaScript: false);
        var page = await visitor.NewPageAsync();
        await page.GotoAsync("/fr/questions?where=FR");
        await Expect(page.GetByRole(AriaRole.Alert)).ToHaveCountAsync(0);

        await page.GetByRole(AriaRole.Button, new() { Name = "Continuer" }).ClickAsync();

        await Expect(page.GetByRole(AriaRole.Alert)).ToHaveTextAsync("Cochez au moins une réponse, ou « Rien de tout cela ».");
        await Expect(page.Locator("fieldset")).ToHaveAccessibleDescriptionAsync("Cochez au moins une réponse, ou « Rien de tout cela ».");
        await Expect(page.GetByLabel("Facebook")).ToBeFocusedAsync();
    }

    /// <summary>Step by step to the first question, with the answers that were given, and forward again to the one that was left.</summary>
    [FactWith(Tool.Chromium)]
    public async Task Question_LeftForTheOneBefore_ShowsWhatWasChosen()
    {
        await using var visitor = await chromium.VisitorAsync(hasJavaScript: false);
        var page = await visitor.NewPageAsync();
        await page.GotoAsync("/fr/questions?where=BE&have=facebook&have=instagram&linked=linked&l=1.Uf");
        var back = page.GetByRole(AriaRole.Link, new() { Name = "Question précédente" });
        var left = await page.GetByRole(AriaRole.Heading, new() { Level = 1 }).TextContentAsync();

        await back.ClickAsync();
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "Oui, dans le même Espace Comptes" })).ToHaveAttributeAsync("aria-current", "true");
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "Je ne sais pas" })).Not.ToHaveAttributeAsync("aria-current", "true");
        await back.ClickAsync();
        await Expect(page.GetByLabel("Facebook")).ToBeCheckedAsync();
        await Expect(page.GetByLabel("WhatsApp")).Not.ToBeCheckedAsync();
        await back.ClickAsync();
        await Expect(page.GetByLabel("Pays")).ToHaveValueAsync("BE");
        await Expect(back).ToHaveCountAsync(0);
        await page.GetByRole(AriaRole.Button, new() { Name = "Continuer" }).ClickAsync();

        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync(left!);
        await Expect(page).ToHaveURLAsync(new Regex("[?]have=facebook&have=instagram&linked=linked&l=1[.]Uf&where=BE$"));
    }

    [FactWith(Tool.Chromium)]
    public async Task Answer_Changed_AsksOnlyWhatStillMatters()
    {
        await using var visitor = await chromium.VisitorAsync(hasJavaScript: false);
        var page = await visitor.NewPageAsync();
        await page.GotoAsync("/fr/plan?where=FR&have=facebook&have=instagram&linked=unsure&login=yes&for=me");

        await page.GetByRole(AriaRole.Link, new() { Name = "Changer : Où vivez-vous ?" }).ClickAsync();
        await Expect(page.GetByLabel("Pays")).ToHaveValueAsync("FR");
        await page.GetByLabel("Pays").SelectOptionAsync("Ailleurs");
        await page.GetByRole(AriaRole.Button, new() { Name = "Continuer" }).ClickAsync();

        await Expect(page.GetByText("Un formulaire semblable existerait au Brésil")).ToBeVisibleAsync();
    }
}
