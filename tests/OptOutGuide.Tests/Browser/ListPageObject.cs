using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace OptOutGuide.Tests.Browser;

/// <summary>The list page as a visitor uses it, by what they read on it.</summary>
internal sealed class ListPageObject(IPage page)
{
    public IPage Page => page;

    public const string Send = "Je l’ai envoyée aujourd’hui";

    public const string Confirm = "J’ai reçu la confirmation aujourd’hui";

    public const string OtherDate = "Autre date";

    /// <summary>How far the list is; another status says that something was copied.</summary>
    public ILocator Status => page.GetByRole(AriaRole.Status).First;

    public ILocator Next => page.Locator(".next", new() { Has = page.GetByRole(AriaRole.Heading, new() { Name = "À faire maintenant" }) }).First;

    /// <summary>Unfolds what else one can do to keep or clear the list.</summary>
    public ILocator More => page.GetByText("Autres possibilités", new() { Exact = true });

    public ILocator Date => page.GetByLabel("Date", new() { Exact = true });

    public ILocator Name => page.GetByLabel("Nom de cette personne");

    public static async Task<ListPageObject> OpenAsync(Visitor visitor, string query = "")
    {
        var page = await visitor.NewPageAsync();
        await page.GotoAsync("/fr/ma-liste" + query);
        return new ListPageObject(page);
    }

    /// <summary>
    /// A list with its script and without the hub: as before the circuit has started, or where the server has no room for one.
    /// </summary>
    public static async Task<ListPageObject> OpenWithoutACircuitAsync(Visitor visitor, string query = "")
    {
        var page = await visitor.NewPageAsync();
        await page.RouteAsync("**/_blazor**", route => route.AbortAsync());
        await page.GotoAsync("/fr/ma-liste" + query);
        return new ListPageObject(page);
    }

    /// <summary>A list whose connection a test can close, so that both sides notice, and open again.</summary>
    public static async Task<(ListPageObject List, DisconnectableSocket DisconnectableSocket)> OpenWithDisconnectableSocketAsync(Visitor visitor, string address)
    {
        var page = await visitor.NewPageAsync();
        var socket = new DisconnectableSocket();
        await page.RouteWebSocketAsync("**/_blazor**", async route => await socket.ConnectAsync(route));
        await page.GotoAsync(address);
        var list = new ListPageObject(page);
        await list.WaitForCircuitAsync();
        return (list, socket);
    }

    /// <summary>A list with a circuit whose messages to and from the hub go through a simulated connection.</summary>
    public static async Task<ListPageObject> OpenWithSimulatedConnectionAsync(Visitor visitor, string query, SimulatedConnection connection)
    {
        var page = await visitor.NewPageAsync();
        await connection.RouteAsync(page);
        await page.GotoAsync("/fr/ma-liste" + query);
        var list = new ListPageObject(page);
        await list.WaitForCircuitAsync();
        return list;
    }

    /// <summary>No circuit starts on the page until the result is set.</summary>
    public static async Task<TaskCompletionSource> DelayCircuitAsync(IPage page)
    {
        var mayConnect = new TaskCompletionSource();
        await page.RouteAsync("**/_blazor/negotiate**", async route =>
        {
            await mayConnect.Task;
            await route.ContinueAsync();
        });
        return mayConnect;
    }

    /// <summary>Today as the list writes it.</summary>
    public static string Today => RealContent.Content.Languages[0].Date(RealContent.Today);

    /// <summary>Opens a list, and waits for its circuit where there can be one.</summary>
    public static async Task<ListPageObject> OpenReadyAsync(Visitor visitor, string query, bool hasJavaScript)
    {
        var list = await OpenAsync(visitor, query);
        if (hasJavaScript)
        {
            await list.WaitForCircuitAsync();
        }

        return list;
    }

    /// <summary>Opens an empty list that works in this way.</summary>
    public static Task<ListPageObject> OpenAsync(Visitor visitor, ListMode mode) => mode switch
    {
        ListMode.Live => OpenReadyAsync(visitor, "", hasJavaScript: true),
        ListMode.WithoutCircuit => OpenWithoutACircuitAsync(visitor),
        ListMode.WithoutScript => OpenAsync(visitor),
    };

    /// <summary>Waits until the circuit answers, so that a click is known to go through it.</summary>
    public Task WaitForCircuitAsync() => Assertions.Expect(page.Locator("[data-board][data-live=true]")).ToHaveCountAsync(1);

    /// <summary>Neither Blazor's own dialog nor the element that stands in for it.</summary>
    public async Task ExpectNothingSaidOfTheConnectionAsync()
    {
        await Assertions.Expect(page.Locator(".components-reconnect-dialog")).ToHaveCountAsync(0);
        await Assertions.Expect(page.Locator("#components-reconnect-modal")).ToBeHiddenAsync();
    }

