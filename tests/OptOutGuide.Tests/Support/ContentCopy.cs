namespace OptOutGuide.Tests.Support;

/// <summary>A copy of the real content for a test to change. Deletes itself.</summary>
internal sealed class ContentCopy : IDisposable
{
    public ContentCopy()
    {
        foreach (var file in Directory.EnumerateFiles(Repository.Content, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(Root, Path.GetRelativePath(Repository.Content, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }

    public string Root { get; } = Directory.CreateTempSubdirectory("content-").FullName;

    public void Dispose() => Directory.Delete(Root, recursive: true);

    /// <summary>Replaces the first occurrence in a file and returns its line.</summary>
    public int Replace(string file, string good, string bad)
    {
        var path = Path.Combine(Root, file);
        var text = File.ReadAllText(path);
        var position = text.IndexOf(good, StringComparison.Ordinal);
        Assert.True(position >= 0, $"\"{good}\" is not in {file}");
        File.WriteAllText(path, text[..position] + bad + text[(position + good.Length)..]);
        return text[..position].Count(character => character == '\n') + 1;
    }
}
