namespace OptOutGuide.Tests.Site;

public sealed class CheckCommandTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("content").FullName;

    public CheckCommandTests() => CopyFolder(Repository.Content, _folder);

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Check_GoodContent_EndsWithZero()
    {
        var (exitCode, output) = await RunningSite.RunAsync("check", $"--Site:ContentFolder={_folder}");

        Assert.Equal(0, exitCode);
        Assert.Contains("0 errors", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Check_BrokenGuide_NamesFileAndLine()
    {
        var line = Break("fr/guides/facebook.md", "[^cnil-2025-05-27]", "[^no-such-source]");

        var (exitCode, output) = await RunningSite.RunAsync("check", $"--Site:ContentFolder={_folder}");

        Assert.Equal(2, exitCode);
        Assert.Contains($"content/fr/guides/facebook.md:{line}: error: source \"no-such-source\"", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Start_BrokenContent_IsRefused()
    {
        Break("fr/guides/facebook.md", "minutes: 5", "minutes: soon");

        var (exitCode, output) = await RunningSite.RunAsync($"--Site:ContentFolder={_folder}", "--urls", "http://127.0.0.1:0");

        Assert.Equal(2, exitCode);
        Assert.Contains("content/fr/guides/facebook.md:", output, StringComparison.Ordinal);
        Assert.DoesNotContain("Now listening", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Guide_FileAdded_IsAPageOfTheSite()
    {
        var fifth = File.ReadAllText(Path.Combine(_folder, "fr/guides/whatsapp.md"))
            .Replace("id: whatsapp", "id: quest", StringComparison.Ordinal)
            .Replace("services: [whatsapp]", "services: []", StringComparison.Ordinal);
        File.WriteAllText(Path.Combine(_folder, "fr/guides/meta-quest.md"), fifth);
        await using var site = new InProcessSite(null, ("Site:ContentFolder", _folder));
        using var client = site.Visitor();

        var home = await client.GetStringAsync("/fr/");
        var guide = await client.GetAsync("/fr/guides/meta-quest");

        Assert.Contains("/fr/guides/meta-quest", home, StringComparison.Ordinal);
        Assert.True(guide.IsSuccessStatusCode);
    }

    /// <summary>Replaces the first occurrence in a file and says on which line it stands.</summary>
    private int Break(string file, string good, string bad)
    {
        var path = Path.Combine(_folder, file);
        var text = File.ReadAllText(path);
        var position = text.IndexOf(good, StringComparison.Ordinal);
        Assert.True(position >= 0);
        File.WriteAllText(path, text[..position] + bad + text[(position + good.Length)..]);
        return text[..position].Count(character => character == '\n') + 1;
    }

    private static void CopyFolder(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }
}
