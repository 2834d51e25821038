using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace OptOutGuide.Tests.Browser;

[Collection("browser")]
public sealed class ListTests(Chromium chromium)
{
    private static string Today => RealContent.Content.Languages[0].Date(RealContent.Today);

    /// <summary>The same walk with the circuit, before it has started, and without any script.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task List_FilledInAndTicked_ShowsProgressAndTheNextThingToDo(bool hasJavaScript)
    {
        await using var visitor = await chromium.VisitorAsync(hasJavaScript);
        var list = await ListVisit.OpenAsync(visitor);
        await Expect(list.Status).ToContainTextAsync("Votre liste est vide.");

        await list.ClickAsync("Ajouter un Espace Comptes", "Ajouter Facebook", "Ajouter Instagram");
        await list.ExpectProgressAsync("Oppositions faites : 0 sur 2");
        await list.ClickAsync("Oui, reliés");
        await list.ExpectProgressAsync("Oppositions faites : 0 sur 1");
        await list.ClickAsync("Ajouter : WhatsApp", "Ajouter : Sans compte");
        await list.ExpectProgressAsync("Oppositions faites : 0 sur 3");
        await Expect(list.Next).ToContainTextAsync("Envoyez l’opposition : Facebook, Instagram");
        await list.ClickAsync("Je l’ai envoyée aujourd’hui");
        await list.ExpectProgressAsync("Oppositions faites : 1 sur 3");
        await list.ClickAsync("Meta a confirmé aujourd’hui");

        await list.ExpectProgressAsync("dont 1 confirmée");
        await Expect(list.Page.GetByText($"Confirmée le {Today}")).ToBeVisibleAsync();
        await Expect(list.Next).ToContainTextAsync("WhatsApp");
        await Expect(list.Next.GetByRole(AriaRole.Link, new() { Name = "Ouvrir le guide" })).ToHaveAttributeAsync("href", "/fr/guides/whatsapp");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task DateForm_FilledIn_NotesThatDate(bool hasJavaScript)
    {
        await using var visitor = await chromium.VisitorAsync(hasJavaScript);
        var list = await ListVisit.OpenAsync(visitor, "?l=1.Uf");
        if (hasJavaScript)
        {
            await list.WaitForCircuitAsync();
        }

        await list.Page.GetByText("À une autre date").ClickAsync();
        await list.Page.GetByLabel("Date", new() { Exact = true }).FillAsync("2025-05-22");
        await list.Page.GetByRole(AriaRole.Button, new() { Name = "Noter" }).ClickAsync();

        await Expect(list.Page.GetByText("Envoyée le 22 mai 2025")).ToBeVisibleAsync();
        await Expect(list.Page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("l=1.Ufs250522"));
    }

    [Fact]
    public async Task List_BrowserClosedAndReopened_ComesBack()
    {
        await using var visitor = await chromium.VisitorAsync();
        var before = await ListVisit.OpenAsync(visitor);
        await before.WaitForCircuitAsync();
        await before.ClickAsync("Ajouter : WhatsApp", "Je l’ai envoyée aujourd’hui");
        await before.ExpectProgressAsync("Oppositions faites : 1 sur 1");
        await before.Page.CloseAsync();

        var after = await ListVisit.OpenAsync(visitor);

        await after.ExpectProgressAsync("Oppositions faites : 1 sur 1");
    }

    [Fact]
    public async Task List_AddressOpenedOnASecondDevice_IsTheSame()
    {
        await using var first = await chromium.VisitorAsync();
        var list = await ListVisit.OpenAsync(first);
        await list.WaitForCircuitAsync();
        await list.ClickAsync("Ajouter : WhatsApp", "Je l’ai envoyée aujourd’hui");
        await list.ExpectProgressAsync("Oppositions faites : 1 sur 1");
        await Expect(list.Page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex(@"l=1\.Rws\d{6}"));

        await using var second = await chromium.VisitorAsync();
        var copy = await ListVisit.OpenAsync(second, new Uri(list.Page.Url).Query);

        await copy.ExpectProgressAsync("Oppositions faites : 1 sur 1");
    }

    [Fact]
    public async Task List_ReloadedOrTickedBeforeTheCircuit_LosesNothing()
    {
        await using var visitor = await chromium.VisitorAsync();
        var list = await ListVisit.OpenWithoutACircuitAsync(visitor);

        await list.ClickAsync("Ajouter : WhatsApp", "Je l’ai envoyée aujourd’hui");
        await list.ExpectProgressAsync("Oppositions faites : 1 sur 1");
        await list.Page.ReloadAsync();
        await list.ExpectProgressAsync("Oppositions faites : 1 sur 1");
        await list.Page.GotoAsync("/fr/ma-liste");

        await list.ExpectProgressAsync("Oppositions faites : 1 sur 1");
    }

    [Fact]
    public async Task Server_RestartedBetweenTwoTicks_LosesNothingAndShowsNoError()
    {
        await using var visitor = await chromium.VisitorAsync();
        var list = await ListVisit.OpenAsync(visitor);
        await list.WaitForCircuitAsync();
        await list.ClickAsync("Ajouter : WhatsApp", "Ajouter : Sans compte", "Je l’ai envoyée aujourd’hui");
        await list.ExpectProgressAsync("Oppositions faites : 1 sur 2");

        await chromium.Site.StopAsync();
        await list.Page.WaitForTimeoutAsync(1000);
        await Expect(list.Page.GetByRole(AriaRole.Dialog)).ToHaveCountAsync(0);
        await list.ExpectProgressAsync("Oppositions faites : 1 sur 2");
        await chromium.Site.RestartAsync();
        await list.ClickAsync("Je l’ai envoyée aujourd’hui");

        await list.ExpectProgressAsync("Oppositions faites : 2 sur 2");
        await list.WaitForCircuitAsync();
        await list.ClickAsync("Meta a confirmé aujourd’hui");
        await list.ExpectProgressAsync("dont 1 confirmée");
    }

    [Fact]
    public async Task Connection_DeadWithoutNotice_ClickIsFollowedAllTheSame()
    {
        await using var visitor = await chromium.VisitorAsync();
        var line = new Line();
        var list = await ListVisit.OpenOnALineAsync(visitor, "?l=1.Rw", line);

        line.IsCut = true;
        await list.ClickAsync("Je l’ai envoyée aujourd’hui");

        await list.ExpectProgressAsync("Oppositions faites : 1 sur 1");
    }

    /// <summary>What is drawn can be clicked at once: the device keeps it a moment later, or the page is loaded anew where the line is too slow for it.</summary>
    [Theory]
    [InlineData(600)]
    [InlineData(1500)]
    [InlineData(2500)]
    public async Task Ticks_FasterThanTheLine_AllCountInTheirOrder(int lag)
    {
        await using var visitor = await chromium.VisitorAsync();
        var line = new Line();
        var list = await ListVisit.OpenOnALineAsync(visitor, "?l=1.-Rwn", line);
        line.Lag = TimeSpan.FromMilliseconds(lag);

        await list.ClickAsync("Je l’ai envoyée aujourd’hui", "Ajouter un Espace Comptes");
        await list.Link("Je l’ai envoyée aujourd’hui").Last.ClickAsync();
        await list.ClickAsync("Meta a confirmé aujourd’hui");
        line.Lag = TimeSpan.Zero;

        await list.ExpectProgressAsync("Oppositions faites : 2 sur 2, dont 1 confirmée");
        await Expect(list.Page.GetByRole(AriaRole.Heading, new() { Name = "Espace Comptes 1" })).ToBeVisibleAsync();
    }

    /// <summary>Without a circuit each tick fetches a page: what is ticked meanwhile waits for it.</summary>
    [Fact]
    public async Task Ticks_WhileTheNextPageIsFetched_AllCount()
    {
        await using var visitor = await chromium.VisitorAsync();
        var list = await ListVisit.OpenWithoutACircuitAsync(visitor, "?l=1.-Rwn");

        await list.Page.EvaluateAsync(
            """
            () => {
              const ticks = [...document.querySelectorAll('a[data-next]')].filter(link => link.textContent === 'Je l’ai envoyée aujourd’hui');
              ticks.forEach(tick => tick.click());
            }
            """);

        await list.ExpectProgressAsync("Oppositions faites : 2 sur 2");
    }

    /// <summary>A hand used to double-clicking must not press the control that takes the place of the first.</summary>
    [Fact]
    public async Task Control_DoubleClicked_CountsOnce()
    {
        await using var visitor = await chromium.VisitorAsync(isPatient: true);
        var list = await ListVisit.OpenAsync(visitor, "?l=1.Rws250522c250523");
        await list.WaitForCircuitAsync();
        await list.Link("Remettre à faire").ScrollIntoViewIfNeededAsync();
        var place = await list.Link("Remettre à faire").BoundingBoxAsync();
        var (x, y) = (place!.X + (place.Width / 2), place.Y + (place.Height / 2));

        await list.Page.Mouse.ClickAsync(x, y);
        await list.ExpectProgressAsync("Oppositions faites : 0 sur 1");
        Assert.Equal("Je l’ai envoyée aujourd’hui", await list.Page.EvaluateAsync<string>("at => document.elementFromPoint(at.x, at.y).textContent", new { x = (double)x, y = (double)y }));
        await list.Page.Mouse.DownAsync(new() { ClickCount = 2 });
        await list.Page.Mouse.UpAsync(new() { ClickCount = 2 });

        await list.ClickAsync("Ajouter un Espace Comptes");
        await Expect(list.Page.GetByRole(AriaRole.Heading, new() { Name = "Espace Comptes 1" })).ToBeVisibleAsync();
        await list.ExpectProgressAsync("Oppositions faites : 0 sur 1");
    }

    [Fact]
    public async Task Address_WithAnotherList_DoesNotReplaceTheDevicesOwn()
    {
        await using var visitor = await chromium.VisitorAsync();
        var own = await ListVisit.OpenAsync(visitor);
        await own.WaitForCircuitAsync();
        await own.ClickAsync("Ajouter : WhatsApp");
        await own.ExpectProgressAsync("Oppositions faites : 0 sur 1");
        await own.Page.CloseAsync();

        var received = await ListVisit.OpenAsync(visitor, "?l=1.Ufff");
        await received.ExpectProgressAsync("Oppositions faites : 0 sur 3");
        await Expect(received.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("garde déjà une autre liste");
        await received.ClickAsync("Ouvrir la liste de cet appareil");

        await received.ExpectProgressAsync("Oppositions faites : 0 sur 1");
    }

    /// <summary>The plan's link leads to a list too: who has ticked some of theirs keeps it unless they say otherwise.</summary>
    [Fact]
    public async Task Plan_PutIntoAListWithTicks_AsksBeforeItReplacesThem()
    {
        await using var visitor = await chromium.VisitorAsync();
        var list = await ListVisit.OpenAsync(visitor, "?l=1.Lf");
        await list.WaitForCircuitAsync();
        await list.ClickAsync("Je l’ai envoyée aujourd’hui");
        await list.ExpectProgressAsync("Oppositions faites : 1 sur 1");
        await list.Page.GotoAsync("/fr/plan?where=FR&have=facebook&have=instagram&linked=not-linked&login=yes&for=me");

        await list.Page.GetByRole(AriaRole.Link, new() { Name = "Ajouter ce plan à ma liste" }).ClickAsync();
        await list.ExpectProgressAsync("Oppositions faites : 0 sur 2");
        await Expect(list.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("garde déjà une autre liste");
        await list.ClickAsync("Ouvrir la liste de cet appareil");

        await list.ExpectProgressAsync("Oppositions faites : 1 sur 1");
    }

    [Theory]
    [InlineData("{broken", "illisible")]
    [InlineData("{\"version\":9,\"list\":\"9.X\"}", "version plus récente")]
    public async Task Storage_NotUnderstood_IsSaidAndKeptAside(string stored, string expected)
    {
        await using var visitor = await chromium.VisitorAsync();
        await visitor.AddInitScriptAsync($"if (!localStorage.length) localStorage.setItem('optoutguide.list', {System.Text.Json.JsonSerializer.Serialize(stored)})");

        var list = await ListVisit.OpenAsync(visitor);
        await list.WaitForCircuitAsync();
        await Expect(list.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync(expected);
        await list.ClickAsync("Ajouter : WhatsApp");
        await Expect(list.Page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex(@"l=1\.Rw"));

        var kept = await list.Page.EvaluateAsync<string[]>("Object.keys(localStorage).filter(key => key.startsWith('optoutguide.list.aside')).map(key => localStorage[key])");
        Assert.Equal(stored, Assert.Single(kept));
    }

    [Fact]
    public async Task Storage_ClearedMeanwhile_IsSaid()
    {
        await using var visitor = await chromium.VisitorAsync();
        var list = await ListVisit.OpenAsync(visitor);
        await list.WaitForCircuitAsync();
        await list.ClickAsync("Ajouter : WhatsApp");
        await Expect(list.Page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex(@"l=1\.Rw"));

        await list.Page.EvaluateAsync("localStorage.clear()");
        await list.Page.GotoAsync("/fr/ma-liste");

        await Expect(list.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("a été effacée");
    }

    [Fact]
    public async Task Storage_Refused_IsSaid()
    {
        await using var visitor = await VisitorWithoutStorageAsync();
        var list = await ListVisit.OpenAsync(visitor);
        await list.WaitForCircuitAsync();

        await list.ClickAsync("Ajouter : WhatsApp");

        await Expect(list.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("refuse de garder la liste");
        await list.ExpectProgressAsync("Oppositions faites : 0 sur 1");
    }

    /// <summary>On a slow line the circuit comes seconds after the page, and draws the list anew.</summary>
    [Fact]
    public async Task List_BecomingLiveWhileItIsFilledIn_KeepsTheFormAndTheFocus()
    {
        await using var visitor = await chromium.VisitorAsync();
        var page = await visitor.NewPageAsync();
        var mayConnect = new TaskCompletionSource();
        await page.RouteAsync("**/_blazor/negotiate**", async route =>
        {
            await mayConnect.Task;
            await route.ContinueAsync();
        });
        await page.GotoAsync("/fr/ma-liste?l=1.Lf-Rw");
        var list = new ListVisit(page);
        await page.GetByText("À une autre date").Last.ClickAsync();
        await page.GetByLabel("Ce qui s’est passé").Last.SelectOptionAsync("Confirmée");
        await page.GetByLabel("Date", new() { Exact = true }).Last.FillAsync("2025-05-22");

        mayConnect.SetResult();
        await list.WaitForCircuitAsync();
        await Expect(page.GetByLabel("Date", new() { Exact = true }).Last).ToBeFocusedAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Noter" }).Last.ClickAsync();

        await list.ExpectProgressAsync("Oppositions faites : 1 sur 2");
        await Expect(page.GetByText("Confirmée le 22 mai 2025")).ToBeVisibleAsync();
    }

    /// <summary>As after a change whose answer took so long that its link was followed instead.</summary>
    [Fact]
    public async Task Storage_RefusedForTheListOfTheAddress_IsSaidAtOnce()
    {
        await using var visitor = await VisitorWithoutStorageAsync();
        var list = await ListVisit.OpenAsync(visitor, "?l=1.Rw");

        await Expect(list.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("refuse de garder la liste");
    }

    [Fact]
    public async Task List_OpenInTwoTabs_StaysTheSameInBoth()
    {
        await using var visitor = await chromium.VisitorAsync();
        var first = await ListVisit.OpenAsync(visitor);
        await first.WaitForCircuitAsync();
        await first.ClickAsync("Ajouter : WhatsApp");
        await first.ExpectProgressAsync("Oppositions faites : 0 sur 1");
        var second = await ListVisit.OpenAsync(visitor);
        await second.WaitForCircuitAsync();

        await second.ClickAsync("Je l’ai envoyée aujourd’hui");

        await first.ExpectProgressAsync("Oppositions faites : 1 sur 1");
    }

    [Fact]
    public async Task List_InAnyFlow_SetsNoCookieAndAsksNobodyElse()
    {
        await using var visitor = await chromium.VisitorAsync();
        var strangers = new List<string>();
        visitor.Request += (_, request) =>
        {
            if (new Uri(request.Url).Authority != chromium.Site.Address.Authority)
            {
                strangers.Add(request.Url);
            }
        };
        var list = await ListVisit.OpenAsync(visitor);
        await list.WaitForCircuitAsync();

        await list.ClickAsync("Ajouter un Espace Comptes", "Ajouter Facebook", "Je l’ai envoyée aujourd’hui");
        await list.ExpectProgressAsync("Oppositions faites : 1 sur 1");

        Assert.Empty(await visitor.CookiesAsync());
        Assert.Empty(strangers);
        Assert.DoesNotContain("Ufs", chromium.Site.Output, StringComparison.Ordinal);
    }

    private async Task<IBrowserContext> VisitorWithoutStorageAsync()
    {
        var visitor = await chromium.VisitorAsync();
        await visitor.AddInitScriptAsync("Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError') }");
        return visitor;
    }
}
