using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace OptOutGuide.Tests.Browser;

/// <summary>Forced colours, reduced motion, no style sheet.</summary>
[Collection("looks")]
public sealed class PreferenceTests(Chromium chromium)
{
    [TheoryWith(Tool.Chromium)]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task ForcedColours_OnPicturesThatTellSomething_KeepThemLegible(ColorScheme scheme)
    {
        await using var visitor = await chromium.VisitorAsync();
        var page = await visitor.NewPageAsync();
        await page.EmulateMediaAsync(new() { ForcedColors = ForcedColors.Active, ColorScheme = scheme });

        await page.GotoAsync("/fr/partager");
        Assert.True(await ContrastAsync(page, ".qr path", ".qr rect") > 15, "A phone could not read the code.");
        await page.GotoAsync("/fr/guides/facebook");
        Assert.True(await ContrastAsync(page, ".screen text", ".screen rect") > 7, "The words of a picture could not be read.");
        Assert.True(await ContrastAsync(page, ".screen text", ".screen rect.tap") > 7, "The words to tap could not be read.");
        await page.GotoAsync(PageKinds.FullList);
        Assert.True(await ContrastAsync(page, ".progress .confirmed", ".progress .all") > 3, "What is confirmed could not be told from the rest.");
        Assert.True(await ContrastAsync(page, ".progress .done", ".progress .all") > 3, "What is done could not be told from the rest.");
        Assert.Contains("✓", await page.EvaluateAsync<string>("getComputedStyle(document.querySelector('.choice button[aria-pressed]'), '::before').content"), StringComparison.Ordinal);
        await page.GotoAsync("/fr/ma-liste/imprimer?l=1.Lfs250522-Uf");
        Assert.NotEqual(await BackgroundAsync(page, ".tick:not(.ticked)"), await BackgroundAsync(page, ".tick.ticked"));
    }

    /// <summary>The text of pictures, whose background axe cannot determine.</summary>
    [TheoryWith(Tool.Chromium)]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task Picture_InEitherTheme_HasWordsThatStandOut(ColorScheme scheme)
    {
        await using var visitor = await chromium.VisitorAsync(scheme: scheme);
        var page = await visitor.NewPageAsync();

        await page.GotoAsync("/fr/guides/facebook");

        Assert.InRange(await ContrastAsync(page, ".screen text", ".screen rect"), 7, 21);
        Assert.InRange(await ContrastAsync(page, ".screen text", ".screen rect.tap"), 7, 21);
        Assert.InRange(await ContrastAsync(page, ".screen rect.tap", ".screen rect", "stroke"), 3, 21);
    }

    [FactWith(Tool.Chromium)]
    [Trait("Suite", "Full")]
    public async Task ForcedColours_FocusMoved_ShowsWhereItIs()
    {
        await using var visitor = await chromium.VisitorAsync();
        var page = await visitor.NewPageAsync();
        await page.EmulateMediaAsync(new() { ForcedColors = ForcedColors.Active });
        foreach (var path in new[] { "/fr/", "/fr/questions", PageKinds.FullList })
        {
            await page.GotoAsync(path);
            await ListPageObject.WaitIfLiveAsync(page);

            // Each check of the focus requires its ring.
            Assert.InRange(await new Keyboard(page).TabThroughAsync("Tab"), 10, 200);
        }
    }

    [TheoryWith(Tool.Chromium)]
    [FullData(true)]
    [InlineData(false)]
    [Trait("Suite", "Sample")]
    public async Task WithoutStyles_AListIsFilledInAndTicked(bool hasJavaScript)
    {
        await using var visitor = await chromium.VisitorAsync(hasJavaScript, hasPausedClock: true);
        await visitor.Browser.RouteAsync("**/*.css", route => route.AbortAsync());
        var list = await ListPageObject.OpenAsync(visitor);
        Assert.Equal("rgb(0, 0, 238)", await list.Page.EvaluateAsync<string>("getComputedStyle(document.querySelector('a')).color"));

        await list.StartAsync("Facebook");
        await list.PressAsync(ListPageObject.Send);
        await list.ExpectProgressAsync("Oppositions envoyées : 1 sur 1");
        await list.ClearAsync();

        await list.ExpectProgressAsync("Votre liste est vide.");
        await Expect(list.Page.GetByText("Nous n’avons pas pu lire ce fichier.")).ToBeHiddenAsync();
    }

    private static Task<string> BackgroundAsync(IPage page, string selector) =>
        page.EvaluateAsync<string>("selector => getComputedStyle(document.querySelector(selector)).backgroundColor", selector);

    /// <summary>Contrast of two fills, or of a line and a fill, as WCAG defines it.</summary>
    private static Task<double> ContrastAsync(IPage page, string selector, string ground, string of = "fill") => page.EvaluateAsync<double>(
        """
        ([selector, ground, of]) => {
          const light = colour => {
            const [r, g, b] = colour.match(/[\d.]+/g).map(Number).map(part => part / 255).map(part => part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
            return 0.2126 * r + 0.7152 * g + 0.0722 * b;
          };
          const of1 = light(getComputedStyle(document.querySelector(selector))[of]);
          const of2 = light(getComputedStyle(document.querySelector(ground)).fill);
          return (Math.max(of1, of2) + 0.05) / (Math.min(of1, of2) + 0.05);
        }
        """,
        new[] { selector, ground, of });
}
