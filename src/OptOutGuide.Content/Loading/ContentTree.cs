using System.Text.RegularExpressions;

namespace OptOutGuide.Content.Loading;

/// <summary>
/// The files of a content folder that may be read: those at its top that end in .yml, .svg or .png, the report on outside links,
/// icons, and those of each language. A symbolic link may lead to another place of the folder (as in a Kubernetes volume), not
/// out of it and not back into itself. Temporary files of editors and systems are ignored.
/// </summary>
internal sealed partial class ContentTree
{
    /// <summary>Content needs two: the folder of a language and one below it.</summary>
    private const int MaxDepth = 8;

    /// <summary>Four times the largest folder that was tested.</summary>
    private const int MaxEntries = 20_000;

    /// <summary>Ten times the longest file of this repository.</summary>
    private const long MaxFileBytes = 1024 * 1024;

    private const long MaxBytes = 64 * MaxFileBytes;

    private static readonly string[] SystemNames =
        ["Thumbs.db", "ehthumbs.db", "desktop.ini", "lost+found", "@eaDir", "$RECYCLE.BIN", "System Volume Information", "__MACOSX"];

    private readonly List<ContentFile> _files = [];
    private readonly ProblemList _problems;
    private readonly string _root;
    private readonly string _name;
    private int _entries;
    private long _bytes;

    private ContentTree(string root, string name, ProblemList problems) => (_root, _name, _problems) = (root, name, problems);

    /// <summary>In the order of their names.</summary>
    public IReadOnlyList<ContentFile> Files => _files;

    /// <summary>The folder as problems name it.</summary>
    public string Name => _name;

    /// <summary>The real path of the folder, with every symbolic link resolved.</summary>
    public string Root => _root;

    /// <summary>Lists the folders. An entry that may not be read is a problem; a folder that cannot be listed throws.</summary>
    public static IReadOnlyList<ContentTree> List(ContentLayers folders, ProblemList problems) => [.. folders.All.Select(folder => List(folder, problems))];

    private static ContentTree List(ContentLayer folder, ProblemList problems)
    {
        var root = RealPath.Of(folder.Path) ?? throw new IOException($"The links of {folder.Path} lead in a circle.");
        var tree = new ContentTree(root, folder.Name, problems);
        tree.AddTop();
        tree._files.Sort((one, other) => string.CompareOrdinal(one.Name, other.Name));
        if (tree.IsFull)
        {
            problems.Error(folder.Name, 1, $"this folder holds more than {MaxEntries} files or {MaxBytes / MaxFileBytes} MB; move out what is not content");
        }

        return tree;
    }

    private bool IsFull => _entries > MaxEntries || _bytes > MaxBytes;

    private void AddTop()
    {
        foreach (var entry in Entries(_root))
        {
            if (entry.Name is ServiceReader.IconFolder or OutsideLink.ReportFile || TopFile().IsMatch(entry.Name) || LanguageCode().IsMatch(entry.Name))
            {
                Add(entry, entry.Name, [_root]);
            }
            else if (Directory.Exists(entry.FullName))
            {
                _problems.Warning($"{_name}/{entry.Name}", 1, "this folder is not named after a language, so nothing in it is read; name it by two letters such as de, or move it out of the content folder");
            }
        }
    }

    private void AddFolder(DirectoryInfo folder, string name, IReadOnlyList<string> ancestors)
    {
        if (ancestors.Contains(folder.FullName))
        {
            _problems.Error($"{_name}/{name}", 1, "this link leads back to a folder that it stands in; remove it");
            return;
        }

        if (ancestors.Count > MaxDepth)
        {
            _problems.Error($"{_name}/{name}", 1, $"folders stand in each other more than {MaxDepth} deep here; move this one up or remove it");
            return;
        }

        AddAll(Entries(folder.FullName), name, [.. ancestors, folder.FullName]);
    }

    /// <param name="ancestors">The real paths of the folders above the entries.</param>
    private void AddAll(FileSystemInfo[] entries, string name, IReadOnlyList<string> ancestors)
    {
        foreach (var entry in entries)
        {
            Add(entry, $"{name}/{entry.Name}", ancestors);
        }
    }

    private void Add(FileSystemInfo entry, string name, IReadOnlyList<string> ancestors)
    {
        switch (Follow(entry, name))
        {
            case DirectoryInfo folder:
                AddFolder(folder, name, ancestors);
                break;
            case FileInfo { Length: > MaxFileBytes } file:
                _problems.Error($"{_name}/{name}", 1, $"this file has {file.Length / 1024} kB, more than the {MaxFileBytes / 1024} kB that a text may have; cut it in two or remove it");
                break;
            case FileInfo file:
                _bytes += file.Length;
                _files.Add(new ContentFile(_name, name, file.FullName, file.Length, file.LastWriteTimeUtc));
                break;
        }
    }

    /// <summary>The target of an entry; null, with a problem, where it may not be read.</summary>
    private FileSystemInfo? Follow(FileSystemInfo entry, string name)
    {
        if (!entry.Attributes.HasFlag(FileAttributes.ReparsePoint))
        {
            return entry;
        }

        var path = RealPath.Of(entry.FullName);
        var error = path is null ? "this link leads in a circle; remove it"
            : !IsInside(path) ? "this link leads out of the content folder; put what it leads to in its place"
            : !Path.Exists(path) ? "this link leads nowhere; correct it or remove it"
            : null;
        if (error is not null)
        {
            _problems.Error($"{_name}/{name}", 1, error);
            return null;
        }

        return Directory.Exists(path) ? new DirectoryInfo(path) : new FileInfo(path!);
    }

    private bool IsInside(string path) => path == _root || path.StartsWith(_root + Path.DirectorySeparatorChar, StringComparison.Ordinal);

    /// <summary>The entries of a folder, up to the limits, without temporary files of editors and systems.</summary>
    private FileSystemInfo[] Entries(string folder)
    {
        if (IsFull)
        {
            return [];
        }

        FileSystemInfo[] entries = [.. new DirectoryInfo(folder).EnumerateFileSystemInfos().Take(MaxEntries + 1)];
        _entries += entries.Length;
        return [.. entries.Where(entry => !IsTemporaryFile(entry.Name)).OrderBy(entry => entry.Name, StringComparer.Ordinal)];
    }

    /// <summary>Hidden and temporary files, locks and backups of editors, and what systems put into every folder.</summary>
    private static bool IsTemporaryFile(string name) => name[0] is '.' or '#' || name[^1] is '~' || SystemNames.Contains(name, StringComparer.OrdinalIgnoreCase);

    /// <summary>Data, and the pictures of <c>host.yml</c>.</summary>
    [GeneratedRegex(@"\.(yml|svg|png)$")]
    private static partial Regex TopFile();

    [GeneratedRegex("^[a-z]{2}$")]
    private static partial Regex LanguageCode();
}
