namespace OptOutGuide.Tests.LiveContent;

public sealed class ContentReloadTests : IDisposable
{
    private readonly ContentCopy _content = new();

    public void Dispose() => _content.Dispose();

    [Fact]
    public async Task Guide_Edited_ShowsWithoutARestart()
    {
        await using var site = new InProcessSite(null, ("Site:ContentFolder", _content.Root));
        using var client = site.Visitor();
        Assert.DoesNotContain("Un titre tout neuf", await client.GetStringAsync("/fr/guides/facebook"), StringComparison.Ordinal);

        _content.Replace("fr/guides/facebook.md", "title: S’opposer sur Facebook", "title: Un titre tout neuf");

        await Eventually.TrueAsync(async () => (await client.GetStringAsync("/fr/guides/facebook")).Contains("Un titre tout neuf", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Guide_Broken_KeepsTheLastGoodOneAndSaysSo()
    {
        await using var site = new InProcessSite(null, ("Site:ContentFolder", _content.Root));
        using var client = site.Visitor();
        var good = await client.GetStringAsync("/fr/guides/facebook");

        _content.Replace("fr/guides/facebook.md", "minutes: 5", "minutes: soon");

        await Eventually.TrueAsync(async () => await Readiness.StatusAsync(client) == "Degraded");
        var health = await client.GetStringAsync("/health/ready");
        Assert.Contains("content/fr/guides/facebook.md", health, StringComparison.Ordinal);
        Assert.Equal(good, await client.GetStringAsync("/fr/guides/facebook"));

        _content.Replace("fr/guides/facebook.md", "minutes: soon", "minutes: 7");

        await Eventually.TrueAsync(async () => await Readiness.StatusAsync(client) == "Healthy");
        Assert.Contains("Environ 7\u00a0minutes", RealContent.ParseHtml(await client.GetStringAsync("/fr/guides/facebook")).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Suite", "Full")]
    public async Task Folder_Deleted_KeepsTheSiteUp()
    {
        await using var site = new InProcessSite(null, ("Site:ContentFolder", _content.Root));
        using var client = site.Visitor();
        await client.GetStringAsync("/fr/");

        Directory.Delete(_content.Root, recursive: true);

        await Eventually.TrueAsync(async () => await Readiness.StatusAsync(client) == "Degraded");
        Assert.True((await client.GetAsync("/fr/guides/facebook")).IsSuccessStatusCode);
        Directory.CreateDirectory(_content.Root);
    }

    /// <summary>As rsync and tar replace files when they keep times.</summary>
    [Fact]
    public async Task Guide_OtherBytesOfTheSameSizeAndTime_Shows()
    {
        var file = Path.Combine(_content.Root, "fr/guides/facebook.md");
        var clock = TestClock.Noon;
        await using var site = new InProcessSite(null, ("Site:ContentFolder", _content.Root)) { Time = clock };
        using var client = site.Visitor();
        await client.GetStringAsync("/fr/guides/facebook");
        var time = File.GetLastWriteTimeUtc(file);

        _content.Replace("fr/guides/facebook.md", "title: S’opposer sur Facebook", "title: S’opposer sur Fakebook");
        File.SetLastWriteTimeUtc(file, time);

        await Eventually.TrueAsync(async () =>
        {
            clock.Advance(TimeSpan.FromSeconds(1));
            return (await client.GetStringAsync("/fr/guides/facebook")).Contains("S’opposer sur Fakebook", StringComparison.Ordinal);
        });
    }
}
