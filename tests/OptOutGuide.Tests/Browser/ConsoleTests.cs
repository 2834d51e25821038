using Microsoft.Playwright;

namespace OptOutGuide.Tests.Browser;

/// <summary>No page writes to the browser's console.</summary>
[Collection("looks")]
public sealed class ConsoleTests(Chromium chromium)
{
    [FactWith(Tool.Chromium)]
    public async Task EveryKindOfPage_Opened_WritesNothingToTheConsole()
    {
        await using var visitor = await chromium.VisitorAsync();
        var page = await visitor.NewPageAsync();
        var messages = Listen(page);

        foreach (var known in RealContent.PageOfEachKind)
        {
            await page.GotoAsync(RealContent.Address(known), new() { WaitUntil = known.Kind is PageKind.List ? WaitUntilState.NetworkIdle : WaitUntilState.Load });
        }

        Assert.Empty(messages);
    }

    [FactWith(Tool.Chromium)]
    public async Task List_UsedAndLeft_WritesNothingToTheConsole()
    {
        await using var visitor = await chromium.VisitorAsync();
        var list = await ListPageObject.OpenAsync(visitor);
        var messages = Listen(list.Page);
        await list.Page.ReloadAsync();
        await list.WaitForCircuitAsync();

        await list.StartAsync("Facebook");
        await list.PressAsync(ListPageObject.Send);
        await list.ExpectProgressAsync("Oppositions envoyées : 1 sur 1");
        await list.Page.GotoAsync("/fr/guides/facebook");
        await list.Page.GoBackAsync();
        await list.WaitForCircuitAsync();

        Assert.Empty(messages);
    }

    private static List<string> Listen(IPage page)
    {
        var messages = new List<string>();
        page.Console += (_, message) => messages.Add($"{page.Url}: {message.Type}: {message.Text}");
        page.PageError += (_, error) => messages.Add($"{page.Url}: {error}");
        return messages;
    }
}
