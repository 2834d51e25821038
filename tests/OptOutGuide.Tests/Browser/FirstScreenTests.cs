using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace OptOutGuide.Tests.Browser;

/// <summary>A phone's first screen, 360 by 740: the one thing to do next is on it.</summary>
[Collection("looks")]
public sealed class FirstScreenTests(Chromium chromium)
{
    private const int Height = 740;
    private const int HighestHeader = 64;

    public static TheoryData<string> Guides => [.. RealContent.SamplePages.Where(page => page.Kind is PageKind.Guide).Select(page => page.Path)];

    [TheoryWith(Tool.Chromium)]
    [InlineData("/fr/", "Commencer")]
    [FullData("/en/", "Start")]
    [InlineData("/fr/questions", "Continuer")]
    [InlineData("/fr/questions?where=FR", "Continuer")]
    [FullData("/en/questions?where=GB", "Continue")]
    [InlineData("/fr/questions?where=FR&have=facebook&have=instagram", "Je ne sais pas")]
    [FullData("/pt/perguntas?where=PT&have=facebook&have=instagram", "Não sei")]
    [FullData("/el/erotiseis?where=GR&have=facebook&have=instagram", "Δεν ξέρω")]
    [InlineData("/fr/questions?where=FR&have=facebook", "Non, ou pas à tous")]
    [InlineData("/fr/guides/facebook", "Commencer")]
    [InlineData("/fr/guides/facebook", "Ouvrir le formulaire sur facebook.com")]
    [InlineData("/fr/guides/instagram", "Ouvrir le formulaire sur help.instagram.com")]
    [InlineData("/fr/guides/whatsapp", "Ouvrir le formulaire général de WhatsApp")]
    [InlineData("/fr/guides/sans-compte", "Ouvrir le formulaire sans compte")]
    [FullData("/en/guides/instagram", "Open the form on help.instagram.com")]
    [FullData("/en/guides/no-account", "Open the form without an account")]
    [InlineData("/fr/guides/facebook/1", "Ouvrir facebook.com")]
    [FullData("/en/guides/instagram/1", "Open instagram.com")]
    [InlineData("/fr/guides/facebook/2", "Continuer")]
    [InlineData("/fr/guides/instagram/2", "Continuer")]
    [FullData("/en/guides/facebook/2", "Continue")]
    [InlineData("/de/anleitungen/instagram/2", "Weiter")]
    [FullData("/es/guias/facebook/2", "Continuar")]
    [FullData("/it/guide/instagram/2", "Continua")]
    [FullData("/nl/handleidingen/instagram/2", "Verder")]
    [FullData("/pl/poradniki/instagram/2", "Dalej")]
    [FullData("/pt/guias/instagram/2", "Continuar")]
    [FullData("/ro/ghiduri/instagram/2", "Continuați")]
    [FullData("/el/odigoi/instagram/2", "Συνέχεια")]
    [InlineData("/fr/guides/facebook/3", "Ouvrir le formulaire sur facebook.com")]
    [FullData("/en/guides/facebook/3", "Open the form on facebook.com")]
    [InlineData("/fr/guides/facebook/3", "Oui, je l’ai envoyée")]
    [FullData("/en/guides/facebook/3", "Yes, I’ve sent it")]
    [InlineData("/fr/guides/facebook/7", "Oui, je l’ai envoyée")]
    [InlineData("/fr/plan?where=FR&have=facebook&login=yes&for=me", "Ouvrir le guide")]
    [InlineData("/fr/plan?where=FR&have=facebook&login=yes&for=me", "Ouvrir le formulaire sur facebook.com")]
    [InlineData("/fr/ma-liste?l=1.Uf", "Je l’ai envoyée aujourd’hui")]
    [FullData("/en/my-list?l=1.Lfi", "I sent it today")]
    [Trait("Suite", "Sample")]
    public async Task NextThing_OnAPhone_IsOnTheFirstScreen(string path, string name)
    {
        var page = await chromium.OpenAsync(path, hasJavaScript: false);

        var box = await page.Locator("main :is(a, button):visible").Filter(new() { HasText = name }).First.BoundingBoxAsync();

        Assert.InRange(box!.Y + box.Height, 0, Height);
    }

    [TheoryWith(Tool.Chromium)]
    [InlineData("/fr/guides/facebook", "Commencer")]
    [InlineData("/fr/guides/sans-compte", "Commencer")]
    [InlineData("/de/anleitungen/instagram", "Anfangen")]
    public async Task Start_WithLettersTwiceAsLarge_IsOnTheFirstScreen(string path, string name)
    {
        await using var visitor = await chromium.VisitorAsync(hasJavaScript: false);
        var page = await visitor.NewPageAsync();
        await page.GotoAsync(path);
        await StyleAsync(page, "html { font-size: 200% !important }");

        var box = await page.Locator("main .button", new() { HasText = name }).First.BoundingBoxAsync();

        Assert.InRange(box!.Y + box.Height, 0, Height);
    }

