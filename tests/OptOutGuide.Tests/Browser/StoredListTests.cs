using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace OptOutGuide.Tests.Browser;

/// <summary>The stored list and the list of the address, and which one is shown when both exist.</summary>
[Collection("list")]
public sealed class StoredListTests(Chromium chromium)
{
    [FactWith(Tool.Chromium)]
    public async Task List_PageClosedAndReopened_ComesBack()
    {
        await using var visitor = await chromium.VisitorAsync();
        var before = await ListPageObject.OpenAsync(visitor);
        await before.WaitForCircuitAsync();
        await before.StartAsync("Facebook");
        await before.PressAsync(ListPageObject.Send);
        await before.ExpectProgressAsync("Oppositions envoyées : 1 sur 1");
        await before.Page.CloseAsync();

        var after = await ListPageObject.OpenAsync(visitor);

        await after.ExpectProgressAsync("Oppositions envoyées : 1 sur 1");
    }

    [FactWith(Tool.Chromium)]
    public async Task List_AddressOpenedOnASecondDevice_IsTheSame()
    {
        await using var first = await chromium.VisitorAsync();
        var list = await ListPageObject.OpenAsync(first);
        await list.WaitForCircuitAsync();
        await list.StartAsync("Facebook");
        await list.PressAsync(ListPageObject.Send);
        await list.ExpectProgressAsync("Oppositions envoyées : 1 sur 1");
        await Expect(list.Page).ToHaveURLAsync(new Regex(@"l=1\.Ufs\d{6}"));

        await using var second = await chromium.VisitorAsync();
        var copy = await ListPageObject.OpenAsync(second, new Uri(list.Page.Url).Query);

        await copy.ExpectProgressAsync("Oppositions envoyées : 1 sur 1");
    }

    [FactWith(Tool.Chromium)]
    public async Task List_ReloadedOrTickedBeforeTheCircuit_LosesNothing()
    {
        await using var visitor = await chromium.VisitorAsync();
        var list = await ListPageObject.OpenWithoutACircuitAsync(visitor);

        await list.StartAsync("Facebook");
        await list.PressAsync(ListPageObject.Send);
        await list.ExpectProgressAsync("Oppositions envoyées : 1 sur 1");
        await list.Page.ReloadAsync();
        await list.ExpectProgressAsync("Oppositions envoyées : 1 sur 1");
        await list.Page.GotoAsync("/fr/ma-liste");

        await list.ExpectProgressAsync("Oppositions envoyées : 1 sur 1");
    }

    [FactWith(Tool.Chromium)]
    public async Task Server_RestartedBetweenTwoTicks_LosesNothingAndShowsNoError()
    {
        await using var visitor = await chromium.VisitorAsync();
        var list = await ListPageObject.OpenAsync(visitor);
        await list.WaitForCircuitAsync();
        await list.StartAsync("Facebook", "Aucun compte chez Meta");
        await list.PressAsync(ListPageObject.Send);
        await list.ExpectProgressAsync("Oppositions envoyées : 1 sur 2");

        await chromium.Site.StopAsync();
        await list.WaitForNoCircuitAsync();
        await list.ExpectNothingSaidOfTheConnectionAsync();
        await list.ExpectProgressAsync("Oppositions envoyées : 1 sur 2");
        await chromium.Site.RestartAsync();
        await list.PressAsync(ListPageObject.Send);

        await list.ExpectProgressAsync("Oppositions envoyées : 2 sur 2");
        await list.WaitForCircuitAsync();
        await list.PressAsync(ListPageObject.Confirm);
        await list.ExpectProgressAsync("dont 1 confirmée");
    }

