using Microsoft.Playwright;

namespace OptOutGuide.Tests.Browser;

/// <summary>Addresses that somebody types from paper, letter by letter.</summary>
[Collection("looks")]
public sealed class TypedAddressTests(Chromium chromium)
{
    /// <summary>Between the margins of an A4 page with an easy sheet, at 96 pixels an inch.</summary>
    private const int PaperWidth = 718;

    /// <summary>The lines of each address, separated by spaces.</summary>
    private const string Lines =
        """
        [...document.querySelectorAll('.typed')].filter(it => !it.closest('.strips')).map(it => {
          const letters = [];
          const texts = document.createTreeWalker(it, NodeFilter.SHOW_TEXT);
          while (texts.nextNode()) {
            for (let index = 0; index < texts.currentNode.length; index++) {
              const letter = document.createRange();
              letter.setStart(texts.currentNode, index);
              letter.setEnd(texts.currentNode, index + 1);
              letters.push([letter.getBoundingClientRect().top, letter.toString()]);
            }
          }
          return letters.map(([top, letter], index) => index > 0 && top > letters[index - 1][0] + 2 ? ` ${letter}` : letter).join('');
        })
        """;

    [TheoryWith(Tool.Chromium)]
    [InlineData("/fr/guides/facebook/facile/imprimer")]
    [FullData("/fr/guides/instagram/facile/imprimer")]
    [FullData("/fr/guides/whatsapp/facile/imprimer")]
    [FullData("/en/guides/no-account/easy/print")]
    [InlineData("/de/anleitungen/facebook/leicht-lesbar/drucken")]
    [FullData("/el/odigoi/facebook/efkola/ektyposi")]
    [InlineData("/fr/guides/facebook/imprimer")]
    [InlineData("/fr/ma-liste/imprimer?l=1.Lfs250522c250523it-Uf-Rw")]
    [InlineData("/fr/affiche")]
    [Trait("Suite", "Sample")]
    public async Task Address_OnPaper_BreaksBetweenItsParts(string path)
    {
        var page = await chromium.OpenAsync(path, width: PaperWidth);
        await page.EmulateMediaAsync(new() { Media = Media.Print });

        var addresses = await page.EvaluateAsync<string[]>(Lines);

        Assert.NotEmpty(addresses);
        Assert.All(addresses, address => Assert.DoesNotMatch("[^/] [^.?&-]", address));
    }

    /// <summary>A space between the groups would be typed, and would be in the address that a reader copies from the file.</summary>
    [FactWith(Tool.Chromium)]
    public async Task LongNumber_OnPaper_HasGroupsToCopyButNoSpace()
    {
        var page = await chromium.OpenAsync("/fr/guides/facebook/facile/imprimer", width: PaperWidth);
        var address = page.Locator(".typed", new() { HasText = "712876720715583" });

        Assert.Equal("www.facebook.com/help/contact/712876720715583", await address.TextContentAsync());
        Assert.Equal(["7672", "583"], await address.Locator("u").AllTextContentsAsync());
    }
}
