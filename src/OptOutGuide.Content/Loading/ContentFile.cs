namespace OptOutGuide.Content.Loading;

/// <summary>A file of the content folder, as it stood when the folder was looked at.</summary>
/// <param name="Name">Path below the folder, with forward slashes: <c>fr/guides/facebook.md</c>.</param>
/// <param name="Path">Where it really stands, every link followed.</param>
/// <param name="Length">In bytes.</param>
internal sealed record ContentFile(string Name, string Path, long Length, DateTime LastWriteUtc)
{
    /// <summary>
    /// Its bytes. What has no length is never opened: a pipe, a device and a socket have none, and would be waited for
    /// without end.
    /// </summary>
    public Stream Open() => Length == 0 ? Stream.Null : File.OpenRead(Path);
}
