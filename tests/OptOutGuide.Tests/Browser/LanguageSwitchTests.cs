using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace OptOutGuide.Tests.Browser;

/// <summary>Another language, chosen in the menu of a phone.</summary>
[Collection("journeys")]
public sealed class LanguageSwitchTests(Chromium chromium)
{
    /// <summary>A helper goes on with the second person, in the language of that person.</summary>
    [FactWith(Tool.Chromium)]
    public async Task Language_ChosenOnTheList_KeepsThePersonAndWhatWasJustTicked()
    {
        await using var visitor = await chromium.VisitorAsync();
        var list = await ListPageObject.OpenAsync(visitor, "?l=1.Uf.Ui");
        await list.WaitForCircuitAsync();
        await list.OpenPersonAsync("Personne 2");
        await list.PressAsync(ListPageObject.Send);
        await list.ExpectProgressAsync("Oppositions envoyées : 1 sur 2");

        await ChooseAsync(list.Page, "Polski");

        var polish = RealContent.Content.FindLanguage("pl")!;
        await Expect(list.Page).ToHaveURLAsync(new Regex(@"/pl/moja-lista\?l=1\.Uf\.Uis\d{6}&who=1$"));
        await list.ExpectProgressAsync(polish.Format(polish.Texts<ListTexts>().Progress, 1, 2));
        await Expect(list.Page.GetByText(polish.Date(RealContent.Today)).First).ToBeVisibleAsync();
    }

    /// <summary>The pages of a guide do not know the list of the device; the answer at its end finds it in any language.</summary>
    [FactWith(Tool.Chromium)]
    public async Task Language_ChosenInAGuide_FindsTheListOfTheDevice()
    {
        await using var visitor = await chromium.VisitorAsync();
        var list = await ListPageObject.OpenAsync(visitor, "?l=1.Uis250522");
        await list.WaitForCircuitAsync();
        await list.Page.GotoAsync("/fr/guides/facebook/7");

        await ChooseAsync(list.Page, "Ελληνικά");
        await Expect(list.Page).ToHaveURLAsync(new Regex("/el/odigoi/facebook/7$"));

        var greek = RealContent.Content.FindLanguage("el")!;
        await list.FollowAsync(greek.Texts<GuideTexts>().SentYes);
        await list.ExpectProgressAsync(greek.Format(greek.Texts<ListTexts>().Progress, 2, 2));
    }

    [TheoryWith(Tool.Chromium)]
    [InlineData("de")]
    [InlineData("el")]
    public async Task Menu_OpenOnTheSmallestScreen_CanBeReadWithoutScrollingSideways(string code)
    {
        await using var visitor = await chromium.VisitorAsync(hasJavaScript: false);
        var page = await visitor.NewPageAsync();
        await page.SetViewportSizeAsync(320, 740);
        await page.GotoAsync($"/{code}/");
        await page.Locator(".menu summary").ClickAsync();

        foreach (var letters in new[] { "100%", "200%" })
        {
            Assert.Empty(await page.EvaluateAsync<string[]>(
                """
                letters => {
                  const large = new CSSStyleSheet();
                  large.replaceSync(`html { font-size: ${letters} !important }`);
                  document.adoptedStyleSheets = [large];
                  return [document.documentElement, ...document.querySelectorAll('.site-header, .site-header *')]
                    .filter(it => it.clientWidth > 0 && it.scrollWidth > it.clientWidth || it.getBoundingClientRect().right > innerWidth || it.getBoundingClientRect().left < 0)
                    .map(it => it.outerHTML.slice(0, 100));
                }
                """,
                letters));
        }
    }

    private static async Task ChooseAsync(IPage page, string language)
    {
        await page.Locator(".menu summary").ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = language, Exact = true }).ClickAsync();
    }
}
