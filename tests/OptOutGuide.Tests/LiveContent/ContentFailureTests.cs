using System.Diagnostics;
using System.Runtime.Versioning;

namespace OptOutGuide.Tests.LiveContent;

/// <summary>
/// Failures of the content folder: at start they are reported and the site does not start; later the last good content stays.
/// </summary>
[SupportedOSPlatform("linux")]
public sealed class ContentFailureTests : IDisposable
{
    private readonly ContentCopy _content = new();

    public void Dispose() => _content.Dispose();

    [Fact]
    public async Task Start_FolderMissing_SaysSoAndEndsWithTwo()
    {
        var (exitCode, output) = await RunningSite.RunAsync($"--Site:ContentFolder={_content.Root}/none", "--urls", "http://127.0.0.1:0");

        Assert.Equal(2, exitCode);
        Assert.Contains($"the folder {_content.Root}/none does not exist; set Site:ContentFolder", output, StringComparison.Ordinal);
    }

    [FactWith(Tool.UtilLinux)]
    public async Task Start_FileInPlaceOfTheFolder_SaysSoAndEndsWithTwo()
    {
        var (exitCode, output) = await RunningSite.RunAsync($"--Site:ContentFolder={_content.Root}/links.yml", "--urls", "http://127.0.0.1:0");

        Assert.Equal(2, exitCode);
        Assert.Contains("is a file, not a folder", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [FullData("fr")]
    [FullData("en")]
    [FullData("fr/guides")]
    [InlineData("fr/guides/facebook.md")]
    [Trait("Suite", "Sample")]
    public async Task Start_NotAllowedToRead_SaysWhatAndEndsWithTwo(string locked)
    {
        File.SetUnixFileMode(Path.Combine(_content.Root, locked), UnixFileMode.None);

        var (exitCode, output) = await RunningSite.RunUnderAsync(RestrictedProcess.OwnFilesOnly, $"--Site:ContentFolder={_content.Root}", "--urls", "http://127.0.0.1:0");

        File.SetUnixFileMode(Path.Combine(_content.Root, locked), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        Assert.Equal(2, exitCode);
        Assert.Contains("cannot be read", output, StringComparison.Ordinal);
        Assert.Contains(Path.Combine(_content.Root, locked), output, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", output, StringComparison.Ordinal);
    }

    [FactWith(Tool.UtilLinux)]
    [Trait("Suite", "Full")]
    public async Task Folder_LockedWhileRunning_KeepsTheLastGoodContent()
    {
        await using var site = await new RunningSite { Under = RestrictedProcess.OwnFilesOnly, Settings = [$"--Site:ContentFolder={_content.Root}"] }.StartAsync();
        using var client = new HttpClient { BaseAddress = site.Address };
        var good = await client.GetStringAsync("/fr/guides/facebook");

        File.SetUnixFileMode(_content.Root, UnixFileMode.None);
        await Eventually.TrueAsync(async () => await Readiness.StatusAsync(client) == "Degraded");
        var meanwhile = await client.GetStringAsync("/fr/guides/facebook");
        File.SetUnixFileMode(_content.Root, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);

        Assert.Equal(good, meanwhile);
        await Eventually.TrueAsync(async () => await Readiness.StatusAsync(client) == "Healthy");
    }

    [Fact]
    public async Task Guide_HalfWritten_WaitsUntilItIsWhole()
    {
        var file = Path.Combine(_content.Root, "fr/guides/facebook.md");
        var whole = (await File.ReadAllTextAsync(file)).Replace("title: S’opposer sur Facebook", "title: Un titre tout neuf", StringComparison.Ordinal);
        await using var site = new InProcessSite(null, ("Site:ContentFolder", _content.Root));
        using var client = site.Visitor();
        var good = await client.GetStringAsync("/fr/guides/facebook");

        // In the middle of a reference, so that the incomplete file has an error.
        await File.WriteAllTextAsync(file, whole[..(whole.IndexOf("[^", StringComparison.Ordinal) + 3)]);
        await Eventually.TrueAsync(async () => await Readiness.StatusAsync(client) == "Degraded");
        var meanwhile = await client.GetStringAsync("/fr/guides/facebook");
        await File.WriteAllTextAsync(file, whole);

        Assert.Equal(good, meanwhile);
        await Eventually.TrueAsync(async () => (await client.GetStringAsync("/fr/guides/facebook")).Contains("Un titre tout neuf", StringComparison.Ordinal));
        await Eventually.TrueAsync(async () => await Readiness.StatusAsync(client) == "Healthy");
    }

    /// <summary>As releases are deployed: a symbolic link is switched to files of the same sizes and times.</summary>
    [Fact]
    [Trait("Suite", "Full")]
    public async Task Folder_LinkTurnedToAnotherRelease_ShowsItsContent()
    {
        using var next = new ContentCopy();
        next.Replace("fr/guides/facebook.md", "title: S’opposer sur Facebook", "title: S’opposer sur Fakebook");
        File.SetLastWriteTimeUtc(Path.Combine(next.Root, "fr/guides/facebook.md"), File.GetLastWriteTimeUtc(Path.Combine(_content.Root, "fr/guides/facebook.md")));
        var link = Path.Combine(Path.GetTempPath(), $"current-{Guid.NewGuid():N}");
        File.CreateSymbolicLink(link, _content.Root);
        await using var site = new InProcessSite(null, ("Site:ContentFolder", link));
        using var client = site.Visitor();
        await client.GetStringAsync("/fr/");

        File.CreateSymbolicLink(link + ".next", next.Root);
        using (var turn = Process.Start("mv", ["-T", link + ".next", link]))
        {
            await turn.WaitForExitAsync();
        }

        await Eventually.TrueAsync(async () => (await client.GetStringAsync("/fr/guides/facebook")).Contains("S’opposer sur Fakebook", StringComparison.Ordinal));
        File.Delete(link);
    }

    [Fact]
    [Trait("Suite", "Full")]
    public async Task Folder_WithAPipeInIt_IsStillWatched()
    {
        await using var site = new InProcessSite(null, ("Site:ContentFolder", _content.Root));
        using var client = site.Visitor();
        await client.GetStringAsync("/fr/");

        using (var make = Process.Start("mkfifo", [Path.Combine(_content.Root, "fr/guides/pipe.md")]))
        {
            await make.WaitForExitAsync();
        }

        await Eventually.TrueAsync(async () => await Readiness.StatusAsync(client) == "Degraded");
        File.Delete(Path.Combine(_content.Root, "fr/guides/pipe.md"));
        await Eventually.TrueAsync(async () => await Readiness.StatusAsync(client) == "Healthy");
    }

    [Fact]
    public async Task Ready_Asked_SaysWhenTheFolderWasLastLookedAt()
    {
        await using var site = new InProcessSite(null, ("Site:ContentFolder", _content.Root));
        using var client = site.Visitor();
        var first = (await Readiness.ContentAsync(client)).GetProperty("checkEnded").GetDateTimeOffset();

        await Eventually.TrueAsync(async () => (await Readiness.ContentAsync(client)).GetProperty("checkEnded").GetDateTimeOffset() > first.AddSeconds(1));

        Assert.Equal("Healthy", await Readiness.StatusAsync(client));
    }

    [Fact]
    public async Task Ready_SameContentElsewhere_NamesTheSameVersion()
    {
        using var copy = new ContentCopy();
        await using var one = new InProcessSite(null, ("Site:ContentFolder", _content.Root));
        await using var other = new InProcessSite(null, ("Site:ContentFolder", copy.Root));
        using var client = other.Visitor();
        var before = (await Readiness.ContentAsync(client)).GetProperty("version").GetString();

        copy.Replace("fr/guides/facebook.md", "minutes: 5", "minutes: 7");

        Assert.Equal((await Readiness.ContentAsync(one.Visitor())).GetProperty("version").GetString(), before);
        await Eventually.TrueAsync(async () => (await Readiness.ContentAsync(client)).GetProperty("version").GetString() != before);
    }

    [Fact]
    public async Task Ready_BrokenEdit_SaysVersionAgeAndProblems()
    {
        await using var site = new InProcessSite(null, ("Site:ContentFolder", _content.Root));
        using var client = site.Visitor();
        var before = await Readiness.ContentAsync(client);

        _content.Replace("fr/guides/facebook.md", "minutes: 5", "minutes: soon");
        await Eventually.TrueAsync(async () => await Readiness.StatusAsync(client) == "Degraded");

        var health = await Readiness.ContentAsync(client);
        Assert.Equal(before.GetProperty("version").GetString(), health.GetProperty("version").GetString());
        Assert.Equal(before.GetProperty("loaded").GetDateTimeOffset(), health.GetProperty("loaded").GetDateTimeOffset());
        Assert.True(health.GetProperty("ageSeconds").GetInt64() >= 1);
        Assert.Equal(1, health.GetProperty("errors").GetInt32());
    }
}
