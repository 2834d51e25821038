using System.Diagnostics;
using System.Globalization;
using System.Net;

namespace OptOutGuide.Tests.Attacks;

/// <summary>One client asks again and again for what has to be rendered.</summary>
public sealed class RenderBudgetTests(RenderBudgetTests.LowBudgetSite proxied) : IClassFixture<RenderBudgetTests.LowBudgetSite>
{
    /// <summary>The site has this share of the default budget, so that it is used up sooner.</summary>
    private const int Share = 10;

    [Fact]
    public async Task List_AskedWithoutEnd_CostsByItsWeight()
    {
        var fullest = await CountUntilRefusedAsync("192.0.2.10", $"/fr/ma-liste?l={FullestList.Even()}");
        var small = await CountUntilRefusedAsync("192.0.2.11", "/fr/ma-liste?l=1.Lf");

        Assert.InRange(fullest.Answered, 200 / Share, 400 / Share * fullest.Budgets);
        Assert.InRange(small.Answered, 5 * fullest.Answered / fullest.Budgets, 3000 / Share * small.Budgets);
    }

    private const string LargestWorkshop = "/fr/atelier/imprimer?n=30&guide=facebook&guide=instagram&guide=whatsapp&guide=no-account";

    [Theory]
    [FullData("/fr/ma-liste/imprimer?l=1.Lf", "192.0.2.20")]
    [FullData("/fr/ma-liste/partager?l=1.Lf", "192.0.2.21")]
    [InlineData("/fr/ma-liste?l=1.Lf&do=sent.0-0-0", "192.0.2.22")]
    [FullData("/fr/atelier?n=30", "192.0.2.23")]
    [FullData("/fr/guides/facebook?l=1.Lf", "192.0.2.24")]
    [FullData("/fr/plan?where=FR&have=facebook&linked=unsure&login=no&for=several", "192.0.2.25")]
    [FullData("/fr/reminders.ics?l=1.Lfs{0:yyMMdd}", "192.0.2.26")]
    [Trait("Suite", "Sample")]
    public async Task Page_RenderedForEachRequest_IsNotRenderedWithoutEnd(string path, string client)
    {
        var (answered, budgets) = await CountUntilRefusedAsync(client, path);

        Assert.InRange(answered, 200 / Share, 3000 / Share * budgets);
    }

    /// <summary>More than any library prints in a minute.</summary>
    [Fact]
    [Trait("Suite", "Full")]
    public async Task WorkshopDocument_Repeated_IsRefusedSoon()
    {
        var (answered, budgets) = await CountUntilRefusedAsync("192.0.2.28", LargestWorkshop);

        Assert.InRange(answered, 20 / Share, 200 / Share * budgets);
    }

    /// <summary>Thirty people without scripts, each with the list of a family, who all click twenty times without pause.</summary>
    [Fact]
    [Trait("Suite", "Full")]
    public async Task Workshop_BehindOneAddress_IsNeverRefused()
    {
        const string family = "1.CFR-Lfs250522c250523it-Rws250522.Nfi-Rn.Uffs250522c250523.Lfi.Lfs250522it-Rw";
        await using var site = await StartAsync(new SiteOptions().RenderMillisecondsPerMinute);
        using var client = Client(site, "192.0.2.30", followsRedirects: true);

        var answers = await Task.WhenAll(Enumerable.Range(0, 30).Select(async _ =>
        {
            var statuses = new List<HttpStatusCode>();
            for (var click = 0; click < 20; click++)
            {
                statuses.Add((await client.GetAsync($"/fr/ma-liste?l={family}&do=sent.0-0-1")).StatusCode);
            }

            return statuses;
        }));

        Assert.All(answers.SelectMany(answer => answer), status => Assert.Equal(HttpStatusCode.OK, status));
    }

