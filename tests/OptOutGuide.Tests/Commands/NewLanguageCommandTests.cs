namespace OptOutGuide.Tests.Commands;

public sealed class NewLanguageCommandTests : IDisposable
{
    private readonly ContentCopy _content = new();

    public void Dispose() => _content.Dispose();

    [Fact]
    public async Task NewLanguage_NotListed_IsALanguageInProgress()
    {
        var (exitCode, _) = await RunAsync("sv");

        var (content, problems) = Load();

        Assert.Equal(0, exitCode);
        Assert.Equal(["fr", "en"], content!.Languages.Select(language => language.Code));
        var problem = Assert.Single(problems);
        Assert.Equal((Severity.Info, "content/languages.yml"), (problem.Severity, problem.File));
        Assert.Contains("not offered: sv", problem.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task NewLanguage_Listed_LacksOnlyWhatIsMarked()
    {
        await RunAsync("sv");
        _content.Replace("languages.yml", "[fr, en]", "[fr, en, sv]");

        var (_, problems) = Load();

        var errors = problems.Where(problem => problem.Severity is Severity.Error).ToArray();
        Assert.NotEmpty(errors);
        Assert.All(errors, problem => Assert.StartsWith("content/sv/", problem.File, StringComparison.Ordinal));
        var marked = Directory.EnumerateFiles(Path.Combine(_content.Root, "sv"), "*", SearchOption.AllDirectories).ToArray();
        Assert.All(marked, file => Assert.Contains("???", File.ReadAllText(file), StringComparison.Ordinal));
        Assert.Contains(errors, problem => problem.File == "content/sv/site.yml" && problem.Text.Contains("not filled in", StringComparison.Ordinal));
    }

    /// <summary>Words of addresses and the regional form are checked first: without them no page can be read.</summary>
    [Fact]
    public async Task NewLanguage_WithItsWordsOfTheSite_LacksOnlyTheTextsOfTheRest()
    {
        await RunAsync("sv");
        _content.Replace("languages.yml", "[fr, en]", "[fr, en, sv]");
        File.Copy(Path.Combine(_content.Root, "en/site.yml"), Path.Combine(_content.Root, "sv/site.yml"), overwrite: true);
        _content.Replace("sv/site.yml", "culture: en-GB", "culture: sv-SE");

        var (_, problems) = Load();

        var errors = problems.Where(problem => problem.Severity is Severity.Error).ToArray();
        Assert.Contains(errors, problem => problem.File == "content/sv/data.yml");
        Assert.Contains(errors, problem => problem.File == "content/sv/guides/facebook.md");
        Assert.All(errors, problem => Assert.Matches("^content/sv/.+not filled in", $"{problem.File}: {problem.Text}"));
    }

    [Fact]
    public async Task NewLanguage_Guide_HasAMarkOnEachFieldThatReadersSee()
    {
        await RunAsync("sv");

        var written = File.ReadLines(Path.Combine(_content.Root, "sv/guides/whatsapp.md")).Skip(1).TakeWhile(line => line != "---").ToArray();
        var translated = File.ReadLines(Path.Combine(_content.Root, "en/guides/whatsapp.md")).Skip(1).TakeWhile(line => line != "---").ToArray();
        string[] codes = ["id:", "order:", "services:", "minutes:", "needs:", "forms:", "optional-steps:", "reviewed:", "review-every:"];
        Assert.Equal(translated.Length, written.Length);
        Assert.All(written.Where(line => !codes.Any(code => line.StartsWith(code, StringComparison.Ordinal))), line => Assert.Contains("???", line, StringComparison.Ordinal));
        Assert.Equal(translated.Where(line => codes.Any(code => line.StartsWith(code, StringComparison.Ordinal))), written.Where(line => codes.Any(code => line.StartsWith(code, StringComparison.Ordinal))));
    }

    [Theory]
    [InlineData("fr", "There is a folder fr already")]
    [InlineData("swedish", "is not the code of a language")]
    [InlineData("../x", "is not the code of a language")]
    public async Task NewLanguage_ThatCannotBe_WritesNothing(string code, string reason)
    {
        var before = Directory.GetFileSystemEntries(_content.Root, "*", SearchOption.AllDirectories);

        var (exitCode, output) = await RunAsync(code);

        Assert.Equal(2, exitCode);
        Assert.Contains(reason, output, StringComparison.Ordinal);
        Assert.Equal(before, Directory.GetFileSystemEntries(_content.Root, "*", SearchOption.AllDirectories));
    }

    private (SiteContent? Content, IReadOnlyList<ContentProblem> Problems) Load() =>
        ContentLoader.Load(ContentLayers.Of("", _content.Root), ContentLoader.LatestToday, TextCatalog.All);

    private Task<(int ExitCode, string Output)> RunAsync(string code) => RunningSite.RunAsync("new-language", code, $"--Site:ContentFolder={_content.Root}");
}
