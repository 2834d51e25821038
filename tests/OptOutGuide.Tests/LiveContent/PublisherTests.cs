namespace OptOutGuide.Tests.LiveContent;

/// <summary>In Production somebody answers for a site, or its pages say that nobody does, from its start to its end.</summary>
public sealed class PublisherTests : IDisposable
{
    private const string Named = "publisher: Verbraucherhilfe\n";

    private readonly OwnFolder _own = new(Repository.Content);

    public PublisherTests() => _own.Write("languages.yml", "languages: [fr]\n");

    public void Dispose() => _own.Dispose();

    [Theory]
    [InlineData("contact: hilfe@example.org\n")]
    [InlineData("demo: false\n")]
    [Trait("Suite", "Full")]
    public async Task Publisher_RemovedWhileTheSiteRuns_StaysUntilThereIsOne(string host)
    {
        _own.Write("host.yml", Named);
        await using var site = await StartAsync();
        using var client = new HttpClient { BaseAddress = site.Address };
        var good = await client.GetStringAsync("/fr/");

        _own.Write("host.yml", host);

        await Eventually.TrueAsync(async () => await Readiness.StatusAsync(client) == "Degraded");
        Assert.Equal(good, await client.GetStringAsync("/fr/"));
        await Eventually.TrueAsync(() => site.Output.Contains($"{_own.Name}/host.yml:1: error: {SiteOptions.PublisherMissing.Split('"')[0]}", StringComparison.Ordinal));

        _own.Write("host.yml", "demo: true\n");

        await Eventually.TrueAsync(async () => await Readiness.StatusAsync(client) == "Healthy");
        Assert.DoesNotContain("Verbraucherhilfe", await client.GetStringAsync("/fr/"), StringComparison.Ordinal);
    }

    private Task<RunningSite> StartAsync() => RunningSite.StartAsync($"--Site:ContentFolders={Repository.Content};{_own.Root}");
}