    /// <summary>A company's IPv6 network has 65,536 networks of 64 bits, each of which counts as a client.</summary>
    [Fact]
    [Trait("Suite", "Full")]
    public async Task Network_AskingAsMoreAndMoreClients_UsesUpAShareToo()
    {
        // The shares of four clients.
        const int NetworkShare = 4 * 400 / Share;
        var list = $"/fr/ma-liste?l={FullestList.Even()}";
        var start = Stopwatch.GetTimestamp();
        var (clients, total) = (0, 0);
        long last;
        int answered;
        do
        {
            last = Stopwatch.GetTimestamp();
            (answered, _) = await CountUntilRefusedAsync($"2001:db8:7:{clients++:x}::1", list);
            total += answered;
            Assert.InRange(total, 0, NetworkShare * (1 + Stopwatch.GetElapsedTime(start).TotalMinutes));
        }
        while (answered >= 200 / Share);

        // Since the last client was refused the network has got a little of its share back.
        var (next, _) = await CountUntilRefusedAsync("2001:db8:7:ffff::1", list);
        Assert.InRange(next, 0, 1 + (NetworkShare * Stopwatch.GetElapsedTime(last).TotalMinutes));
        using var other = proxied.Client("2001:db8:8:1::1");
        Assert.Equal(HttpStatusCode.OK, (await other.GetAsync(list)).StatusCode);
    }

    /// <summary>Behind a proxy that is not trusted all visitors share one client's budget; the log says what to do.</summary>
    [Fact]
    public async Task Proxy_NotNamed_IsSaidOnceItsVisitorsAreRefused()
    {
        await using var site = await RunningSite.StartAsync("--Site:RenderMillisecondsPerMinute=30");
        using var client = new HttpClient { BaseAddress = site.Address };
        client.DefaultRequestHeaders.Add("X-Forwarded-For", "192.0.2.1");

        for (var count = 0; count < 50; count++)
        {
            await client.GetAsync("/fr/ma-liste");
        }

        // Its output is complete once it has ended.
        await site.TerminateAsync();
        Assert.Single(site.Output.Split('\n'), line => line.Contains("name it in Site:TrustedProxies", StringComparison.Ordinal));
        Assert.DoesNotContain("192.0.2.1", site.Output, StringComparison.Ordinal);
    }

    /// <summary>How many requests were answered, and the budgets that they could use: one, and what was refilled meanwhile.</summary>
    private async Task<(int Answered, double Budgets)> CountUntilRefusedAsync(string address, string path)
    {
        using var client = proxied.Client(address);
        path = string.Format(CultureInfo.InvariantCulture, path, RealContent.Today);
        var start = Stopwatch.GetTimestamp();
        var (answered, isRefused) = (0, false);
        while (!isRefused && answered < 20_000)
        {
            // One after the other they might cost no more than is refilled.
            foreach (var answer in await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => client.GetAsync(path))))
            {
                if (answer.StatusCode is HttpStatusCode.TooManyRequests)
                {
                    Assert.InRange(answer.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 1, 60);
                    isRefused = true;
                }
                else
                {
                    Assert.True(answer.StatusCode is HttpStatusCode.OK or HttpStatusCode.Redirect, answer.StatusCode.ToString());
                    answered++;
                }
            }
        }

        return (isRefused ? answered : int.MaxValue, 1 + Stopwatch.GetElapsedTime(start).TotalMinutes);
    }

    private static Task<RunningSite> StartAsync(int budget) => RunningSite.StartAsync("--Site:TrustedProxies=127.0.0.1", $"--Site:RenderMillisecondsPerMinute={budget}");

    /// <summary>A client whose address the proxy forwards.</summary>
    private static HttpClient Client(RunningSite site, string address, bool followsRedirects = false)
    {
        var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = followsRedirects }) { BaseAddress = site.Address };
        client.DefaultRequestHeaders.Add("X-Forwarded-For", address);
        client.DefaultRequestHeaders.Add("Accept-Encoding", "br");
        return client;
    }

    public sealed class LowBudgetSite : IAsyncLifetime
    {
        private RunningSite? _site;

        public async Task InitializeAsync() => _site = await StartAsync(new SiteOptions().RenderMillisecondsPerMinute / Share);

        public Task DisposeAsync() => _site!.DisposeAsync();

        public HttpClient Client(string address) => RenderBudgetTests.Client(_site!, address);
    }
}
