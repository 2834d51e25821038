namespace OptOutGuide.Commands;

/// <summary>
/// Writes the files of a new guide, in every language of the content folder, with marks where something is to be filled in.
/// Ends with 0, or 2 where nothing was written.
/// </summary>
internal static class NewGuideCommand
{
    public static int Run(string contentFolder, string id)
    {
        if (!GuideStub.IsId(id))
        {
            return Refuse($"\"{id}\" cannot be an id; use small letters, digits and hyphens only.");
        }

        if (!Directory.Exists(contentFolder))
        {
            return Refuse($"The folder {contentFolder} does not exist; set Site:ContentFolder.");
        }

        var stub = new GuideStub(contentFolder, id);
        if (!stub.Files.Any())
        {
            return Refuse("languages.yml lists no language; write it first.");
        }

        if (stub.Files.FirstOrDefault(file => File.Exists(Path.Combine(contentFolder, file.Path))).Path is { } existing)
        {
            return Refuse($"There is {existing} already; nothing was written.");
        }

        foreach (var (path, text) in stub.Files.ToArray())
        {
            var file = Path.Combine(contentFolder, path);
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
