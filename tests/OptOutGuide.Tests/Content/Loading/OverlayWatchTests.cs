namespace OptOutGuide.Tests.Content.Loading;

/// <summary>A running site with a host's folder.</summary>
public sealed class OverlayWatchTests : IDisposable
{
    private readonly ContentFixture _folder = new();
    private readonly OwnFolder _own;

    public OverlayWatchTests() => _own = new OwnFolder(_folder.Root);

    public void Dispose()
    {
        _own.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void FingerprintAndVersion_OwnFileChanged_Differ()
    {
        _own.Write(ContentFixture.Page, "x");
        var (fingerprint, version) = (ContentFingerprint.Of(_own.Layers), ContentVersion.Of(_own.Layers));
        _own.Write(ContentFixture.Page, "xy");

        Assert.NotEqual(fingerprint, ContentFingerprint.Of(_own.Layers));
        Assert.NotEqual(version, ContentVersion.Of(_own.Layers));
    }

    [Fact]
    public async Task Watch_OwnFileEdited_ShowsIt()
    {
        _own.Write("languages.yml", "languages: [fr]\n");
        await using var site = new InProcessSite(null, ("Site:ContentFolders", $"{Repository.Content}; {_own.Root} ;"));
        using var visitor = site.Visitor();
        Assert.DoesNotContain("Ce qui s’affiche", await visitor.GetStringAsync("/fr/guides/facebook"), StringComparison.Ordinal);

        _own.Write(ContentFixture.SiteTexts, "guide:\n  see: Ce qui s’affiche\n");

        await Eventually.TrueAsync(async () => (await visitor.GetStringAsync("/fr/guides/facebook")).Contains("Ce qui s’affiche", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ; ")]
    public async Task Start_NoFolderNamed_IsRefused(string folders)
    {
        var (exitCode, output) = await RunningSite.RunAsync($"--Site:ContentFolders={folders}", "--urls", "http://127.0.0.1:0");

        Assert.Equal(2, exitCode);
        Assert.Contains("Site:ContentFolders names no folder", output, StringComparison.Ordinal);
    }
}
