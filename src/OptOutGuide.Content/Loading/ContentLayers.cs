namespace OptOutGuide.Content.Loading;

/// <summary>
/// The folders that hold the content together. A file of a later folder takes the place of the same file before it; where it
/// is YAML, each entry or field takes the place of the same one before it.
/// </summary>
/// <param name="All">At least one.</param>
public sealed record ContentLayers(IReadOnlyList<ContentLayer> All)
{
    /// <summary>The name of the first folder in problems, wherever it is.</summary>
    public const string FirstName = "content";

    /// <param name="root">Folder that relative paths start from.</param>
    public static ContentLayers Of(string root, params IEnumerable<string> paths) => new(
        [.. paths.Select((path, index) => new ContentLayer(Path.Combine(root, path), index == 0 ? FirstName : Path.TrimEndingDirectorySeparator(path)))]);

    /// <summary>The texts of a file as it is on disk now, in the order of the folders that have it.</summary>
    internal IEnumerable<string> Read(string file) => All.Select(folder => Path.Combine(folder.Path, file)).Where(File.Exists).Select(File.ReadAllText);
}

/// <param name="Name">As problems name it: <c>content</c>, or what the operator wrote.</param>
public sealed record ContentLayer(string Path, string Name)
{
    /// <summary>Whether a file of the folder is in it once every symbolic link is followed, also one that leads nowhere yet.</summary>
    public bool Contains(string file) =>
        RealPath.Of(Path) is { } root && RealPath.Of(System.IO.Path.Combine(Path, file)) is { } path && path.StartsWith(root + System.IO.Path.DirectorySeparatorChar, StringComparison.Ordinal);
}
