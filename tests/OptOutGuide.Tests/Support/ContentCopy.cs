namespace OptOutGuide.Tests.Support;

/// <summary>A copy of the real content in some of its languages, for a test to change. Deletes itself.</summary>
internal sealed class ContentCopy : EditableFolder
{
    private static readonly Lazy<ContentCopy> Unchanged = new(() =>
    {
        var copy = new ContentCopy();
        AppDomain.CurrentDomain.ProcessExit += (_, _) => copy.Dispose();
        return copy;
    });

    public ContentCopy()
        : this("fr", "en")
    {
    }

    public ContentCopy(params string[] languages)
    {
        string[] folders = ["", "icons", .. languages];
        foreach (var file in Directory.EnumerateFiles(Repository.Content, "*", SearchOption.AllDirectories)
            .Where(file => folders.Contains(Path.GetRelativePath(Repository.Content, file).Split('/') is [var folder, _, ..] ? folder : "")))
        {
            var target = Path.Combine(Root, Path.GetRelativePath(Repository.Content, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }

        File.WriteAllText(Path.Combine(Root, "languages.yml"), $"languages: [{string.Join(", ", languages)}]\n");
    }

    /// <summary>The folder of a copy that no test changes: a site starts in half the time that ten languages take.</summary>
    public static string TwoLanguages => Unchanged.Value.Root;
}
