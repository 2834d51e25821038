namespace OptOutGuide.Content.Loading;

/// <summary>A file of a content folder, as it was when the folder was listed.</summary>
/// <param name="Folder">The folder as problems name it.</param>
/// <param name="Name">Path below the folder, with forward slashes: <c>fr/guides/facebook.md</c>.</param>
/// <param name="Path">The real path, with every symbolic link resolved.</param>
/// <param name="Length">In bytes.</param>
internal sealed record ContentFile(string Folder, string Name, string Path, long Length, DateTime LastWriteUtc)
{
    /// <summary>As problems name it: <c>content/fr/guides/facebook.md</c>.</summary>
    public string ShownName => $"{Folder}/{Name}";

    /// <summary>
    /// Opens the file. A file of length 0 is never opened: a pipe, a device or a socket has that length, and opening one may
    /// block forever.
    /// </summary>
    public Stream Open() => Length == 0 ? Stream.Null : File.OpenRead(Path);
}
