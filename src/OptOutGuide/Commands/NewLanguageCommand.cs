namespace OptOutGuide.Commands;

/// <summary>
/// Writes the files of a new language into the last content folder, with marks where something is to be translated. Ends with 0,
/// or 2 where nothing was written.
/// </summary>
internal static class NewLanguageCommand
{
    public static int Run(ContentLayers folders, string code)
    {
        var own = folders.All[^1].Path;
        if (!NewLanguageFiles.IsCode(code))
        {
            return NewFiles.Refuse($"\"{code}\" is not the code of a language; write two letters, such as sv.");
        }

        var language = new NewLanguageFiles(folders, code);
        if (language.Exists)
        {
            return NewFiles.Refuse($"There is a folder {code} already; nothing was written.");
        }

        var files = language.Files.ToArray();
        if (files.Length == 0)
        {
            return NewFiles.Refuse("languages.yml lists no language to copy from; write it first.");
        }

        return NewFiles.Write(folders.All[^1], files, $"{files.Length} files written to {Path.Combine(own, code)}. Translate what follows each {Placeholder.Sign}, then add {code} to languages.yml: the command check names what is left. Pages that are not there are shown in another language. docs/content.md says how.");
    }
}