    [TheoryWith(Tool.Chromium)]
    [InlineData("/fr/")]
    [InlineData("/en/guides/facebook")]
    public async Task Header_OnAPhone_IsLowAndHasAMenuThatNeedsNoScript(string path)
    {
        var page = await chromium.OpenAsync(path, hasJavaScript: false);
        var header = page.GetByRole(AriaRole.Banner);

        Assert.InRange((await header.BoundingBoxAsync())!.Height, 1, HighestHeader);
        await Expect(header.GetByRole(AriaRole.Link, new() { Name = "Instagram" })).ToBeHiddenAsync();
        await header.GetByText("Menu").ClickAsync();
        await Expect(header.GetByRole(AriaRole.Link, new() { Name = "Instagram" })).ToBeVisibleAsync();
        Assert.InRange((await header.BoundingBoxAsync())!.Height, 1, HighestHeader);
    }

    [TheoryWith(Tool.Chromium)]
    [MemberData(nameof(Guides))]
    [Trait("Suite", "Sample")]
    public async Task Guide_Folded_IsShort(string path)
    {
        var page = await chromium.OpenAsync(path);

        Assert.InRange(await page.EvaluateAsync<int>("document.documentElement.scrollHeight"), Height, 8 * Height);
    }

    /// <summary>Headings break between words, or where the language allows a hyphen, and nowhere else.</summary>
    [TheoryWith(Tool.Chromium)]
    [InlineData("/fr/")]
    [InlineData("/fr/guides/facebook")]
    [InlineData("/fr/guides/facebook/6")]
    [InlineData("/fr/guides/sans-compte/6")]
    [InlineData("/en/guides/facebook/6")]
    [InlineData("/fr/questions")]
    public async Task Title_WithLettersTwiceAsLarge_FitsItsWordsIntoTheLine(string path)
    {
        var page = await chromium.OpenAsync(path);
        await StyleAsync(page, "html { font-size: 225% !important } h1 { overflow-wrap: normal !important; hyphens: none !important }");

        Assert.True(await page.EvaluateAsync<bool>("(title => title.scrollWidth <= title.clientWidth)(document.querySelector('h1'))"));
    }

    [TheoryWith(Tool.Chromium)]
    [InlineData("/fr/")]
    [InlineData("/fr/guides/instagram/3")]
    [InlineData("/fr/questions")]
    [InlineData("/fr/plan?where=FR&have=facebook&login=yes&for=me")]
    [InlineData("/fr/ma-liste?l=1.Uf")]
    public async Task Button_WithLettersTwiceAsLarge_FitsItsWordsIntoTheLine(string path)
    {
        var page = await chromium.OpenAsync(path);
        await StyleAsync(page, "html { font-size: 200% !important } main :is(button, .button) { overflow-wrap: normal !important }");

        Assert.Empty(await page.EvaluateAsync<string[]>("[...document.querySelectorAll('main :is(button:not(.hidden), .button)')].filter(it => it.checkVisibility() && it.scrollWidth > it.clientWidth).map(it => it.textContent)"));
    }

    /// <summary>The words in a picture are text too.</summary>
    [FactWith(Tool.Chromium)]
    public async Task Picture_WithLettersTwiceAsLarge_IsTwiceAsWide()
    {
        var page = await chromium.OpenAsync("/fr/verifier-espace-comptes", width: 1280);
        var picture = page.Locator(".screen svg").First;
        var before = await picture.BoundingBoxAsync();

        await StyleAsync(page, "html { font-size: 250% !important }");

        Assert.Equal(2, (await picture.BoundingBoxAsync())!.Width / before!.Width, tolerance: 0.05);
    }

    [FactWith(Tool.Chromium)]
    public async Task Note_InANarrowText_KeepsItsNumberTogether()
    {
        var page = await chromium.OpenAsync("/fr/comprendre");
        await StyleAsync(page, "html { font-size: 225% !important }");

        var lines = await page.EvaluateAsync<int[]>("[...document.querySelectorAll('sup a')].map(note => note.getClientRects().length)");
        Assert.NotEmpty(lines);
        Assert.All(lines, count => Assert.Equal(1, count));
    }

    private static Task StyleAsync(IPage page, string styles) => page.EvaluateAsync(
        """
        styles => {
          const sheet = new CSSStyleSheet();
          sheet.replaceSync(styles);
          document.adoptedStyleSheets = [sheet];
        }
        """,
        styles);
}