    /// <summary>Waits until the page knows that no circuit answers.</summary>
    public Task WaitForNoCircuitAsync() => Assertions.Expect(page.Locator("[data-board][data-live=false]")).ToHaveCountAsync(1);

    /// <summary>The same for any page: waits only if it has a list.</summary>
    public static async Task WaitIfLiveAsync(IPage page)
    {
        if (await page.Locator("[data-board]").CountAsync() > 0)
        {
            await new ListPageObject(page).WaitForCircuitAsync();
        }
    }

    public ILocator Link(string name) => page.GetByRole(AriaRole.Link, new() { Name = name, Exact = true });

    /// <summary>A button by its text, and by what it is about where several have the same text.</summary>
    public ILocator Button(string name, string? about = null) => page.GetByRole(AriaRole.Button, new()
    {
        NameRegex = new Regex($"^{Regex.Escape(name)}{(about is null ? "(\\s*:.*)?" : $"(\\s*:)?\\s*{Regex.Escape(about)}")}$"),
    });

    /// <summary>The part of the list about one objection or request.</summary>
    public ILocator Row(string about) => page.Locator(".objection", new() { Has = page.GetByRole(AriaRole.Heading, new() { Name = about, Exact = true }) });

    /// <summary>Presses one button after the other, the first of each name.</summary>
    public async Task PressAsync(params string[] names)
    {
        foreach (var name in names)
        {
            await PressAsync(Button(name).First);
        }
    }

    public Task PressAboutAsync(string name, string about) => PressAsync(Button(name, about));

    /// <summary>Scripts of a page have run once it is read as a whole; somebody who clicks is slower than that.</summary>
    private async Task PressAsync(ILocator button)
    {
        await PageLoad.WaitAsync(page);
        await button.ClickAsync();
    }

    public Task FollowAsync(string link) => Link(link).First.ClickAsync();

    /// <summary>Fills in and submits the first form of a person: accounts and whether they are linked.</summary>
    public async Task StartAsync(params string[] have)
    {
        foreach (var name in have)
        {
            await page.GetByLabel(name, new() { Exact = true }).CheckAsync();
        }

        await PressAsync("Faire ma liste");
    }

    /// <summary>Adds what the panel behind its button offers.</summary>
    public Task AddAsync(string name) => PressAsync("Ajouter un compte ou une demande", name);

    /// <summary>Notes an earlier day of sending.</summary>
    public async Task NoteAsync(string date)
    {
        await PressAsync(OtherDate);
        await Date.FillAsync(date);
        await PressAsync("Envoyée à cette date");
    }

    /// <summary>Opens a confirmation and confirms it.</summary>
    public async Task RemoveAsync(string name)
    {
        await PressAsync(name);
        await PressAboutAsync("Oui, retirer", name);
    }

    /// <summary>Clears the list, and confirms it.</summary>
    public async Task ClearAsync()
    {
        await More.ClickAsync();
        await RemoveAsync("Vider la liste");
    }

    /// <summary>Expands a person and waits until the inputs are there.</summary>
    public async Task OpenPersonAsync(string about)
    {
        await PressAboutAsync("Ouvrir", about);
        await Assertions.Expect(Button("Ouvrir", about)).ToHaveCountAsync(0);
    }

    /// <summary>Names the person who is open.</summary>
    public async Task NameAsync(string name)
    {
        await PageLoad.WaitAsync(page);
        await Name.FillAsync(name);
        await Name.BlurAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = name })).ToBeVisibleAsync();
    }

    /// <summary>As a translator in the browser does: puts each text into an element of its own.</summary>
    public Task TranslateAsync() => page.EvaluateAsync(
        """
        () => {
          const walker = document.createTreeWalker(document.querySelector('[data-board]'), NodeFilter.SHOW_TEXT);
          const texts = [];
          while (walker.nextNode()) {
            if (walker.currentNode.data.trim()) texts.push(walker.currentNode);
          }
          for (const text of texts) {
            const [outer, inner] = [document.createElement('font'), document.createElement('font')];
            inner.append(text.data);
            outer.append(inner);
            text.replaceWith(outer);
          }
        }
        """);

    /// <summary>The list in local storage, with its version and names; null if there is none.</summary>
    /// <summary>Waits until the stored list contains a text.</summary>
    public Task ExpectStoredAsync(string text) => PageLoad.UntilAsync(page, "text => localStorage.getItem('optoutguide.list')?.includes(text) === true", text);

    public Task<string?> StoredAsync() => page.EvaluateAsync<string?>("localStorage.getItem('optoutguide.list')");

    /// <summary>Waits until the list says so, and has stored it: the text is rendered before a loaded page runs its scripts.</summary>
    public async Task ExpectProgressAsync(string words)
    {
        await Assertions.Expect(Status).ToContainTextAsync(words);
        await PageLoad.WaitAsync(page);
    }
}
