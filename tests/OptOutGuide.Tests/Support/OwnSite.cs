namespace OptOutGuide.Tests.Support;

/// <summary>A running site that one test has to itself and that ends with it.</summary>
internal sealed class OwnSite(RunningSite running) : IAsyncDisposable
{
    public RunningSite Running => running;

    public static async Task<OwnSite> StartAsync(RunningSite site)
    {
        var started = new OwnSite(site);
        await site.InitializeAsync();
        return started;
    }

    public async ValueTask DisposeAsync() => await running.StopAsync();
}
