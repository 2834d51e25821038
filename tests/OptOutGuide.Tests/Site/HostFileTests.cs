using System.Net;
using System.Text.RegularExpressions;

namespace OptOutGuide.Tests.Site;

/// <summary>A host's folder that is edited while the site runs, and a site without one.</summary>
public sealed partial class HostFileTests : IDisposable
{
    private readonly HostSite _site = new();

    public void Dispose() => _site.Dispose();

    [Fact]
    public async Task ShareCard_OfTheHost_IsShown()
    {
        File.Copy(Path.Combine(Repository.Root, "src/OptOutGuide/wwwroot/cards/fr-site.png"), Path.Combine(_site.Own.Root, "card.png"));
        _site.Own.Write("host.yml", _site.Own.Read("host.yml") + "\ncard: card.png\n");

        await Eventually.TrueAsync(async () => (await _site.GetAsync("/fr/guides/facebook")).Contains("<meta property=\"og:image\" content=\"https://hilfe.example.org/host/", StringComparison.Ordinal));
    }

    [Fact]
    public async Task HostFile_Edited_ShowsWithoutARestart()
    {
        _site.Own.Write("host.yml", _site.Own.Read("host.yml").Replace("#7a0012", "#00407a", StringComparison.Ordinal));

        await Eventually.TrueAsync(async () => (await _site.GetAsync(HostSite.Asset("theme.css").Match(await _site.GetAsync("/fr/")).Value)).Contains("#00407a", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Production_WithoutPublisher_DoesNotStart()
    {
        var (exitCode, output) = await RunningSite.RunAsync($"--Site:ContentFolder={_site.Content.Root}", "--urls", "http://127.0.0.1:0");

        Assert.Equal(2, exitCode);
        Assert.Contains("write \"publisher\" into host.yml", output, StringComparison.Ordinal);
        Assert.Contains("Site:Demo=true", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Demo_EveryPage_SaysSo()
    {
        (string Path, int Times)[] expected = [("/fr/", 2), ("/en/guides/facebook", 2), ("/fr/ma-liste", 2), ("/fr/guides/facebook/imprimer", 1), ("/fr/nowhere", 2)];
        await using var site = new InProcessSite(null, ("Site:Demo", "true"));
        using var visitor = site.Visitor();

        var pages = await Task.WhenAll(expected.Select(async page => (page.Path, Demo().Count(WebUtility.HtmlDecode(await (await visitor.GetAsync(page.Path)).Content.ReadAsStringAsync())))));

        Assert.Equal(expected, pages);
    }

    [Fact]
    public async Task Demo_InHostFile_SaysSo()
    {
        _site.Own.Write("host.yml", "demo: true");

        await Eventually.TrueAsync(async () => Demo().Count(WebUtility.HtmlDecode(await _site.GetAsync("/fr/"))) == 2);
    }

    [Fact]
    public async Task Check_WithoutHostFile_SaysWhatIsMissing()
    {
        var (_, output) = await RunningSite.RunAsync("check", $"--Site:ContentFolder={_site.Content.Root}");

        Assert.Contains("host.yml does not set name, tagline, logo, card, colours, publisher, imprint, contact", output, StringComparison.Ordinal);
    }

    [GeneratedRegex("Copie de démonstration|This is a demonstration copy")]
    private static partial Regex Demo();
}
