using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace OptOutGuide.Tests.Browser;

/// <summary>The way back from a sheet and from a page that sends another one.</summary>
[Collection("looks")]
public sealed class BackLinkTests(Chromium chromium)
{
    [TheoryWith(Tool.Chromium)]
    [InlineData("/fr/guides/instagram", "/fr/affiche")]
    [InlineData("/fr/guides/facebook/facile", "/fr/guides/facebook/facile/imprimer")]
    [InlineData("/fr/ma-liste?l=1.Lf", "/fr/partager")]
    public async Task Page_ReachedFromAnother_LeadsBackToIt(string from, string to)
    {
        await using var visitor = await chromium.VisitorAsync();
        var page = await visitor.NewPageAsync();
        await page.GotoAsync(from);
        var first = page.Url;
        await page.GotoAsync(to, new() { Referer = first });

        await page.GetByRole(AriaRole.Link, new() { Name = "Revenir à la page précédente" }).ClickAsync();

        await Expect(page).ToHaveURLAsync(first);
    }

    [TheoryWith(Tool.Chromium)]
    [InlineData("/fr/guides/facebook/imprimer", "Revenir à\u00A0: S’opposer sur Facebook", "/fr/guides/facebook")]
    [InlineData("/fr/affiche", "Revenir à\u00A0: Pas pour l’IA", "/fr/")]
    [InlineData("/fr/questions/partager", "Revenir à\u00A0: Par où commencer", "/fr/questions")]
    [InlineData("/fr/ma-liste/imprimer?l=1.Lf", "Revenir à\u00A0: Ma liste", "/fr/ma-liste?l=1.Lf")]
    [InlineData("/fr/atelier/imprimer?n=2&guide=facebook", "Revenir à\u00A0: Préparer un atelier", "/fr/atelier?n=2&guide=facebook")]
    public async Task Page_OpenedByItsAddress_NamesThePageItLeadsTo(string path, string words, string target)
    {
        await using var visitor = await chromium.VisitorAsync();
        var page = await visitor.NewPageAsync();
        await page.GotoAsync(path);

        var back = page.Locator("[data-back]");

        Assert.StartsWith(words, await back.InnerTextAsync(), StringComparison.Ordinal);
        Assert.Equal(target, await back.GetAttributeAsync("href"));
    }
}
