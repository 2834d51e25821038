namespace OptOutGuide.Tests.Support;

/// <summary>
/// A site behind a proxy on this machine with low limits, for tests that use them up: each test has client addresses of its
/// own.
/// </summary>
public sealed class RateLimitedSite : IAsyncLifetime
{
    public const int RenderMilliseconds = 30;
    public const int CircuitsPerMinute = 3;
    public const int MaxCircuits = 2;

    public RunningSite Site { get; } = new()
    {
        Settings =
        [
            "--Site:TrustedProxies=10.0.0.0/8, 127.0.0.1",
            $"--Site:RenderMillisecondsPerMinute={RenderMilliseconds}",
            $"--Site:CircuitsPerMinute={CircuitsPerMinute}",
            "--Site:CircuitsPerClient=1",
            $"--Site:MaxCircuits={MaxCircuits}",
        ],
    };

    public Uri Address => Site.Address;

    public Task InitializeAsync() => Site.StartAsync();

    public Task DisposeAsync() => Site.DisposeAsync();

    /// <summary>A client whose address the proxy forwards.</summary>
    public HttpClient Client(string address)
    {
        var client = new HttpClient { BaseAddress = Address };
        client.DefaultRequestHeaders.Add("X-Forwarded-For", address);
        return client;
    }
}

[CollectionDefinition("edge")]
public sealed class RateLimitedSiteDefinition : ICollectionFixture<RateLimitedSite>;
