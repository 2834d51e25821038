using System.Diagnostics;
using System.Net;
using System.Net.WebSockets;

namespace OptOutGuide.Tests.Security;

/// <summary>Limits per client, where a trusted proxy names the client's address. Attacks/RenderBudgetTests has the rest.</summary>
[Collection("edge")]
public sealed class RateLimitTests(RateLimitedSite edge)
{
    private const string Costly = "/fr/ma-liste/partager?l=1.Lfs250522";
    private const int CostlyMilliseconds = 6;

    /// <summary>What the cheapest request costs.</summary>
    private const int LeastMilliseconds = 2;

    [Theory]
    [InlineData("fr", "192.0.2.10", "Trop de demandes à la fois")]
    [InlineData("en", "192.0.2.11", "Too many requests at once")]
    public async Task Client_AskingForMoreThanItsShare_IsToldWhenToComeBack(string language, string address, string title)
    {
        using var client = edge.Client(address);

        var refused = (await AskUntilRefusedAsync(client, $"/{language}/reminders.ics?l=1.Lfs250522"))[^1];

        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        Assert.InRange(refused.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 1, 60);
        Assert.Equal(title, RealContent.ParseHtml(await refused.Content.ReadAsStringAsync()).QuerySelector("h1")?.TextContent);
        Assert.Single(refused.Headers.GetValues("Content-Security-Policy"));
    }

    [Theory]
    [InlineData("/fr/reminders.ics/?l=1.Lfs250522", "192.0.2.12")]
    [InlineData("/fr/REMINDERS.ICS?l=1.Lfs250522", "192.0.2.13")]
    [InlineData("/fr/list.json?l=1.Lf", "192.0.2.14")]
    [InlineData("/fr/ma-liste?l=1.Lf", "192.0.2.15")]
    [InlineData("/fr/ma-liste", "192.0.2.16")]
    [InlineData("/fr/guides/facebook?l=1.Lf", "192.0.2.17")]
    public async Task Page_RenderedForOneVisitor_IsCounted(string path, string address)
    {
        using var client = edge.Client(address);

        var answers = await AskUntilRefusedAsync(client, path);

        Assert.Equal(HttpStatusCode.TooManyRequests, answers[^1].StatusCode);
    }

    [Theory]
    [InlineData("192.0.2.20", "192.0.2.21", true)]
    [InlineData("2001:db8:1:2::1", "2001:db8:1:2:ffff::2", false)]
    [InlineData("2001:db8:1:4::1", "2001:db8:1:5::1", true)]
    public async Task Client_BesideAnother_HasAShareOfItsOwn(string first, string second, bool hasOwn)
    {
        const int Share = RateLimitedSite.RenderMilliseconds / CostlyMilliseconds;
        using var greedy = edge.Client(first);
        using var other = edge.Client(second);
        var start = Stopwatch.GetTimestamp();
        await AskUntilRefusedAsync(greedy, Costly);

        var answers = await AskUntilRefusedAsync(other, Costly);

        var refilled = (int)Math.Ceiling(Share * Stopwatch.GetElapsedTime(start).TotalMinutes);
        Assert.InRange(answers.Count - 1, hasOwn ? Share : 0, (hasOwn ? Share : 0) + refilled);
        Assert.All(answers.SkipLast(1), answer => Assert.Equal(HttpStatusCode.OK, answer.StatusCode));
    }

    [Theory]
    [InlineData("/fr/", "192.0.2.36")]
    [InlineData("/fr/guides/facebook", "192.0.2.31")]
    [InlineData("/fr/partager", "192.0.2.32")]
    [InlineData("/fr/affiche", "192.0.2.33")]
    [InlineData("/icon.svg", "192.0.2.34")]
    [InlineData("/health/ready", "192.0.2.35")]
    public async Task Page_FromMemory_IsNeverCounted(string path, string address)
    {
        using var other = edge.Client(address);
        using var client = edge.Client("192.0.2.30");
        await other.GetAsync(path);
        // The cheapest request uses up the most.
        var costly = await AskUntilRefusedAsync(client, "/fr/list.json");

        Assert.Equal(HttpStatusCode.TooManyRequests, costly[^1].StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync(path)).StatusCode);
    }

    [Fact]
    public async Task Hub_OpenedMoreOftenThanItsShare_IsRefused()
    {
        using var client = edge.Client("192.0.2.40");
        const int Share = 2 * RateLimitedSite.CircuitsPerMinute;

        var answers = await AskUntilRefusedAsync(() => client.PostAsync("/_blazor/negotiate?negotiateVersion=1", null), Share);

        Assert.True(answers.Count > Share);
        Assert.All(answers.SkipLast(1), answer => Assert.Equal(HttpStatusCode.OK, answer.StatusCode));
        Assert.NotNull(answers[^1].Headers.RetryAfter);
    }

    [Fact]
    public async Task Client_HoldingItsShareOfLists_LeavesRoomForOthers()
    {
        using var first = await Hub.OpenAsync(edge.Address, client: "192.0.2.50");

        var second = await Hub.RefusalAsync(edge.Address, client: "192.0.2.50");
        using var other = await Hub.OpenAsync(edge.Address, client: "192.0.2.51");

        Assert.Equal(HttpStatusCode.TooManyRequests, second);
        Assert.Equal((WebSocketState.Open, WebSocketState.Open), (first.State, other.State));
    }

    /// <summary>With little memory few lists fit, and a client's usual share would be all of them.</summary>
    [Theory]
    [InlineData("192.0.2.80", "192.0.2.80", "192.0.2.80", "192.0.2.81")]
    // Networks of 64 bits in one of 48 bits, which has the shares of several clients.
    [InlineData("2001:db8:1:1::1", "2001:db8:1:2::1", "2001:db8:1:3::1", "2001:db8:2::1")]
    public async Task Client_WhoseShareIsAllLists_HoldsHalfOfThem(string own, string alsoOwn, string stillOwn, string others)
    {
        await using var site = await InProcessSite.ListenAsync("--Site:MaxCircuits=4", "--Site:TrustedProxies=127.0.0.1");
        using var first = await Hub.OpenAsync(site.Address, client: own);
        using var second = await Hub.OpenAsync(site.Address, client: alsoOwn);

        var third = await Hub.RefusalAsync(site.Address, client: stillOwn);
        var other = await Hub.RefusalAsync(site.Address, client: others);

        Assert.Equal(HttpStatusCode.TooManyRequests, third);
        Assert.Equal(HttpStatusCode.SwitchingProtocols, other);
    }

    private static Task<List<HttpResponseMessage>> AskUntilRefusedAsync(HttpClient client, string path) =>
        AskUntilRefusedAsync(() => client.GetAsync(path), RateLimitedSite.RenderMilliseconds / LeastMilliseconds);

    /// <summary>All answers up to the first refusal, or to the first that the budget cannot pay for.</summary>
    /// <param name="perMinute">How many the budget allows at most, at once and then refilled in a minute.</param>
    private static async Task<List<HttpResponseMessage>> AskUntilRefusedAsync(Func<Task<HttpResponseMessage>> ask, int perMinute)
    {
        var start = Stopwatch.GetTimestamp();
        var answers = new List<HttpResponseMessage>();
        do
        {
            answers.Add(await ask());
        }
        while (answers[^1].StatusCode is not HttpStatusCode.TooManyRequests && answers.Count <= perMinute * (1 + Stopwatch.GetElapsedTime(start).TotalMinutes));
        return answers;
    }
}
