namespace OptOutGuide.Commands;

/// <summary>What the commands that write files for an editor share.</summary>
internal static class StubFiles
{
    public static void Write(string folder, IEnumerable<(string Path, string Text)> files)
    {
        foreach (var (path, text) in files)
        {
            var file = Path.Combine(folder, path);
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, text);
        }
    }

    /// <summary>Says why nothing was written.</summary>
    /// <returns>The command's exit code.</returns>
    public static int Refuse(string reason)
    {
        Console.Error.WriteLine(reason);
        return 2;
    }
}
