namespace OptOutGuide.Commands;

/// <summary>
/// Writes the files of a new guide into the last content folder, in every language, with marks where something is to be filled in.
/// Ends with 0, or 2 where nothing was written.
/// </summary>
internal static class NewGuideCommand
{
    public static int Run(ContentLayers folders, string id)
    {
        var own = folders.All[^1].Path;
        if (!GuideStub.IsId(id))
        {
            return StubFiles.Refuse($"\"{id}\" cannot be an id; use small letters, digits and hyphens only.");
        }

        if (!Directory.Exists(own))
        {
            return StubFiles.Refuse($"The folder {own} does not exist; set Site:ContentFolder.");
        }

        var stub = new GuideStub(folders, id);
        var files = stub.Files.ToArray();
        if (files.Length == 0)
        {
            return StubFiles.Refuse("languages.yml lists no language; write it first.");
        }

        if (files.FirstOrDefault(file => File.Exists(Path.Combine(own, file.Path))).Path is { } existing)
        {
            return StubFiles.Refuse($"There is {existing} already; nothing was written.");
        }

        StubFiles.Write(own, files);
        Console.WriteLine(string.Join('\n', files.Select(file => $"Written: {file.Path}")));
        if (stub.ServiceEntry is { } entry)
        {
            Console.WriteLine($"\nAdd this to services.yml, and its icon as icons/{id}.svg:\n\n{entry}\n\nAdd this to the section services of data.yml of each language:\n\n{stub.NameEntry}\n");
        }

        Console.WriteLine("The command check names everything that is not filled in. The fields are in docs/content.md.");
        return 0;
    }
}
