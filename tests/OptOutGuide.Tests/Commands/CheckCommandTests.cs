using System.Diagnostics;

namespace OptOutGuide.Tests.Commands;

public sealed class CheckCommandTests : IDisposable
{
    private readonly ContentCopy _content = new();

    public void Dispose() => _content.Dispose();

    [Fact]
    public async Task Check_GoodContent_EndsWithoutErrors()
    {
        var (exitCode, output) = await RunningSite.RunAsync("check", $"--Site:ContentFolder={_content.Root}");

        // 1 once a page is due for review: the passing of time must not fail a build.
        Assert.InRange(exitCode, 0, 1);
        Assert.Contains("0 errors", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Check_BrokenGuide_NamesFileAndLine()
    {
        var line = _content.Replace("fr/guides/facebook.md", "[^cnil-2025-05-27]", "[^no-such-source]");

        var (exitCode, output) = await RunningSite.RunAsync("check", $"--Site:ContentFolder={_content.Root}");

        Assert.Equal(2, exitCode);
        Assert.Contains($"content/fr/guides/facebook.md:{line}: error: source \"no-such-source\"", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Check_ForGitHub_WritesAnnotations()
    {
        var line = _content.Replace("fr/guides/facebook.md", "minutes: 5", "minutes: soon");

        var (exitCode, output) = await RunningSite.RunAsync("check", "--format", "github", $"--Site:ContentFolder={_content.Root}");

        Assert.Equal(2, exitCode);
        Assert.Contains($"::error file=content/fr/guides/facebook.md,line={line}::", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Check_OnlyWarnings_EndsWithOne()
    {
        File.WriteAllText(Path.Combine(_content.Root, "fr/guides/autre.md"), File.ReadAllText(Path.Combine(_content.Root, "fr/guides/facebook.md")).Replace("id: facebook\n", "id: other\n", StringComparison.Ordinal));

        var (exitCode, output) = await RunningSite.RunAsync("check", $"--Site:ContentFolder={_content.Root}");

        Assert.Equal(1, exitCode);
        Assert.Contains("content/fr/guides/autre.md:1: warning: there is no translation into \"en\"", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Check_Coverage_SaysOfEachPageAndLanguageHowFarItIs()
    {
        File.WriteAllText(Path.Combine(_content.Root, "languages.yml"), "languages: [fr, en]\n");
        File.Delete(Path.Combine(_content.Root, "en/pages/questions-and-answers.md"));
        _content.Replace("en/pages/privacy.md", "id: privacy\n", "id: privacy\ntranslation: machine\n");
        _content.Replace("fr/pages/journal.md", "id: changes\n", "id: changes\noriginal: true\n");
        _content.Replace("en/pages/legal.md", "reviewed: 2026", "reviewed: 2025");

        var (_, output) = await RunningSite.RunAsync("check", "--coverage", $"--Site:ContentFolder={_content.Root}");

        string[] lines = [.. output.ReplaceLineEndings("\n").Split('\n').Select(line => string.Join(' ', line.Split(' ', StringSplitOptions.RemoveEmptyEntries)))];
        Assert.Contains("fr en", lines);
        Assert.Contains("guides/facebook original complete", lines);
        Assert.Contains("pages/faq original falls back", lines);
        Assert.Contains("pages/privacy original machine", lines);
        Assert.Contains("pages/legal original older", lines);
        Assert.Contains("falls back 0 1", lines);
        Assert.Contains("machine 0 1", lines);
        Assert.Contains("older 0 1", lines);
    }

    /// <summary>2^40 paths through the folder for a reader that follows links.</summary>
    [Fact]
    public async Task Check_TwoLinksToTheirOwnFolder_EndsAndNamesBoth()
    {
        File.CreateSymbolicLink(Path.Combine(_content.Root, "fr/pages/one"), ".");
        File.CreateSymbolicLink(Path.Combine(_content.Root, "fr/pages/two"), ".");

        var (exitCode, output) = await RunningSite.RunAsync("check", $"--Site:ContentFolder={_content.Root}");

        Assert.Equal(2, exitCode);
        Assert.Contains("content/fr/pages/one:1: error: this link leads back", output, StringComparison.Ordinal);
        Assert.Contains("content/fr/pages/two:1: error: this link leads back", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Check_PipeInTheFolder_EndsAndNamesIt()
    {
        using (var make = Process.Start("mkfifo", [Path.Combine(_content.Root, "fr/guides/pipe.md")]))
        {
            await make.WaitForExitAsync();
        }

        var (exitCode, output) = await RunningSite.RunAsync("check", $"--Site:ContentFolder={_content.Root}");

        Assert.Equal(2, exitCode);
        Assert.Contains("content/fr/guides/pipe.md:1: error: this is an empty file, or none (a pipe, a device or a socket)", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Command_Misspelt_IsSaidAndStartsNothing()
    {
        var (exitCode, output) = await RunningSite.RunAsync("chekc");

        Assert.Equal(2, exitCode);
        Assert.Contains("'chekc'", output, StringComparison.Ordinal);
        Assert.DoesNotContain("Now listening", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("check", "--fromat", "github")]
    [InlineData("check", "--format", "xml")]
    [InlineData("cards")]
    public async Task Command_WithOptionsThatItDoesNotKnow_EndsWithTwo(params string[] arguments)
    {
        var (exitCode, output) = await RunningSite.RunAsync(arguments);

        Assert.Equal(2, exitCode);
        Assert.Contains("Usage:", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Help_Asked_NamesTheCommandsAndStartsNothing()
    {
        var (exitCode, output) = await RunningSite.RunAsync("--help");

        Assert.Equal(0, exitCode);
        Assert.All(["check", "health"], command => Assert.Contains(command, output, StringComparison.Ordinal));
        Assert.DoesNotContain("Now listening", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Start_SettingsThatCannotBe_AreAllSaidWithoutAStackTrace()
    {
        var (exitCode, output) = await RunningSite.RunAsync("--Site:TimeZone=Nowhere", "--Site:ReportIssues=ftp://example.org/", "--urls", "http://127.0.0.1:0");

        Assert.Equal(2, exitCode);
        Assert.Contains("Site:TimeZone", output, StringComparison.Ordinal);
        Assert.Contains("Site:ReportIssues", output, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Start_BrokenContent_IsRefused()
    {
        _content.Replace("fr/guides/facebook.md", "minutes: 5", "minutes: soon");

        var (exitCode, output) = await RunningSite.RunAsync($"--Site:ContentFolder={_content.Root}", "--urls", "http://127.0.0.1:0");

        Assert.Equal(2, exitCode);
        Assert.Contains("content/fr/guides/facebook.md:", output, StringComparison.Ordinal);
        Assert.DoesNotContain("Now listening", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Guide_FileAdded_IsAPageOfTheSite()
    {
        var fifth = File.ReadAllText(Path.Combine(_content.Root, "fr/guides/whatsapp.md"))
            .Replace("id: whatsapp", "id: quest", StringComparison.Ordinal)
            .Replace("services: [whatsapp]", "services: []", StringComparison.Ordinal);
        File.WriteAllText(Path.Combine(_content.Root, "fr/guides/meta-quest.md"), fifth);
        await using var site = new InProcessSite(null, ("Site:ContentFolder", _content.Root));
        using var client = site.Visitor();

        var home = await client.GetStringAsync("/fr/");
        var guide = await client.GetAsync("/fr/guides/meta-quest");

        Assert.Contains("/fr/guides/meta-quest", home, StringComparison.Ordinal);
        Assert.True(guide.IsSuccessStatusCode);
    }
}
