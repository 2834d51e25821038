using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace OptOutGuide.Tests.Browser;

/// <summary>A list for several people, as a daughter or a librarian keeps it.</summary>
[Collection("browser")]
public sealed class PeopleTests(Chromium chromium)
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task List_OfTwoPeopleWithThreeCentres_KeepsThemApart(bool hasJavaScript)
    {
        await using var visitor = await chromium.VisitorAsync(hasJavaScript);
        var list = await ListVisit.OpenAsync(visitor, "?l=1.Lfi-Uf.");

        await Person(list, 2).GetByRole(AriaRole.Link, new() { Name = "Ajouter un Espace Comptes" }).ClickAsync();
        await Person(list, 2).GetByRole(AriaRole.Link, new() { Name = "Ajouter Instagram" }).ClickAsync();
        await list.ExpectProgressAsync("Oppositions faites : 0 sur 3");
        await Person(list, 2).GetByRole(AriaRole.Link, new() { Name = "Je l’ai envoyée aujourd’hui" }).ClickAsync();

        await list.ExpectProgressAsync("Oppositions faites : 1 sur 3");
        await Expect(Person(list, 1).GetByText("Envoyez l’opposition : Facebook, Instagram (Espace Comptes 1).")).ToBeVisibleAsync();
        await Expect(Person(list, 2).GetByText("Attendez l’e-mail de Meta : Instagram (Espace Comptes 1).")).ToBeVisibleAsync();
        await Expect(list.Page).ToHaveURLAsync(new Regex(@"l=1\.Lfi-Uf\.Uis\d{6}"));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Country_Chosen_NamesTheAuthority(bool hasJavaScript)
    {
        await using var visitor = await chromium.VisitorAsync(hasJavaScript);
        var list = await ListVisit.OpenAsync(visitor, "?l=1.Lf");
        if (hasJavaScript)
        {
            await list.WaitForCircuitAsync();
        }

        await list.Page.GetByText("Pays de cette personne").First.ClickAsync();
        await list.Page.GetByLabel("Pays de cette personne").SelectOptionAsync("Belgique");
        await list.Page.GetByRole(AriaRole.Button, new() { Name = "Choisir ce pays" }).ClickAsync();

        await Expect(list.Page.GetByRole(AriaRole.Link, new() { Name = "Son autorité : Autorité de protection des données (APD-GBA)" })).ToBeVisibleAsync();
        await Expect(list.Page).ToHaveURLAsync(new Regex(@"l=1\.CBE-Lf"));
    }

    [Fact]
    public async Task Name_Given_StaysOnTheDeviceAndOutOfTheAddress()
    {
        await using var visitor = await chromium.VisitorAsync();
        var list = await ListVisit.OpenAsync(visitor, "?l=1.Lf.Rw");
        await list.WaitForCircuitAsync();

        await list.NameAsync("Maman MARQUEUR");
        await list.ClickAsync("Je l’ai envoyée aujourd’hui");
        await list.ExpectProgressAsync("Oppositions faites : 1 sur 2");
        await list.Page.CloseAsync();

        var again = await ListVisit.OpenAsync(visitor);
        await again.WaitForCircuitAsync();
        await Expect(again.Page.GetByRole(AriaRole.Heading, new() { Name = "Maman MARQUEUR" })).ToBeVisibleAsync();
        Assert.DoesNotContain("MARQUEUR", again.Page.Url, StringComparison.Ordinal);
        Assert.DoesNotContain("MARQUEUR", chromium.Site.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Name_AfterATickByPlainNavigation_IsStillThere()
    {
        await using var visitor = await chromium.VisitorAsync();
        var list = await ListVisit.OpenAsync(visitor, "?l=1.Lf.Rw");
        await list.WaitForCircuitAsync();
        await list.NameAsync("Maman");
        var next = await list.Link("Je l’ai envoyée aujourd’hui").First.GetAttributeAsync("href");

        await list.Page.GotoAsync(next!);
        await list.WaitForCircuitAsync();

        await list.ExpectProgressAsync("Oppositions faites : 1 sur 2");
        await Expect(list.Page.GetByRole(AriaRole.Heading, new() { Name = "Maman" })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Connection_CutForLongerThanTheServerWaits_LosesNothing()
    {
        await using var site = await RunningSite.StartAsync("--Site:CircuitRetentionSeconds=1");
        await using var visitor = await chromium.VisitorAsync();
        var page = await visitor.NewPageAsync();
        var isCut = false;
        IWebSocketRoute? open = null;
        await page.RouteWebSocketAsync("**/_blazor**", async socket =>
        {
            if (isCut)
            {
                await socket.CloseAsync();
                return;
            }

            open = socket;
            socket.ConnectToServer();
        });
        await page.GotoAsync(new Uri(site.Address, "/fr/ma-liste?l=1.Rwn").AbsoluteUri);
        var list = new ListVisit(page);
        await list.WaitForCircuitAsync();
        await list.ClickAsync("Je l’ai envoyée aujourd’hui");
        await list.ExpectProgressAsync("Oppositions faites : 1 sur 2");

        isCut = true;
        await open!.CloseAsync();
        await page.WaitForTimeoutAsync(3000);
        await list.ExpectProgressAsync("Oppositions faites : 1 sur 2");
        isCut = false;
        await list.ClickAsync("Je l’ai envoyée aujourd’hui");

        await list.ExpectProgressAsync("Oppositions faites : 2 sur 2");
        await list.WaitForCircuitAsync();
        await Expect(page.GetByRole(AriaRole.Dialog)).ToHaveCountAsync(0);
    }

    private static ILocator Person(ListVisit list, int number) =>
        list.Page.Locator("section", new() { Has = list.Page.GetByRole(AriaRole.Heading, new() { Name = $"Personne {number}", Exact = true }) });
}
