namespace OptOutGuide.Tests.Commands;

public sealed class NewGuideCommandTests : IDisposable
{
    private readonly ContentCopy _content = new();

    public void Dispose() => _content.Dispose();

    [Fact]
    public async Task NewGuide_WithItsEntry_LacksOnlyWhatCheckNames()
    {
        var (exitCode, output) = await RunAsync("new-guide", "linkedin");
        Assert.Equal(0, exitCode);
        var entry = output[output.IndexOf("- id: linkedin", StringComparison.Ordinal)..output.IndexOf("Add this to the section", StringComparison.Ordinal)];
        foreach (var data in new[] { "fr/data.yml", "en/data.yml" })
        {
            _content.Replace(data, "services:\n", $"services:\n{output.Split('\n').Single(line => line.StartsWith("  linkedin:", StringComparison.Ordinal))}\n");
        }

        File.AppendAllText(Path.Combine(_content.Root, "services.yml"), $"\n{entry}");
        File.Copy(Path.Combine(_content.Root, "icons/threads.svg"), Path.Combine(_content.Root, "icons/linkedin.svg"));

        var problems = ContentLoader.Load(ContentLayers.Of("", _content.Root), ContentLoader.LatestToday, TextCatalog.All).Problems;

        string[] files = ["content/fr/guides/linkedin.md", "content/fr/easy/linkedin.md", "content/en/guides/linkedin.md", "content/en/easy/linkedin.md", "content/services.yml", "content/fr/data.yml", "content/en/data.yml"];
        var errors = problems.Where(problem => problem.Severity is Severity.Error).ToArray();
        Assert.All(errors, problem => Assert.Contains("not filled in", problem.Text, StringComparison.Ordinal));
        Assert.Equal(
            from file in files from line in MarkedLines(file) select (file, line),
            from file in files from line in errors.Where(problem => problem.File == file).Select(problem => problem.Line).Order() select (file, line));
        Assert.Contains("code: l", entry, StringComparison.Ordinal);
    }

    [Fact]
    public async Task NewGuide_ForAServiceThatIsThere_PrintsNoEntry()
    {
        var (exitCode, output) = await RunAsync("new-guide", "threads");

        Assert.Equal(0, exitCode);
        Assert.DoesNotContain("code:", output, StringComparison.Ordinal);
        Assert.Contains("services: [threads]", File.ReadAllText(Path.Combine(_content.Root, "fr/guides/threads.md")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task NewGuide_FirstLettersTaken_HasAFreeCode()
    {
        var (_, output) = await RunAsync("new-guide", "twitter");

        Assert.Contains("code: e", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("facebook", "guides/facebook.md already")]
    [InlineData("../x", "cannot be an id")]
    [InlineData("Linked In", "cannot be an id")]
    public async Task NewGuide_ThatCannotBe_WritesNothing(string id, string reason)
    {
        var before = Files();

        var (exitCode, output) = await RunAsync("new-guide", id);

        Assert.Equal(2, exitCode);
        Assert.Contains(reason, output, StringComparison.Ordinal);
        Assert.Equal(before, Files());
    }

    /// <summary>A contributor's link to a file that an editor's command would then make, or to a folder.</summary>
    [Theory]
    [InlineData("fr/guides/linkedin.md", "There is fr/guides/linkedin.md already")]
    [InlineData("en/easy", "A symbolic link leads en/easy/linkedin.md out of")]
    public async Task NewGuide_WhereALinkLeadsOut_WritesNothing(string link, string reason)
    {
        var outside = Path.Combine($"{_content.Root}.outside", Path.GetFileName(link));
        Directory.CreateDirectory(Path.GetExtension(link).Length > 0 ? Path.GetDirectoryName(outside)! : outside);
        if (Directory.Exists(Path.Combine(_content.Root, link)))
        {
            Directory.Delete(Path.Combine(_content.Root, link), recursive: true);
        }

        File.CreateSymbolicLink(Path.Combine(_content.Root, link), outside);
        var before = Files();

        var (exitCode, output) = await RunAsync("new-guide", "linkedin");

        Assert.Equal(2, exitCode);
        Assert.Contains(reason, output, StringComparison.Ordinal);
        Assert.Equal(before, Files());
        Assert.Empty(Directory.EnumerateFiles($"{_content.Root}.outside", "*", SearchOption.AllDirectories));
        Directory.Delete($"{_content.Root}.outside", recursive: true);
    }

    [Fact]
    public async Task NewGuide_FolderOfOneLanguage_IsWrittenInThatLanguage()
    {
        File.WriteAllText(Path.Combine(_content.Root, "languages.yml"), "languages: [de]\n");

        await RunAsync("new-guide", "linkedin");

        Assert.Equal(["de/easy/linkedin.md", "de/guides/linkedin.md"], Files().Where(file => file.EndsWith("linkedin.md", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task NewGuide_ForOneLanguageOnly_IsWrittenInItAndSaysSo()
    {
        var (exitCode, _) = await RunAsync("new-guide", "linkedin", "--only", "en");

        Assert.Equal(0, exitCode);
        string[] files = [.. Files().Where(file => file.EndsWith("linkedin.md", StringComparison.Ordinal))];
        Assert.Equal(["en/easy/linkedin.md", "en/guides/linkedin.md"], files);
        Assert.All(files, file => Assert.Contains("\nonly: true\n---\n", File.ReadAllText(Path.Combine(_content.Root, file)), StringComparison.Ordinal));
    }

    [Fact]
    public async Task NewGuide_ForALanguageThatIsNotListed_WritesNothing()
    {
        var before = Files();

        var (exitCode, output) = await RunAsync("new-guide", "linkedin", "--only", "xx");

        Assert.Equal(2, exitCode);
        Assert.Contains("languages.yml does not list \"xx\"", output, StringComparison.Ordinal);
        Assert.Equal(before, Files());
    }

    [Fact]
    public async Task NewGuide_WithoutALanguage_WritesNothing()
    {
        File.Delete(Path.Combine(_content.Root, "languages.yml"));
        var before = Files();

        var (exitCode, output) = await RunAsync("new-guide", "linkedin");

        Assert.Equal(2, exitCode);
        Assert.Contains("languages.yml lists no language", output, StringComparison.Ordinal);
        Assert.Equal(before, Files());
    }

    private Task<(int ExitCode, string Output)> RunAsync(params string[] arguments) => RunningSite.RunAsync([.. arguments, $"--Site:ContentFolder={_content.Root}"]);

    private IEnumerable<int> MarkedLines(string file) =>
        File.ReadAllLines(Path.Combine(_content.Root, file["content/".Length..])).Index().Where(line => line.Item.Contains("???", StringComparison.Ordinal)).Select(line => line.Index + 1);

    private string[] Files() =>
        [.. Directory.EnumerateFiles(_content.Root, "*", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(_content.Root, file)).Order(StringComparer.Ordinal)];
}
