namespace OptOutGuide.Tests.Commands;

public sealed class CardsCommandTests : IDisposable
{
    private readonly OwnFolder _own = new(Repository.Content);

    public void Dispose() => _own.Dispose();

    /// <summary>The path begins with a slash, as some settings do on other systems.</summary>
    [Fact]
    public async Task Cards_IntoAFolderByItsWholePath_AreTheHosts()
    {
        _own.Write("languages.yml", "languages: [de, en]\n");
        _own.Write("host.yml", "name: Verbraucherhilfe\n");
        var folder = Path.Combine(_own.Root, "drawn");

        var (exitCode, _) = await RunningSite.RunAsync("cards", folder, $"--Site:ContentFolders={Repository.Content};{_own.Root}");

        Assert.Equal(0, exitCode);
        var cards = Directory.GetFiles(folder, "*.svg", SearchOption.AllDirectories);
        Assert.Equal(["de", "en"], cards.Select(card => Path.GetFileName(card)[..2]).Distinct().Order());
        Assert.Contains("Verbraucherhilfe", await File.ReadAllTextAsync(Path.Combine(folder, "cards/de-site.svg")), StringComparison.Ordinal);
    }
}
