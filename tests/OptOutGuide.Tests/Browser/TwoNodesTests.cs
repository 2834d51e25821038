using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.Playwright;
using Xunit.Abstractions;
using static Microsoft.Playwright.Assertions;

namespace OptOutGuide.Tests.Browser;

/// <summary>Two nodes behind the HAProxy of deploy/: whichever node ends, and however, a visitor notices nothing.</summary>
[Collection("journeys")]
public sealed class TwoNodesTests(Chromium chromium, BalancedSite site, ITestOutputHelper output) : IClassFixture<BalancedSite>
{
    /// <summary>Each node is killed in its turn, so that one of them was the one that held the list.</summary>
    [TheoryWith(Tool.Chromium, Tool.HAProxy)]
    [InlineData(true)]
    [InlineData(false)]
    [Trait("Suite", "Full")]
    public async Task Node_GoneBetweenTwoTicks_NothingIsLost(bool isKilled)
    {
        await using var visitor = await chromium.VisitorAsync();
        var page = await visitor.NewPageAsync();
        await page.GotoAsync(new Uri(site.Address, "/fr/ma-liste").AbsoluteUri);
        var list = new ListPageObject(page);
        await list.WaitForCircuitAsync();
        await list.StartAsync("Facebook", "Aucun compte chez Meta");
        await list.ExpectProgressAsync("Oppositions envoyées : 0 sur 2");

        for (var node = 0; node < site.Nodes.Count; node++)
        {
            await (isKilled ? site.Nodes[node].StopAsync() : site.Nodes[node].TerminateAsync());
            await list.PressAsync(ListPageObject.Send);
            await list.ExpectProgressAsync($"Oppositions envoyées : {node + 1} sur 2");
            await site.Nodes[node].RestartAsync();
            await site.UntilInUseAsync(site.Nodes[node]);
            await list.WaitForCircuitAsync();
            await Expect(page.GetByRole(AriaRole.Alert)).ToHaveCountAsync(0);
        }

        await page.ReloadAsync();
        await list.ExpectProgressAsync("Oppositions envoyées : 2 sur 2");
    }

    [FactWith(Tool.HAProxy)]
    [Trait("Suite", "Full")]
    public async Task Nodes_RestartedOneAfterTheOther_NoVisitorGetsAnError()
    {
        using var over = new CancellationTokenSource();
        var answers = new ConcurrentDictionary<string, int>();
        var visitors = Enumerable.Range(0, 4).Select(_ => VisitAsync(answers, over.Token)).ToArray();

        var exits = new List<(int ExitCode, TimeSpan Took)>();
        foreach (var node in site.Nodes)
        {
            exits.Add(await node.TerminateAsync());
            await node.RestartAsync();
            await site.UntilInUseAsync(node);
        }

        await over.CancelAsync();
        await Task.WhenAll(visitors);
        output.WriteLine(string.Join(", ", answers.Select(answer => $"{answer.Key}: {answer.Value}")));
        output.WriteLine(string.Join(", ", exits.Select(exit => $"ended with {exit.ExitCode} after {exit.Took.TotalSeconds:F1} s")));
        Assert.Equal(["200"], answers.Keys);
        Assert.All(exits, exit => Assert.True(exit is { ExitCode: 0, Took.TotalSeconds: < 10 }, exit.ToString()));
    }

    [FactWith(Tool.HAProxy)]
    [Trait("Suite", "Full")]
    public async Task Node_Killed_TheOtherAnswersEveryone()
    {
        using var over = new CancellationTokenSource();
        var answers = new ConcurrentDictionary<string, int>();
        var visitor = VisitAsync(answers, over.Token);

        await site.Nodes[0].StopAsync();
        var before = answers.GetValueOrDefault("200");
        await Eventually.TrueAsync(() => answers.GetValueOrDefault("200") > before + 50);
        await site.Nodes[0].RestartAsync();
        await site.UntilInUseAsync(site.Nodes[0]);

        await over.CancelAsync();
        await visitor;
        output.WriteLine(string.Join(", ", answers.Select(answer => $"{answer.Key}: {answer.Value}")));
        Assert.True(answers["200"] > 50);
        // A response that the killed node had begun cannot be repeated; the other node answers all other requests.
        Assert.True(answers.Values.Sum() - answers["200"] <= 1);
    }

    [FactWith(Tool.HAProxy)]
    public async Task Proxy_AnyPage_SetsNoCookieAndLogsNothingOfTheVisitor()
    {
        using var client = new HttpClient(new HttpClientHandler { UseCookies = false }) { BaseAddress = site.Address };

        var page = await client.GetAsync("/fr/ma-liste?l=1.Rw261122");
        var hub = await client.PostAsync("/_blazor/negotiate?negotiateVersion=1", null);

        Assert.True(page.IsSuccessStatusCode);
        Assert.True(hub.IsSuccessStatusCode);
        Assert.False(page.Headers.Contains("Set-Cookie"));
        Assert.False(hub.Headers.Contains("Set-Cookie"));
        await Eventually.TrueAsync(() => site.Log.Any(line => line.Contains("/fr/ma-liste", StringComparison.Ordinal)));
        Assert.DoesNotContain("261122", string.Concat(site.Log), StringComparison.Ordinal);
        Assert.DoesNotContain("127.0.0.1", string.Concat(site.Log), StringComparison.Ordinal);
    }

    /// <summary>One visitor after the other, each asking for a page and what belongs to it.</summary>
    private async Task VisitAsync(ConcurrentDictionary<string, int> answers, CancellationToken over)
    {
        using var client = new HttpClient { BaseAddress = site.Address };
        while (!over.IsCancellationRequested)
        {
            foreach (var path in (string[])["/fr/", "/fr/guides/facebook", "/en/my-list?l=1.Rw", "/icon.svg"])
            {
                var answer = await AskAsync(client, path);
                answers.AddOrUpdate(answer, 1, (_, count) => count + 1);
            }
        }
    }

    private static async Task<string> AskAsync(HttpClient client, string path)
    {
        try
        {
            using var response = await client.GetAsync(path, CancellationToken.None);
            return ((int)response.StatusCode).ToString(CultureInfo.InvariantCulture);
        }
        catch (HttpRequestException exception)
        {
            return exception.HttpRequestError.ToString();
        }
    }
}
