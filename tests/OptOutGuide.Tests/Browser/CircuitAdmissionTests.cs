using static Microsoft.Playwright.Assertions;

namespace OptOutGuide.Tests.Browser;

/// <summary>Which pages get a circuit, and how those without one work.</summary>
[Collection("journeys")]
public sealed class CircuitAdmissionTests(Chromium chromium)
{
    private const string Open = """
        address => new Promise(done => {
            const socket = new WebSocket(address);
            socket.onopen = () => done('open');
            socket.onerror = () => done('refused');
        })
        """;

    [FactWith(Tool.Chromium)]
    public async Task Page_OfAnotherOrigin_CannotOpenTheHub()
    {
        await using var other = OtherSite.Start();
        await using var visitor = await chromium.VisitorAsync();
        var page = await visitor.NewPageAsync();
        var hub = new UriBuilder(chromium.Site.Address) { Scheme = "ws", Path = "/_blazor" }.Uri.AbsoluteUri;

        await page.GotoAsync(other.Origin);
        var fromOther = await page.EvaluateAsync<string>(Open, hub);
        await page.GotoAsync("/fr/");
        var fromOurs = await page.EvaluateAsync<string>(Open, hub);

        Assert.Equal(("refused", "open"), (fromOther, fromOurs));
    }

    [FactWith(Tool.Chromium)]
    [Trait("Suite", "Full")]
    public async Task List_WithoutRoomForItsCircuit_WorksAsPlainPagesAndSaysNothingAboutIt()
    {
        await using var site = await RunningSite.StartAsync("--Site:MaxCircuits=1");
        await using var first = await chromium.VisitorAsync();
        await using var second = await chromium.VisitorAsync();
        var live = new ListPageObject(await first.NewPageAsync());
        await live.Page.GotoAsync(new Uri(site.Address, "/fr/ma-liste?l=1.Lf").AbsoluteUri);
        await live.WaitForCircuitAsync();
        var plain = new ListPageObject(await second.NewPageAsync());
        var said = new List<string>();
        plain.Page.Console += (_, message) => said.Add(message.Text);
        plain.Page.PageError += (_, error) => said.Add(error);

        await plain.Page.GotoAsync(new Uri(site.Address, "/fr/ma-liste?l=1.Lf").AbsoluteUri);
        await plain.PressAsync(ListPageObject.Send);

        await plain.ExpectProgressAsync("Oppositions envoyées : 1 sur 1");
        await plain.Page.GotoAsync(new Uri(site.Address, "/fr/ma-liste").AbsoluteUri);
        await plain.ExpectProgressAsync("Oppositions envoyées : 1 sur 1");
        await Expect(plain.Page.Locator("script[src*='blazor.web']")).ToHaveCountAsync(0);
        Assert.Empty(said);
    }
}
