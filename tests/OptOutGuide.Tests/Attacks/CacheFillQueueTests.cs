using System.Net;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace OptOutGuide.Tests.Attacks;

/// <summary>Pages are rendered for the cache one at a time. A client that asks for many does not stand in front of everybody.</summary>
public sealed class CacheFillQueueTests
{
    [Fact]
    public async Task Client_AskingForEveryPage_DoesNotKeepAnotherWaitingForAllOfThem()
    {
        using var gate = new RenderGate();
        var arrivals = new ArrivalCounter();
        await using var site = new InProcessSite(services => services.AddSingleton<IComponentActivator>(gate).AddSingleton<IStartupFilter>(arrivals), ("Site:TrustedProxies", "127.0.0.1, ::1"));
        site.UseKestrel(0);
        using var first = site.CreateClient();
        using var greedy = Client(first.BaseAddress!, "192.0.2.1");
        using var other = Client(first.BaseAddress!, "192.0.2.2");
        await first.GetAsync("/fr/nulle-part");
        var before = arrivals.Waited;
        gate.Hold();

        var pages = RealContent.FrenchPages.Where(page => page.Kind is PageKind.Step or PageKind.Article).Select(page => page.Path).ToArray();
        Assert.True(pages.Length > 30);
        var attack = pages.Select(page => greedy.GetAsync(page)).ToArray();
        // All but the one that is being rendered.
        await Eventually.TrueAsync(() => arrivals.Waited == before + pages.Length - 1);
        var visit = other.GetAsync("/fr/");
        await Eventually.TrueAsync(() => arrivals.Waited == before + pages.Length);
        gate.LetThrough(pages.Length / 2);

        // Sooner than the gate opens by itself.
        var answer = await visit.WaitAsync(RenderGate.OpensAfter / 2);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains(attack, request => !request.IsCompleted);
        gate.Release();
        Assert.All(await Task.WhenAll(attack), page => Assert.Equal(HttpStatusCode.OK, page.StatusCode));
    }

    private static HttpClient Client(Uri site, string address)
    {
        var client = new HttpClient { BaseAddress = site };
        client.DefaultRequestHeaders.Add("X-Forwarded-For", address);
        return client;
    }
}