    /// <summary>Emptied on a live page, or by loading one.</summary>
    [TheoryWith(Tool.Chromium)]
    [InlineData(true)]
    [InlineData(false)]
    public async Task List_Emptied_StaysEmpty(bool hasCircuit)
    {
        await using var visitor = await chromium.VisitorAsync();
        var list = hasCircuit ? await ListPageObject.OpenReadyAsync(visitor, "?l=1.Uf", hasJavaScript: true) : await ListPageObject.OpenWithoutACircuitAsync(visitor, "?l=1.Uf");

        await list.ClearAsync();
        await list.ExpectProgressAsync("Votre liste est vide.");

        Assert.Equal("""{"version":1,"list":"1."}""", await list.StoredAsync());
        await list.Page.ReloadAsync();
        await list.ExpectProgressAsync("Votre liste est vide.");
        await Expect(list.Page.GetByRole(AriaRole.Alert)).ToHaveCountAsync(0);
        await list.Page.GotoAsync("/fr/ma-liste");
        await list.ExpectProgressAsync("Votre liste est vide.");
    }

    /// <summary>Such as a bookmark made before the list was begun.</summary>
    [TheoryWith(Tool.Chromium)]
    [InlineData("1.")]
    [InlineData("1")]
    [FullData("1-2.-")]
    [Trait("Suite", "Sample")]
    public async Task Address_OfAnEmptyList_OpensTheStoredOne(string empty)
    {
        await using var visitor = await chromium.VisitorAsync();
        await ListPageObject.OpenReadyAsync(visitor, "?l=1.Ufs250522", hasJavaScript: true);

        var list = await ListPageObject.OpenAsync(visitor, $"?l={empty}");

        await list.ExpectProgressAsync("Oppositions envoyées : 1 sur 1");
    }

    /// <summary>Cut short on the way, or of a later version.</summary>
    [TheoryWith(Tool.Chromium)]
    [InlineData("1-9.Lf")]
    [FullData("1-20.Ufs250522")]
    [InlineData("2.x")]
    [Trait("Suite", "Sample")]
    public async Task Address_Unreadable_ReplacesNothingUnasked(string unreadable)
    {
        await using var visitor = await chromium.VisitorAsync();
        await ListPageObject.OpenReadyAsync(visitor, "?l=1.Ufs250522", hasJavaScript: true);

        var list = await ListPageObject.OpenReadyAsync(visitor, $"?l={unreadable}", hasJavaScript: true);
        var keep = list.Page.GetByRole(AriaRole.Button, new() { Name = "Garder celle que je vois" });
        await Expect(keep).ToBeHiddenAsync();
        await list.StartAsync("Instagram");
        await Expect(keep).ToBeVisibleAsync();
        await list.ExpectProgressAsync("Oppositions envoyées : 0 sur 1");

        Assert.Contains("1.Ufs250522", await list.StoredAsync(), StringComparison.Ordinal);
        await list.FollowAsync("Voir la liste de cet appareil");
        await list.ExpectProgressAsync("Oppositions envoyées : 1 sur 1");
    }

    /// <summary>A form that was refused on a page that shows another list.</summary>
    [FactWith(Tool.Chromium)]
    public async Task Start_RefusedOnAnUnreadableAddress_SaysSoAndReplacesNothing()
    {
        await using var visitor = await chromium.VisitorAsync();
        await ListPageObject.OpenReadyAsync(visitor, "?l=1.Ufs250522", hasJavaScript: true);
        var list = await ListPageObject.OpenWithoutACircuitAsync(visitor, "?l=2.x");

        await list.StartAsync();

        await Expect(list.Page.GetByText("Cochez au moins une réponse.")).ToBeVisibleAsync();
        await list.FollowAsync("Voir la liste de cet appareil");
        await list.ExpectProgressAsync("Oppositions envoyées : 1 sur 1");
    }

