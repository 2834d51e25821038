namespace OptOutGuide.Commands;

/// <summary>What the commands that write files for an editor share.</summary>
internal static class NewFiles
{
    /// <summary>Writes all files, or none where a symbolic link would lead one out of the folder.</summary>
    /// <returns>The command's exit code.</returns>
    public static int Write(ContentLayer folder, IReadOnlyList<(string Path, string Text)> files, string written)
    {
        if (files.FirstOrDefault(file => !folder.Contains(file.Path)).Path is { } outside)
        {
            return Refuse($"A symbolic link leads {outside} out of {folder.Path}; remove it. Nothing was written.");
        }

        foreach (var (path, text) in files)
        {
            var file = Path.Combine(folder.Path, path);
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, text);
        }

        Console.WriteLine(written);
        return 0;
    }

    /// <summary>Says why nothing was written.</summary>
    /// <returns>The command's exit code.</returns>
    public static int Refuse(string reason)
    {
        Console.Error.WriteLine(reason);
        return 2;
    }
}
