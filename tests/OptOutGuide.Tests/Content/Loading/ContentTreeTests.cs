using System.Diagnostics;

namespace OptOutGuide.Tests.Content.Loading;

/// <summary>What a content folder may contain beside plain files: links, pipes, too many or too large files, and temporary files.</summary>
public sealed class ContentTreeTests : IDisposable
{
    private readonly ContentFixture _folder = new();

    private readonly DirectoryInfo _elsewhere = Directory.CreateTempSubdirectory("elsewhere-");

    public void Dispose()
    {
        _folder.Dispose();
        _elsewhere.Delete(recursive: true);
    }

    [Fact]
    public void Load_LinkToAFileOutside_IsNamedAndNotRead()
    {
        var secret = Path.Combine(_elsewhere.FullName, "secret.md");
        File.WriteAllText(secret, _folder.Read(ContentFixture.Text).Replace("id: complaint", "id: secret", StringComparison.Ordinal));
        Link("fr/pages/secret.md", secret);

        AssertOnlyError("fr/pages/secret.md", "leads out of the content folder");
    }

    [Theory]
    [InlineData("fr/pages/more")]
    [InlineData("de")]
    public void Load_LinkToAFolderOutside_IsNamedAndNotRead(string name)
    {
        File.WriteAllText(Path.Combine(_elsewhere.FullName, "site.yml"), _folder.Read(ContentFixture.SiteTexts));
        Link(name, _elsewhere.FullName);

        AssertOnlyError(name, "leads out of the content folder");
    }

    [Fact]
    public void Load_LinkOutByWayOfAnother_IsNamed()
    {
        Link(".data", _elsewhere.FullName);
        File.WriteAllText(Path.Combine(_elsewhere.FullName, "site.yml"), "");
        Link("de", ".data");

        AssertOnlyError("de", "leads out of the content folder");
    }

    [Fact]
    public void Load_LinkToASiblingWhoseNameBeginsAlike_IsNamed()
    {
        var sibling = _folder.Root + "-other";
        Directory.CreateDirectory(sibling);
        Link("fr/pages/more", sibling);

        AssertOnlyError("fr/pages/more", "leads out of the content folder");
        Directory.Delete(sibling);
    }

    [Theory]
    [InlineData("fr/pages/loop", ".")]
    [InlineData("fr/pages/loop", "..")]
    [InlineData("fr/loop", "pages/../../fr")]
    public void Load_LinkBackToAFolderAroundIt_IsNamed(string name, string target)
    {
        Link(name, target);

        AssertOnlyError(name, "leads back to a folder that it stands in");
    }

    [Theory]
    [InlineData("fr/pages/lost.md", "nowhere.md", "leads nowhere")]
    [InlineData("fr/pages/self.md", "self.md", "leads in a circle")]
    public void Load_LinkToNothing_IsNamed(string name, string target, string culprit)
    {
        Link(name, target);

        AssertOnlyError(name, culprit);
    }

    [Fact]
    public void Load_LinkToAFileInside_IsReadLikeAFile()
    {
        File.Move(Path.Combine(_folder.Root, ContentFixture.Page), Path.Combine(_folder.Root, "fr/.page"));
        Link(ContentFixture.Page, "../.page");

        var (content, problems) = _folder.Load();

        Assert.Empty(problems);
        Assert.Contains(content!.Articles, article => article.Id == "understand");
    }

    /// <summary>A volume of a Kubernetes ConfigMap: everything is a link to a link to the folder of the day.</summary>
    [Fact]
    public void Load_VolumeOfLinks_IsReadLikeAFolder()
    {
        var day = Directory.CreateDirectory(Path.Combine(_folder.Root, "..2026_11_22")).FullName;
        foreach (var entry in new DirectoryInfo(_folder.Root).GetFileSystemInfos().Where(entry => entry.Name[0] != '.').ToArray())
        {
            Directory.Move(entry.FullName, Path.Combine(day, entry.Name));
            Link(entry.Name, $"..data/{entry.Name}");
        }

        Link("..data", "..2026_11_22");

        var (content, problems) = _folder.Load();

        Assert.Empty(problems);
        Assert.NotNull(content);
    }

