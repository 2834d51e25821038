using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace OptOutGuide.Tests.Browser;

/// <summary>Whole journeys: from a guide, or from the home page, to a ticked list.</summary>
[Collection("journeys")]
public sealed class GuideWayTests(Chromium chromium)
{
    private static string Today => ListPageObject.Today;

    [TheoryWith(Tool.Chromium)]
    [InlineData("/fr/guides/facebook", "Commencer", "C’est fait", "Continuer", "Pas encore : montrez-moi comment remplir", "Oui, je l’ai envoyée", "Oppositions envoyées : 1 sur 1", true)]
    [FullData("/fr/guides/facebook", "Commencer", "C’est fait", "Continuer", "Pas encore : montrez-moi comment remplir", "Oui, je l’ai envoyée", "Oppositions envoyées : 1 sur 1", false)]
    [FullData("/en/guides/facebook", "Start the steps", "Done", "Continue", "Not yet: show me how to fill it in", "Yes, I’ve sent it", "Objections sent: 1 of 1", true)]
    [FullData("/en/guides/facebook", "Start the steps", "Done", "Continue", "Not yet: show me how to fill it in", "Yes, I’ve sent it", "Objections sent: 1 of 1", false)]
    [Trait("Suite", "Sample")]
    public async Task Guide_FollowedToItsEnd_TicksTheList(string guide, string start, string done, string goOn, string notYet, string sent, string progress, bool hasJavaScript)
    {
        await using var visitor = await chromium.VisitorAsync(hasJavaScript);
        var page = await visitor.NewPageAsync();
        await page.GotoAsync(guide);

        foreach (var name in new[] { start, done, goOn, notYet, done, done, goOn, sent })
        {
            await page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Link, new() { Name = name, Exact = true }).ClickAsync();
        }

