using System.Diagnostics;

namespace OptOutGuide.Tests.Content.Loading;

/// <summary>What editors and systems leave behind in a content folder.</summary>
public sealed class LeftoverFileTests : IDisposable
{
    private readonly ContentFixture _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("fr/guides/._facebook.md")]
    [InlineData("fr/guides/.facebook.md.swp")]
    [InlineData("fr/guides/.DS_Store")]
    [InlineData("fr/guides/facebook.md~")]
    [InlineData("fr/guides/#facebook.md#")]
    [InlineData("fr/guides/Thumbs.db")]
    [InlineData("fr/pages/desktop.ini")]
    [InlineData("fr/@eaDir/facebook.md/SYNO@.fileindexdb")]
    [InlineData("__MACOSX/fr/._site.yml")]
    [InlineData("lost+found/1")]
    [InlineData(".git/config")]
    [InlineData("._links.yml")]
    public void Load_FileThatAnEditorOrASystemLeft_IsPassedOver(string name)
    {
        _folder.Write(name, "\0\u0005\u0016\a");

        var (content, problems) = _folder.Load();

        Assert.Empty(problems);
        Assert.NotNull(content);
    }

    /// <summary>Emacs marks a file that it edits by a link to the name of its user.</summary>
    [Fact]
    public void Load_LockOfAnEditor_IsPassedOver()
    {
        Link("fr/guides/.#facebook.md", "editor@machine.1234");

        var (content, problems) = _folder.Load();

        Assert.Empty(problems);
        Assert.NotNull(content);
    }

    [Theory]
    [InlineData("facebook (copy).md")]
    [InlineData("facebook - Copie (2).md")]
    [InlineData("Copie de facebook.md")]
    [InlineData("facebook copie.md")]
    [InlineData("facebook (1).md")]
    [InlineData("facebook.sync-conflict-20261128-101500-ABCDEFG.md")]
    [InlineData("facebook (Copie en conflit de Zoé 2026-11-28).md")]
    public void Load_CopyOfAPage_IsWarnedOfAndNotRead(string name)
    {
        _folder.Write($"fr/guides/{name}", _folder.Read(ContentFixture.Guide));

        var (content, problems) = _folder.Load();

        var warning = Assert.Single(problems);
        Assert.Equal(($"content/fr/guides/{name}", Severity.Warning), (warning.File, warning.Severity));
        Assert.Contains("a copy of facebook.md", warning.Text, StringComparison.Ordinal);
        Assert.Single(content!.Guides);
    }

    [Theory]
    [InlineData("fr-sauvegarde")]
    [InlineData("FR")]
    [InlineData("images")]
    public void Load_FolderThatIsNoLanguage_IsWarnedOfInOneLine(string name)
    {
        foreach (var file in _folder.Files.Where(file => file.StartsWith("fr/", StringComparison.Ordinal)).ToArray())
        {
            _folder.Write(name + file[2..], _folder.Read(file).Replace("fr", "xx", StringComparison.Ordinal));
        }

        var (content, problems) = _folder.Load();

        Assert.NotNull(content);
        var warning = Assert.Single(problems);
        Assert.Equal(($"content/{name}", Severity.Warning), (warning.File, warning.Severity));
        Assert.Contains("not named after a language", warning.Text, StringComparison.Ordinal);
    }

    private void Link(string name, string target) => File.CreateSymbolicLink(Path.Combine(_folder.Root, name), target);
}