    /// <summary>In a tab with a stored list, with an address that looks as if a click there had led to it.</summary>
    [TheoryWith(Tool.Chromium)]
    [FullData("#p0")]
    [InlineData("#part-0")]
    [InlineData("&own=0123456789abcdef#part-0")]
    [Trait("Suite", "Sample")]
    public async Task Address_OfSomebodyElse_PastedIntoTheSameTab_ReplacesNothingUnasked(string end)
    {
        await using var visitor = await chromium.VisitorAsync();
        var list = await ListPageObject.OpenReadyAsync(visitor, "?l=1.Uf", hasJavaScript: true);
        await list.PressAsync(ListPageObject.Send);
        await list.ExpectProgressAsync("Oppositions envoyées : 1 sur 1");

        await list.Page.GotoAsync("/fr/ma-liste?l=1.Nfit" + end);
        await Expect(list.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Cet appareil en garde une autre");
        await list.WaitForCircuitAsync();
        await list.PressAboutAsync(ListPageObject.Send, "Opposition : Threads");
        await list.ExpectProgressAsync("Oppositions envoyées : 1 sur 3");

        await list.ExpectStoredAsync("1.Ufs");
        await list.Page.GetByRole(AriaRole.Button, new() { Name = "Garder celle que je vois" }).ClickAsync();
        await list.ExpectStoredAsync("1.Nfits");
        await Expect(list.Page.GetByRole(AriaRole.Alert)).ToHaveCountAsync(0);
    }

    /// <summary>The list of an address that a click led to is the visitor's own, and the token is removed from the address.</summary>
    [FactWith(Tool.Chromium)]
    public async Task Click_WithoutACircuit_IsKeptUnderAShortAddress()
    {
        await using var visitor = await chromium.VisitorAsync();
        var list = await ListPageObject.OpenWithoutACircuitAsync(visitor, "?l=1.Uf");

        await list.PressAsync(ListPageObject.Send);

        await Expect(list.Page).ToHaveURLAsync(new Regex(@"/fr/ma-liste\?l=1\.Ufs\d{6}(#[\w-]+)?$"));
        await list.ExpectStoredAsync("1.Ufs");
        await Expect(list.Page.GetByRole(AriaRole.Alert)).ToHaveCountAsync(0);
    }

    [FactWith(Tool.Chromium)]
    public async Task Address_WithAnotherList_DoesNotReplaceTheDevicesOwn()
    {
        await using var visitor = await chromium.VisitorAsync();
        var own = await ListPageObject.OpenAsync(visitor);
        await own.WaitForCircuitAsync();
        await own.StartAsync("Facebook");
        await own.ExpectProgressAsync("Oppositions envoyées : 0 sur 1");
        await own.Page.CloseAsync();

        var received = await ListPageObject.OpenAsync(visitor, "?l=1.Ufff");
        await received.ExpectProgressAsync("Oppositions envoyées : 0 sur 3");
        await Expect(received.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Cet appareil en garde une autre");
        await received.FollowAsync("Voir la liste de cet appareil");

        await received.ExpectProgressAsync("Oppositions envoyées : 0 sur 1");
    }

    /// <summary>The plan also links to a list: a visitor with a list of their own keeps it unless they decide otherwise.</summary>
    [FactWith(Tool.Chromium)]
    public async Task Plan_PutIntoAListWithTicks_AsksBeforeItReplacesThem()
    {
        await using var visitor = await chromium.VisitorAsync();
        var list = await ListPageObject.OpenAsync(visitor, "?l=1.Lf");
        await list.WaitForCircuitAsync();
        await list.PressAsync(ListPageObject.Send);
        await list.ExpectProgressAsync("Oppositions envoyées : 1 sur 1");
        await list.Page.GotoAsync("/fr/plan?where=FR&have=facebook&have=instagram&linked=not-linked&login=yes&for=me");

        await list.Page.GetByRole(AriaRole.Link, new() { Name = "Ajouter ce plan à ma liste" }).ClickAsync();
        await list.ExpectProgressAsync("Oppositions envoyées : 0 sur 2");
        await Expect(list.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Cet appareil en garde une autre");
        await list.FollowAsync("Voir la liste de cet appareil");

        await list.ExpectProgressAsync("Oppositions envoyées : 1 sur 1");
    }

    [FactWith(Tool.Chromium)]
    public async Task List_OpenInTwoTabs_StaysTheSameInBoth()
    {
        await using var visitor = await chromium.VisitorAsync();
        var first = await ListPageObject.OpenAsync(visitor);
        await first.WaitForCircuitAsync();
        await first.StartAsync("Facebook");
        await first.ExpectProgressAsync("Oppositions envoyées : 0 sur 1");
        var second = await ListPageObject.OpenAsync(visitor);
        await second.WaitForCircuitAsync();

        await second.PressAsync(ListPageObject.Send);

        await first.ExpectProgressAsync("Oppositions envoyées : 1 sur 1");
    }
}