    [Theory]
    [InlineData("fr/pages/pipe.md")]
    [InlineData("fr/site.yml")]
    [InlineData("links.yml")]
    public async Task Load_PipeInPlaceOfAFile_IsNamedAndNeverOpened(string name)
    {
        File.Delete(Path.Combine(_folder.Root, name));
        await MakePipeAsync(name);

        var (content, problems) = await Task.Run(_folder.Load).WaitAsync(TimeSpan.FromMinutes(1));

        Assert.Null(content);
        Assert.Equal($"content/{name}", problems[0].File);
        Assert.Contains("a pipe, a device or a socket", problems[0].Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Load_FileBeyondReason_IsNamedAndNotRead()
    {
        using (var file = File.Create(Path.Combine(_folder.Root, "fr/pages/film.md")))
        {
            file.SetLength(4L << 40);
        }

        AssertOnlyError("fr/pages/film.md", "more than the 1024 kB");
    }

    [Fact]
    public void Load_FilesBeyondReasonTogether_AreNamed()
    {
        foreach (var number in Enumerable.Range(1, 65))
        {
            using var file = File.Create(Path.Combine(_folder.Root, $"fr/film-{number}.txt"));
            file.SetLength(1024 * 1024);
        }

        AssertOnlyError("", "64 MB");
    }

    [Fact]
    [Trait("Suite", "Full")]
    public void Load_MoreFilesThanReason_AreNamed()
    {
        Directory.CreateDirectory(Path.Combine(_folder.Root, "fr/many"));
        foreach (var number in Enumerable.Range(1, 20_001))
        {
            File.Create(Path.Combine(_folder.Root, $"fr/many/{number}")).Dispose();
        }

        AssertOnlyError("", "20000 files");
    }

    /// <summary>No link leads back, but there are 3^12 paths through the folder.</summary>
    [Fact]
    public void Load_LinksThatMultiply_AreNamed()
    {
        foreach (var level in Enumerable.Range(1, 12))
        {
            Directory.CreateDirectory(Path.Combine(_folder.Root, $".{level}"));
            foreach (var way in (string[])["a", "b", "c"])
            {
                Link($".{level}/{way}", $"../.{level + 1}");
            }
        }

        Directory.CreateDirectory(Path.Combine(_folder.Root, ".13"));
        Link("fr/pages/way", "../../.1");

        var (content, problems) = _folder.Load();

        Assert.Null(content);
        Assert.All(problems, problem => Assert.Matches("deep here|20000 files", problem.Text));
    }

    [Fact]
    public void Load_FoldersDeepInEachOther_AreNamed()
    {
        Directory.CreateDirectory(Path.Combine(_folder.Root, "fr/1/2/3/4/5/6/7/8/9/10"));

        AssertOnlyError("fr/1/2/3/4/5/6/7/8", "deep");
    }

    [Theory]
    [InlineData(".")]
    [InlineData("./fr/..")]
    [InlineData("link")]
    [InlineData("link/../link")]
    public void RealPath_OfAPathThroughLinks_IsWhereItStands(string way)
    {
        var root = RealPath.Of(_folder.Root)!;
        File.CreateSymbolicLink(Path.Combine(_elsewhere.FullName, "inner"), root);
        File.CreateSymbolicLink(Path.Combine(root, "link"), Path.Combine(_elsewhere.FullName, "inner"));

        // A link that leads into another folder has that one's parent, not its own.
        Assert.Equal(way.Contains("/../link", StringComparison.Ordinal) ? Path.Combine(Path.GetDirectoryName(root)!, "link") : root, RealPath.Of(Path.Combine(_folder.Root, way)));
    }

    private void Link(string name, string target) => File.CreateSymbolicLink(Path.Combine(_folder.Root, name), target);

    private async Task MakePipeAsync(string name)
    {
        using var make = Process.Start("mkfifo", [Path.Combine(_folder.Root, name)]);
        await make.WaitForExitAsync();
    }

    private void AssertOnlyError(string name, string culprit)
    {
        var (content, problems) = _folder.Load();

        Assert.Null(content);
        var problem = Assert.Single(problems);
        Assert.Equal((name.Length > 0 ? $"content/{name}" : "content", Severity.Error), (problem.File, problem.Severity));
        Assert.Contains(culprit, problem.Text, StringComparison.Ordinal);
    }
}
