namespace OptOutGuide.Tests.Browser;

/// <summary>Sheets of a demonstration copy.</summary>
[Collection("looks")]
public sealed class DemoSheetTests(Chromium chromium) : IAsyncLifetime
{
    private readonly RunningSite _demo = new() { Settings = ["--Site:Demo=true"] };

    public Task InitializeAsync() => _demo.StartAsync();

    public Task DisposeAsync() => _demo.DisposeAsync();

    [FactWith(Tool.Chromium, Tool.Poppler)]
    [Trait("Suite", "Full")]
    public async Task Sheet_OfADemonstrationCopy_SaysSoAndTakesNoMorePages()
    {
        (string Path, int Sheets)[] papers =
        [
            ("/fr/guides/facebook/imprimer", 1),
            ("/fr/guides/facebook/facile/imprimer", 1),
            ("/fr/affiche", 1),
            ("/fr/ma-liste/imprimer?l=1.Lfs250522c250523it-Uf-Rw", 1),
            // A poster, what the mediator needs, and a sheet for each of two people.
            ("/fr/atelier/imprimer?n=2&guide=facebook", 4),
        ];
        var words = RealContent.Content.FindLanguage("fr")!.Texts<HostTexts>().Demo;
        foreach (var (path, sheets) in papers)
        {
            var published = await PrintedPage.PrintAsync(chromium, path);

            var demo = await PrintedPage.PrintAsync(chromium, new Uri(_demo.Address, path).AbsoluteUri);

            Assert.Equal((path, published.Pages.Count), (path, demo.Pages.Count));
            Assert.Equal((path, sheets), (path, demo.Raw.Split(words).Length - 1));
        }
    }
}