        await Expect(page.GetByRole(AriaRole.Status).First).ToContainTextAsync(progress);
    }

    /// <summary>Home, questions, plan, step by step, ticked, done; for two services.</summary>
    [TheoryWith(Tool.Chromium)]
    [InlineData("fr", true)]
    [InlineData("fr", false)]
    [FullData("en", true)]
    [FullData("en", false)]
    [Trait("Suite", "Sample")]
    public async Task Journey_FromHomeToTheEnd_LeadsFromPageToPage(string code, bool hasJavaScript)
    {
        await using var visitor = await chromium.VisitorAsync(hasJavaScript);
        var page = await visitor.NewPageAsync();
        var language = RealContent.Content.FindLanguage(code)!;
        var (guide, list, questions, done) = (language.Texts<GuideTexts>(), language.Texts<ListTexts>(), language.Texts<QuestionTexts>(), language.Texts<DoneTexts>());
        await page.GotoAsync($"/{code}/");
        await FollowAsync(language.Texts<HomeTexts>().StartNow);
        await page.GetByLabel(questions.Country).SelectOptionAsync("FR");
        await page.GetByRole(AriaRole.Button, new() { Name = questions.Continue }).ClickAsync();
        await page.GetByLabel("Facebook").CheckAsync();
        await page.GetByLabel("Instagram").CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = questions.Continue }).ClickAsync();
        foreach (var answer in new[] { questions.LinkedNo, questions.LoginYes, questions.ForMe })
        {
            await FollowAsync(answer);
        }

        foreach (var sent in new[] { 1, 2 })
        {
            foreach (var name in new[] { list.OpenGuide, guide.StepDone, guide.StepContinue, guide.SentYes })
            {
                await FollowAsync(name);
            }

            await Expect(page.GetByRole(AriaRole.Status).First).ToContainTextAsync(language.Format(list.Progress, sent, 2));
        }

        await FollowAsync(done.Open);
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync(done.SentTitle);

        Task FollowAsync(string name) => page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Link, new() { Name = name, Exact = true }).First.ClickAsync();
    }

    /// <summary>Of two linked services; the country is chosen already.</summary>
    [TheoryWith(Tool.Chromium)]
    [InlineData("fr")]
    [FullData("en")]
    [Trait("Suite", "Sample")]
    public async Task Journey_ByTheQuestionsToMetasForm_IsNineTaps(string code)
    {
        await using var visitor = await chromium.VisitorAsync(hasJavaScript: false);
        var page = await visitor.NewPageAsync();
        var language = RealContent.Content.FindLanguage(code)!;
        var questions = language.Texts<QuestionTexts>();
        var form = RealContent.Content.Guide(RealContent.Content.SiteMap.Find(PageKind.Guide, "facebook", code)!).Forms[0];
        await visitor.Browser.RouteAsync($"https://{form.Url.Host}/**", route => route.FulfillAsync(new() { Body = "<h1>Meta</h1>", ContentType = "text/html" }));
        await page.GotoAsync($"/{code}/");
        (AriaRole, string)[] taps =
        [
            (AriaRole.Link, language.Texts<HomeTexts>().StartNow),
            (AriaRole.Button, questions.Continue),
            (AriaRole.Checkbox, "Facebook"),
            (AriaRole.Checkbox, "Instagram"),
            (AriaRole.Button, questions.Continue),
            (AriaRole.Link, questions.LinkedYes),
            (AriaRole.Link, questions.LoginYes),
            (AriaRole.Link, questions.ForMe),
            (AriaRole.Link, language.Format(language.Texts<GuideTexts>().OpenForm, form.Domain)),
        ];

        foreach (var (role, name) in taps)
        {
            await page.GetByRole(AriaRole.Main).GetByRole(role, new() { Name = name, Exact = true }).First.ClickAsync();
        }

        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Meta" })).ToBeVisibleAsync();
    }

    /// <summary>A helper goes on for the second person of a list.</summary>
    [TheoryWith(Tool.Chromium)]
    [InlineData(true)]
    [FullData(false)]
    [Trait("Suite", "Sample")]
    public async Task Journey_ForASecondPerson_TicksTheirPart(bool hasJavaScript)
    {
        await using var visitor = await chromium.VisitorAsync(hasJavaScript);
        var list = await ListPageObject.OpenAsync(visitor, "?l=1.Ufs250522c250523.Uf&who=1");
        foreach (var name in new[] { "Ouvrir le guide", "C’est fait", "Continuer", "Oui, je l’ai envoyée" })
        {
            await list.FollowAsync(name);
        }

        await list.ExpectProgressAsync("Oppositions envoyées : 2 sur 2");
        await Expect(list.Page.GetByText($"Envoyée le {Today}")).ToBeVisibleAsync();
    }

    /// <summary>From the question to how to see it, and back with the answers.</summary>
    [FactWith(Tool.Chromium)]
    public async Task Question_LeftForItsExplanation_IsWaitingWithTheAnswers()
    {
        await using var visitor = await chromium.VisitorAsync(hasJavaScript: false);
        var page = await visitor.NewPageAsync();
        await page.GotoAsync("/fr/questions?where=FR&have=facebook&have=instagram");
        var question = await page.GetByRole(AriaRole.Heading, new() { Level = 1 }).TextContentAsync();

        await page.GetByRole(AriaRole.Link, new() { Name = "Comment le savoir ?" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Revenir à la question" }).ClickAsync();

        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync(question!);
        await Expect(page).ToHaveURLAsync(new Regex("[?]where=FR&have=facebook&have=instagram$"));
    }

    /// <summary>What the list of this device holds stays, and what the guide is about is added.</summary>
    [FactWith(Tool.Chromium)]
    public async Task Sent_WithAListOnTheDevice_IsAddedToIt()
    {
        await using var visitor = await chromium.VisitorAsync();
        var list = await ListPageObject.OpenAsync(visitor, "?l=1.Uis250522");
        await list.WaitForCircuitAsync();

        await list.Page.GotoAsync("/fr/guides/facebook/7");
        await list.FollowAsync("Oui, je l’ai envoyée");

        await list.ExpectProgressAsync("Oppositions envoyées : 2 sur 2");
        await list.ExpectStoredAsync("1.Uis250522fs");
    }

    /// <summary>With a script the device's list is newer than the one that an old page carries in its address.</summary>
    [FactWith(Tool.Chromium)]
    public async Task Sent_FromAPageWithAnOlderList_IsAddedToTheDevicesList()
    {
        await using var visitor = await chromium.VisitorAsync();
        var list = await ListPageObject.OpenAsync(visitor, "?l=1.Uis250522");
        await list.WaitForCircuitAsync();

        await list.Page.GotoAsync("/fr/guides/facebook/7?l=1.Ui");
        await list.FollowAsync("Oui, je l’ai envoyée");

        await list.ExpectProgressAsync("Oppositions envoyées : 2 sur 2");
        await list.WaitForCircuitAsync();
        await Expect(list.Page.Locator("[data-notice=other]")).ToBeHiddenAsync();
    }

    [FactWith(Tool.Chromium)]
    public async Task Sent_AnsweredTwice_IsNotedOnce()
    {
        await using var visitor = await chromium.VisitorAsync();
        var page = await visitor.NewPageAsync();
        var list = new ListPageObject(page);
        await page.GotoAsync("/fr/guides/facebook/7");
        await list.FollowAsync("Oui, je l’ai envoyée");
        await list.WaitForCircuitAsync();

        await page.GoBackAsync();
        await list.FollowAsync("Oui, je l’ai envoyée");

        await list.ExpectProgressAsync("Oppositions envoyées : 1 sur 1");
        await Expect(page.GetByText($"Envoyée le {Today}")).ToBeVisibleAsync();
    }

    /// <summary>Somebody leaves for Meta's form and comes back with the back button.</summary>
    [FactWith(Tool.Chromium)]
    public async Task FormStep_LeftForMetaAndBack_AsksWhetherItIsSent()
    {
        await using var visitor = await chromium.VisitorAsync();
        await visitor.Browser.RouteAsync("https://www.facebook.com/**", route => route.FulfillAsync(new() { Body = "<h1>Meta</h1>", ContentType = "text/html" }));
        var page = await visitor.NewPageAsync();
        await page.GotoAsync("/fr/guides/facebook/3");
        await page.GetByRole(AriaRole.Link, new() { Name = "Ouvrir le formulaire sur facebook.com" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Meta" })).ToBeVisibleAsync();

        await page.GoBackAsync();

        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Ouvrez et envoyez le formulaire");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Avez-vous envoyé votre demande" })).ToBeVisibleAsync();
    }

    [FactWith(Tool.Chromium)]
    public async Task WhatsApp_Read_IsNotedWithNothingToSend()
    {
        await using var visitor = await chromium.VisitorAsync();
        var page = await visitor.NewPageAsync();
        await page.GotoAsync("/fr/guides/whatsapp/7");

        await page.GetByRole(AriaRole.Link, new() { Name = "Lu : rien à envoyer" }).ClickAsync();

        await new ListPageObject(page).ExpectProgressAsync("Aucune opposition à envoyer.");
    }
}
