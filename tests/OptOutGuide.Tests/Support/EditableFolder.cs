namespace OptOutGuide.Tests.Support;

/// <summary>A temporary folder of texts for tests to break. Deletes itself.</summary>
internal abstract class EditableFolder : IDisposable
{
    public string Root { get; } = Directory.CreateTempSubdirectory("content-").FullName;

    public virtual ContentLayers Layers => ContentLayers.Of("", Root);

    public void Write(string file, string text)
    {
        var path = Path.Combine(Root, file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }

    public IEnumerable<string> Files => Directory.EnumerateFiles(Root, "*", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(Root, file)).Order(StringComparer.Ordinal);

    public string Read(string file) => File.ReadAllText(Path.Combine(Root, file));

    public void Delete(string file) => File.Delete(Path.Combine(Root, file));

    /// <summary>Puts other text in place of the first occurrence.</summary>
    /// <returns>The line, from 1, on which the new text ends.</returns>
    public int Replace(string file, string text, string other)
    {
        var whole = Read(file);
        var start = whole.IndexOf(text, StringComparison.Ordinal);
        Assert.True(start >= 0, $"{file} does not hold \"{text}\".");
        Write(file, whole[..start] + other + whole[(start + text.Length)..]);
        return (whole[..start] + other).Count(character => character == '\n') + 1;
    }

    /// <summary>The last line, from 1, that reads like this.</summary>
    public int LineOf(string file, string line)
    {
        var index = Array.LastIndexOf(Read(file).Split('\n'), line);
        Assert.True(index >= 0, $"{file} has no line \"{line}\".");
        return index + 1;
    }

    public void Dispose() => Directory.Delete(Root, recursive: true);
}
