namespace OptOutGuide.Tests.LiveContent;

/// <summary>The site starts only when nothing is wrong in any of its languages, whichever of their pages are rendered later.</summary>
public sealed class LanguageStartTests : IDisposable
{
    private readonly string _content = Directory.CreateTempSubdirectory("content-").FullName;

    public LanguageStartTests()
    {
        foreach (var file in Directory.EnumerateFiles(Repository.Content, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(_content, Path.GetRelativePath(Repository.Content, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }

    public void Dispose() => Directory.Delete(_content, recursive: true);

    [Fact]
    public async Task Start_ErrorInAPageOfEachLanguage_NamesEachAndEndsWithTwo()
    {
        // Of each kind: guides are rendered at once in every language, other pages where they are in their own.
        string[] folders = ["guides", "easy", "pages", "texts"];
        string[] pages =
        [
            .. Directory.EnumerateFiles(_content, "site.yml", SearchOption.AllDirectories).Select(file => Path.GetDirectoryName(file)!)
                .SelectMany(language => folders.Select(folder => Directory.EnumerateFiles(Path.Combine(language, folder), "*.md").Order(StringComparer.Ordinal).Last())),
        ];
        foreach (var page in pages)
        {
            File.AppendAllText(page, "\n[Nowhere](page:nowhere)\n");
        }

        var (exitCode, output) = await RunningSite.RunAsync($"--Site:ContentFolder={_content}", "--urls", "http://127.0.0.1:0");

        Assert.Equal(2, exitCode);
        Assert.All(pages, page => Assert.Contains($"content/{Path.GetRelativePath(_content, page)}:", output, StringComparison.Ordinal));
    }
}
