namespace OptOutGuide.Tests.LiveContent;

/// <summary>The site starts only when nothing is wrong in any of its languages, whichever of their pages are rendered later.</summary>
public sealed class LanguageStartTests : IDisposable
{
    private readonly ContentCopy _content = new([.. RealContent.Content.Languages.Select(language => language.Code)]);

    public void Dispose() => _content.Dispose();

    [Fact]
    public async Task Start_ErrorInAPageOfEachLanguage_NamesEachAndEndsWithTwo()
    {
        // Of each kind: guides are rendered at once in every language, other pages where they are in their own.
        string[] folders = ["guides", "easy", "pages", "texts"];
        string[] pages =
        [
            .. Directory.EnumerateFiles(_content.Root, "site.yml", SearchOption.AllDirectories).Select(file => Path.GetDirectoryName(file)!)
                .SelectMany(language => folders.Select(folder => Directory.EnumerateFiles(Path.Combine(language, folder), "*.md").Order(StringComparer.Ordinal).Last())),
        ];
        foreach (var page in pages)
        {
            File.AppendAllText(page, "\n[Nowhere](page:nowhere)\n");
        }

        var (exitCode, output) = await RunningSite.RunAsync($"--Site:ContentFolder={_content.Root}", "--urls", "http://127.0.0.1:0");

        Assert.Equal(2, exitCode);
        Assert.All(pages, page => Assert.Contains($"content/{Path.GetRelativePath(_content.Root, page)}:", output, StringComparison.Ordinal));
    }
}
