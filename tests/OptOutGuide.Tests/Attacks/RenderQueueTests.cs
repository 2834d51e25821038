using System.Net;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace OptOutGuide.Tests.Attacks;

/// <summary>
/// More responses are requested than can be rendered. Each test blocks the rendering of lists and checks which requests wait.
/// </summary>
public sealed class RenderQueueTests : IAsyncLifetime, IDisposable
{
    private static readonly int Room = Math.Max(1, Environment.ProcessorCount - 1) + RenderLimiter.QueueLength;

    private readonly RenderGate _gate = new() { Component = typeof(MyListPage) };
    private readonly ArrivalCounter _arrivals = new();
    private readonly InProcessSite _site;
    private readonly Uri _address;
    private int _waitedBefore;

    public RenderQueueTests()
    {
        _site = new(services => services.AddSingleton<IComponentActivator>(_gate).AddSingleton<IStartupFilter>(_arrivals), ("Site:TrustedProxies", "127.0.0.1, ::1"));
        _site.UseKestrel(0);
        using var client = _site.CreateClient();
        _address = client.BaseAddress!;
    }

    public async Task InitializeAsync()
    {
        using var first = Client("192.0.2.1");
        foreach (var path in new[] { "/fr/", "/fr/nulle-part" })
        {
            await first.GetAsync(path);
        }

        _waitedBefore = _arrivals.Waited;
        _gate.Hold();
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose()
    {
        _gate.Release();
        _site.Dispose();
        _gate.Dispose();
    }

    [Theory]
    [InlineData("/fr/", HttpStatusCode.OK)]
    [InlineData("/fr/nulle-part", HttpStatusCode.NotFound)]
    [FullData("/fr/nulle-part.txt", HttpStatusCode.NotFound)]
    [FullData("/", HttpStatusCode.Redirect)]
    [FullData("/icon.svg", HttpStatusCode.OK)]
    [FullData("/health/live", HttpStatusCode.OK)]
    [InlineData("/health/ready", HttpStatusCode.OK)]
    [Trait("Suite", "Sample")]
    public async Task Answer_ThatIsNotRendered_WaitsForNobody(string path, HttpStatusCode expected)
    {
        var attack = ManyClients(Room).Select(AskForListAsync).ToArray();
        await WaitUntilWaitingAsync(RenderLimiter.QueueLength);
        using var client = Client("192.0.2.2");

        var answer = await client.GetAsync(path);

        Assert.Equal(expected, answer.StatusCode);
        Assert.DoesNotContain(attack, other => other.IsCompleted);
    }

    [Fact]
    public async Task Head_OfAList_WaitsForNobody()
    {
        var attack = ManyClients(Room).Select(AskForListAsync).ToArray();
        await WaitUntilWaitingAsync(RenderLimiter.QueueLength);
        using var client = Client("192.0.2.2");

        var answer = await client.SendAsync(new(HttpMethod.Head, "/fr/ma-liste?l=1.Lf"));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.DoesNotContain(attack, other => other.IsCompleted);
    }

    [Fact]
    public async Task Queue_Full_IsSaidAtOnceInTheVisitorsLanguageAndTheRestIsAnswered()
    {
        var asked = ManyClients(Room + 5).Select(AskForListAsync).ToList();

        for (var refusal = 0; refusal < 5; refusal++)
        {
            var first = await Task.WhenAny(asked);
            asked.Remove(first);
            using var answer = await first;
            var html = await answer.Content.ReadAsStringAsync();
            Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
            Assert.InRange(answer.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 1, 60);
            Assert.True(answer.Headers.CacheControl!.NoStore);
            Assert.Equal("Le site est très demandé", RealContent.ParseHtml(html).QuerySelector("h1")?.TextContent);
        }

        _gate.Release();
        Assert.All(await Task.WhenAll(asked), answer => Assert.Equal(HttpStatusCode.OK, answer.StatusCode));
        Assert.Equal(Room, _gate.Rendered);
    }

    [Fact]
    public async Task Client_WithAllItsRequestsWaiting_LeavesRoomForOthers()
    {
        var greedy = Enumerable.Repeat("192.0.2.3", RenderLimiter.ResponsesPerClient + 1).Select(AskForListAsync).ToList();
        var refused = await Task.WhenAny(greedy);
        greedy.Remove(refused);

        var other = ManyClients(Room - RenderLimiter.RendersPerClient).Select(AskForListAsync).ToArray();
        // The common queue is full, and what the greedy client may not have in it waits before it.
        await WaitUntilWaitingAsync(RenderLimiter.QueueLength + RenderLimiter.ResponsesPerClient - RenderLimiter.RendersPerClient);
        _gate.Release();

        Assert.Equal(HttpStatusCode.TooManyRequests, (await refused).StatusCode);
        Assert.All(await Task.WhenAll([.. greedy, .. other]), answer => Assert.Equal(HttpStatusCode.OK, answer.StatusCode));
    }

    /// <summary>Those that are being rendered do not count.</summary>
    private Task WaitUntilWaitingAsync(int requests) => Eventually.TrueAsync(() => _arrivals.Waited >= _waitedBefore + requests);

    private static IEnumerable<string> ManyClients(int count) => Enumerable.Range(1, count).Select(index => $"198.51.100.{index}");

    private async Task<HttpResponseMessage> AskForListAsync(string address)
    {
        using var client = Client(address);
        return await client.GetAsync("/fr/ma-liste?l=1.Lf");
    }

    private HttpClient Client(string address)
    {
        var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = _address };
        client.DefaultRequestHeaders.Add("X-Forwarded-For", address);
        return client;
    }
}
