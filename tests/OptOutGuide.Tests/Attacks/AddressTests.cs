using System.Diagnostics;
using System.Net;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace OptOutGuide.Tests.Attacks;

/// <summary>A client sends invented hosts and ports, so that no cached page matches.</summary>
public sealed class AddressTests
{
    [Fact]
    public async Task Ports_MadeUp_AreOnePage()
    {
        using var gate = new RenderGate();
        await using var site = new InProcessSite(services => services.AddSingleton<IComponentActivator>(gate));
        using var client = site.Visitor();
        var canonical = new HashSet<string?>();

        foreach (var host in new[] { "localhost:1", "localhost:81", "localhost:65535", "LocalHost", "localhost" })
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, "/fr/") { Headers = { Host = host } };
            var page = RealContent.ParseHtml(await (await client.SendAsync(request)).Content.ReadAsStringAsync());
            canonical.Add(page.QuerySelector("link[rel=canonical]")?.GetAttribute("href"));
        }

        Assert.Equal(["http://localhost/fr/"], canonical);
        Assert.Equal(1, gate.Rendered);
    }

    /// <summary>A proxy may forward a host that a visitor sent.</summary>
    [Theory]
    [InlineData("localhost:31337", "http://localhost/fr/")]
    [InlineData("localhost", "http://localhost/fr/")]
    public async Task Port_ForwardedThatNobodyListensOn_StandsOnNoPage(string forwarded, string expected)
    {
        await using var site = await InProcessSite.ListenAsync("--Site:TrustedProxies=127.0.0.1");
        using var client = new HttpClient { BaseAddress = site.Address };
        client.DefaultRequestHeaders.Add("X-Forwarded-For", "192.0.2.1");
        client.DefaultRequestHeaders.Add("X-Forwarded-Host", forwarded);

        var page = RealContent.ParseHtml(await client.GetStringAsync("/fr/"));

        Assert.Equal(expected, page.QuerySelector("link[rel=canonical]")?.GetAttribute("href"));
    }

    /// <summary>If each host has pages of its own, rendering them is charged to the client.</summary>
    [Fact]
    [Trait("Suite", "Full")]
    public async Task Hosts_MadeUp_AreRenderedForUpToAShareOfProcessorTime()
    {
        await using var site = await RunningSite.StartAsync("--AllowedHosts=*", $"--Site:RenderMillisecondsPerMinute={new SiteOptions().RenderMillisecondsPerMinute}");
        using var client = new HttpClient { BaseAddress = site.Address };
        var start = Stopwatch.GetTimestamp();
        var (rendered, isRefused) = (0, false);

        while (!isRefused && rendered < 1000)
        {
            var answers = await Task.WhenAll(Enumerable.Range(rendered, 20).Select(host => StatusAsync(client, $"host-{host}.example")));
            isRefused = answers.Any(answer => answer is not HttpStatusCode.OK);
            rendered += answers.Count(answer => answer is HttpStatusCode.OK);
        }

        Assert.True(isRefused);
        Assert.InRange(rendered, 50, 200 * (1 + Stopwatch.GetElapsedTime(start).TotalMinutes));
    }

    [Fact]
    public async Task Production_WithoutAnAddress_DoesNotStart()
    {
        var (exitCode, output) = await RunningSite.RunAsync("--urls", "http://127.0.0.1:0", "--Site:AnyHost=false");

        Assert.Equal(2, exitCode);
        Assert.Contains("Site:BaseAddress must be set in Production", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--Site:BaseAddress=https://example.org/")]
    [InlineData("--Site:AnyHost=true")]
    public async Task Production_WithAnAddressOrNoneOnPurpose_Starts(string setting)
    {
        await using var site = await InProcessSite.ListenAsync("--Site:AnyHost=false", setting);
        using var client = new HttpClient { BaseAddress = site.Address };

        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/fr/")).StatusCode);
    }

    private static async Task<HttpStatusCode> StatusAsync(HttpClient client, string host)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/fr/") { Headers = { Host = host } };
        using var answer = await client.SendAsync(request);
        return answer.StatusCode;
    }
}
