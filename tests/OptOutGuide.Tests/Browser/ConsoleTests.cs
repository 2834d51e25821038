using Microsoft.Playwright;

namespace OptOutGuide.Tests.Browser;

/// <summary>No page writes to the browser's console, and a list sets no cookie and asks no other host.</summary>
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
            await page.GotoAsync(RealContent.Address(known));
            await ListPageObject.WaitIfLiveAsync(page);
        }

        Assert.Empty(messages);
    }

    [FactWith(Tool.Chromium)]
    public async Task List_UsedAndLeft_WritesNothingSetsNoCookieAndAsksNoOtherHost()
    {
        await using var visitor = await chromium.VisitorAsync();
        var list = await ListPageObject.OpenAsync(visitor, ListMode.Live);
        var messages = Listen(list.Page);
        var otherHosts = new List<string>();
        visitor.Browser.Request += (_, request) =>
        {
            if (new Uri(request.Url).Authority != chromium.Site.Address.Authority)
            {
                otherHosts.Add(request.Url);
            }
        };
        await list.Page.ReloadAsync();
        await list.WaitForCircuitAsync();

        await list.StartAsync("Facebook");
        await list.PressAsync(ListPageObject.Send);
        await list.ExpectProgressAsync("Oppositions envoyées : 1 sur 1");
        await list.Page.GotoAsync("/fr/guides/facebook");
        await list.Page.GoBackAsync();
        await list.WaitForCircuitAsync();

        Assert.Empty(messages);
        Assert.Empty(await visitor.Browser.CookiesAsync());
        Assert.Empty(otherHosts);
        Assert.DoesNotContain("Ufs", chromium.Site.Output, StringComparison.Ordinal);
    }

    private static List<string> Listen(IPage page)
    {
        var messages = new List<string>();
        page.Console += (_, message) => messages.Add($"{page.Url}: {message.Type}: {message.Text}");
        page.PageError += (_, error) => messages.Add($"{page.Url}: {error}");
        return messages;
    }
}
