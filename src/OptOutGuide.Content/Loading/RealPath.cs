namespace OptOutGuide.Content.Loading;

/// <summary>A path with every link in it followed, as <c>realpath</c> does; .NET follows only a link at its end.</summary>
internal static class RealPath
{
    /// <summary>The maximum number of links, as in Linux.</summary>
    private const int MaxLinks = 40;

    private static readonly char[] Separators = [Path.DirectorySeparatorChar, Path.AltDirectorySeparatorChar];

    /// <summary>Null where the links form a cycle. The target need not exist.</summary>
    public static string? Of(string path)
    {
        path = Path.Combine(Environment.CurrentDirectory, path);
        var real = Path.GetPathRoot(path)!;
        var left = new Stack<string>(Parts(path).Reverse());
        var links = 0;
        while (left.TryPop(out var part))
        {
            if (part == "..")
            {
                real = Path.GetDirectoryName(real) ?? real;
                continue;
            }

            var next = Path.Combine(real, part);
            if (new FileInfo(next).LinkTarget is not { } target)
            {
                real = next;
                continue;
            }

            if (++links > MaxLinks)
            {
                return null;
            }

            real = Path.IsPathRooted(target) ? Path.GetPathRoot(target)! : real;
            foreach (var targetPart in Parts(target).Reverse())
            {
                left.Push(targetPart);
            }
        }

        return real;
    }

    private static IEnumerable<string> Parts(string path) =>
        path[(Path.GetPathRoot(path)?.Length ?? 0)..].Split(Separators).Where(part => part is not ("" or "."));
}
