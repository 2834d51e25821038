namespace OptOutGuide.Commands;

/// <summary>
/// Writes the files of a new guide into the last content folder, in every language or in one, with marks where something is to be
/// filled in. Ends with 0, or 2 where nothing was written.
/// </summary>
internal static class NewGuideCommand
{
    /// <param name="only">The one language; null for every.</param>
    public static int Run(ContentLayers folders, string id, string? only)
    {
        var own = folders.All[^1].Path;
        if (!NewGuideFiles.IsId(id))
        {
            return NewFiles.Refuse($"\"{id}\" cannot be an id; use small letters, digits and hyphens only.");
        }

        if (!Directory.Exists(own))
        {
            return NewFiles.Refuse($"The folder {own} does not exist; set Site:ContentFolder.");
        }

        var guide = new NewGuideFiles(folders, id, only);
        var files = guide.Files.ToArray();
        if (files.Length == 0)
        {
            return NewFiles.Refuse(only is null ? "languages.yml lists no language; write it first." : $"languages.yml does not list \"{only}\"; write the code of a language there first.");
        }

        if (files.FirstOrDefault(file => File.Exists(Path.Combine(own, file.Path))).Path is { } existing)
        {
            return NewFiles.Refuse($"There is {existing} already; nothing was written.");
        }

        var exitCode = NewFiles.Write(folders.All[^1], files, string.Join('\n', files.Select(file => $"Written: {file.Path}")));
        if (exitCode != 0)
        {
            return exitCode;
        }

        if (guide.ServiceEntry is { } entry)
        {
            Console.WriteLine($"\nAdd this to services.yml, and its icon as icons/{id}.svg:\n\n{entry}\n\nAdd this to the section services of data.yml, of each language or of one in a folder of your own:\n\n{guide.NameEntry}\n");
        }

        Console.WriteLine("The command check names everything that is not filled in. The fields are in docs/content.md.");
        return 0;
    }
}
