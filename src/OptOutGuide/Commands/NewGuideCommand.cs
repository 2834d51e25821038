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
            return Refuse($"\"{id}\" cannot be an id; use small letters, digits and hyphens only.");
        }

        if (!Directory.Exists(own))
        {
            return Refuse($"The folder {own} does not exist; set Site:ContentFolder.");
        }

        var stub = new GuideStub(folders, id);
        if (!stub.Files.Any())
        {
            return Refuse("languages.yml lists no language; write it first.");
        }

        if (stub.Files.FirstOrDefault(file => File.Exists(Path.Combine(own, file.Path))).Path is { } existing)
        {
            return Refuse($"There is {existing} already; nothing was written.");
        }

        foreach (var (path, text) in stub.Files.ToArray())
        {
            var file = Path.Combine(own, path);
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, text);
            Console.WriteLine($"Written: {path}");
        }

        if (stub.ServiceEntry is { } entry)
        {
            Console.WriteLine($"\nAdd this to services.yml, and its icon as icons/{id}.svg:\n\n{entry}\n\nAdd this to the section services of data.yml of each language:\n\n{stub.NameEntry}\n");
        }

        Console.WriteLine("The command check names everything that is not filled in. The fields are in docs/content.md.");
        return 0;
    }

    private static int Refuse(string text)
    {
        Console.Error.WriteLine(text);
        return 2;
    }
}
