using Microsoft.Playwright;

namespace OptOutGuide.Tests.Browser;

/// <summary>The list page as a visitor uses it, by what they read on it.</summary>
internal sealed class ListVisit(IPage page)
{
    public IPage Page => page;

    public ILocator Status => page.GetByRole(AriaRole.Status);

    public ILocator Next => page.Locator("section", new() { Has = page.GetByRole(AriaRole.Heading, new() { Name = "À faire maintenant" }) }).First;

    public static async Task<ListVisit> OpenAsync(IBrowserContext visitor, string query = "")
    {
        var page = await visitor.NewPageAsync();
        await page.GotoAsync("/fr/ma-liste" + query);
        return new ListVisit(page);
    }

    /// <summary>A list with its script, which never hears of the hub: as before the circuit is there, or where there is no room for it.</summary>
    public static async Task<ListVisit> OpenWithoutACircuitAsync(IBrowserContext visitor, string query = "")
    {
        var page = await visitor.NewPageAsync();
        await page.RouteAsync("**/_blazor**", route => route.AbortAsync());
        await page.GotoAsync("/fr/ma-liste" + query);
        return new ListVisit(page);
    }

    /// <summary>A live list whose words to and from the hub take the line given.</summary>
    public static async Task<ListVisit> OpenOnALineAsync(IBrowserContext visitor, string query, Line line)
    {
        var page = await visitor.NewPageAsync();
        await page.RouteWebSocketAsync("**/_blazor**", socket =>
        {
            var server = socket.ConnectToServer();
            socket.OnMessage(message =>
            {
                if (!line.IsCut && message.Binary is { } sent)
                {
                    server.Send(sent);
                }
                else if (!line.IsCut && message.Text is { } text)
                {
                    server.Send(text);
                }
            });
            var before = Task.CompletedTask;
            server.OnMessage(message => before = DeliverAsync(before, message.Binary!));

            // In their order, whatever the line takes meanwhile.
            async Task DeliverAsync(Task before, byte[] words)
            {
                var lag = Task.Delay(line.Lag);
                await before;
                await lag;
                socket.Send(words);
            }
        });
        await page.GotoAsync("/fr/ma-liste" + query);
        var list = new ListVisit(page);
        await list.WaitForCircuitAsync();
        return list;
    }

    /// <summary>Waits until the circuit answers, so that a click is known to go through it.</summary>
    public Task WaitForCircuitAsync() => Assertions.Expect(page.Locator("[data-board][data-live=true]")).ToHaveCountAsync(1);

    /// <summary>The same on any page: waits only where there is a list.</summary>
    public static async Task WaitIfLiveAsync(IPage page)
    {
        if (await page.Locator("[data-board]").CountAsync() > 0)
        {
            await new ListVisit(page).WaitForCircuitAsync();
        }
    }

    public ILocator Link(string name) => page.GetByRole(AriaRole.Link, new() { Name = name, Exact = true });

    public async Task ClickAsync(params string[] names)
    {
        foreach (var name in names)
        {
            await Link(name).First.ClickAsync();
        }
    }

    /// <summary>Opens what asks before something goes away, and says yes.</summary>
    public async Task RemoveAsync(string name)
    {
        await page.Locator("summary", new() { HasText = name }).ClickAsync();
        await Link($"Oui, retirer : {name}").ClickAsync();
    }

    /// <summary>Names the first person, and waits until the circuit draws the name.</summary>
    public async Task NameAsync(string name)
    {
        await page.GetByLabel("Nom de cette personne").First.FillAsync(name);
        await page.GetByLabel("Nom de cette personne").First.BlurAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = name })).ToBeVisibleAsync();
    }

    public Task ExpectProgressAsync(string words) => Assertions.Expect(Status).ToContainTextAsync(words);
}

/// <summary>The line between a list and the hub.</summary>
internal sealed class Line
{
    /// <summary>Nothing that the page says reaches the hub any more, and nobody is told.</summary>
    public bool IsCut { get; set; }

    /// <summary>How long what the hub says takes to arrive.</summary>
    public TimeSpan Lag { get; set; }
}
