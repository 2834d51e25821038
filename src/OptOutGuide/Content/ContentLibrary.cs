using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;

namespace OptOutGuide.Content;

/// <summary>The content that the site shows at this moment, and what became of the last attempt to read it anew.</summary>
internal sealed partial class ContentLibrary(string folder, ILogger<ContentLibrary> logger)
{
    private volatile LoadedContent? _loaded;

    public string Folder => folder;

    /// <summary>Never null once <see cref="Reload"/> has succeeded, which the program requires to start.</summary>
    public SiteContent Current => _loaded!.Content;

    public LoadedContent? Loaded => _loaded;

    /// <summary>Problems of the last attempt; with an error among them the content before it is still shown.</summary>
    public IReadOnlyList<ContentProblem> Problems { get; private set; } = [];

    /// <summary>The <see cref="Fingerprint"/> of the folder just before it was last read: with another one it has changed since.</summary>
    public string ReadAs { get; private set; } = "";

    /// <summary>The <see cref="ContentVersion"/> of the folder just before it was last read.</summary>
    public string ReadVersion { get; private set; } = "";

    /// <summary>
    /// Reads the folder whole and shows it if it holds together; otherwise keeps what was shown. Its dates
    /// are held against the true day, whatever day the site's clock previews.
    /// </summary>
    public bool Reload()
    {
        var (fingerprint, version) = (Fingerprint(), ContentVersion.Of(folder));
        var start = Stopwatch.GetTimestamp();
        var (content, problems) = Load();
        foreach (var severity in Enum.GetValues<Severity>())
        {
            SiteMeter.ContentProblems.Record(problems.Count(problem => problem.Severity == severity), new KeyValuePair<string, object?>("severity", severity.ToString().ToLowerInvariant()));
        }

        SiteMeter.ContentReloadDuration.Record(Stopwatch.GetElapsedTime(start).TotalSeconds);
        if (content is null)
        {
            LogBroken(logger, string.Join('\n', problems.Where(problem => problem.Severity is Severity.Error)));
        }
        else
        {
            _loaded = new LoadedContent(content, version, DateTimeOffset.UtcNow, Stopwatch.GetTimestamp());
            LogLoaded(logger, content.SiteMap.Pages.Count, version);
        }

        // Last: nobody hears that all is well while the old pages are still shown, and what is cut short is done again.
        (Problems, ReadAs, ReadVersion) = (problems, fingerprint, version);
        return content is not null;
    }

    /// <summary>Changes whenever a file of the folder does: its name, its place, its size or its time.</summary>
    public string Fingerprint()
    {
        var state = new StringBuilder();
        var problems = new ProblemList();
        try
        {
            var tree = ContentTree.Read(folder, problems);
            state.AppendLine(tree.Root);
            foreach (var file in tree.Files)
            {
                state.Append(file.Name).Append(file.Path).Append(file.Length).Append(file.LastWriteUtc.Ticks).AppendLine();
            }

            state.AppendJoin('\n', problems.Sorted);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            // Gone or half-replaced: a folder of its own kind, until it is back.
            state.Append(fault.GetType().Name);
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(state.ToString())));
    }

    private (SiteContent? Content, IReadOnlyList<ContentProblem> Problems) Load()
    {
        try
        {
            return ContentLoader.Load(folder, ContentLoader.LatestToday);
        }
        catch (Exception fault) when (_loaded is not null && !IsMemoryShort(fault))
        {
            // Whatever an editor saves, and whatever the libraries that read it make of it, the site goes on.
            LogFault(logger, fault);
            return (null, [new("content", 1, Severity.Error, $"the folder could not be read ({fault.GetType().Name}); undo the last edit")]);
        }
    }

    /// <summary>No fault of the content: it is read again as soon as there is memory.</summary>
    private static bool IsMemoryShort(Exception fault) =>
        fault is OutOfMemoryException || (fault is AggregateException several && several.Flatten().InnerExceptions.Any(IsMemoryShort));

    [LoggerMessage(Level = LogLevel.Error, Message = "Content could not be read; the last good one stays on the site")]
    private static partial void LogFault(ILogger logger, Exception fault);

    [LoggerMessage(Level = LogLevel.Information, Message = "Content loaded: {Pages} pages, version {Version}")]
    private static partial void LogLoaded(ILogger logger, int pages, string version);

    [LoggerMessage(Level = LogLevel.Error, Message = "Content not loaded, the last good one stays on the site:\n{Problems}")]
    private static partial void LogBroken(ILogger logger, string problems);
}

/// <param name="Version">Changes with the content, and only with it: the same on every node that shows the same.</param>
/// <param name="At">When it was read, by a clock that may be set.</param>
/// <param name="Tick">When it was read, by a clock that only runs forward.</param>
internal sealed record LoadedContent(SiteContent Content, string Version, DateTimeOffset At, long Tick)
{
    public TimeSpan Age => Stopwatch.GetElapsedTime(Tick);
}
