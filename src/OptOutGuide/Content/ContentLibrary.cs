using System.Security.Cryptography;
using System.Text;

namespace OptOutGuide.Content;

/// <summary>The content that the site shows at this moment, and what became of the last attempt to read it anew.</summary>
internal sealed partial class ContentLibrary(string folder, ILogger<ContentLibrary> logger)
{
    private volatile LoadedContent? _loaded;

    /// <summary>Never null once <see cref="Reload"/> has succeeded, which the program requires to start.</summary>
    public SiteContent Current => _loaded!.Content;

    public LoadedContent? Loaded => _loaded;

    /// <summary>Problems of the last attempt; with an error among them the content before it is still shown.</summary>
    public IReadOnlyList<ContentProblem> Problems { get; private set; } = [];

    /// <summary>
    /// Reads the folder whole and shows it if it holds together; otherwise keeps what was shown. Its dates
    /// are held against the true day, whatever day the site's clock previews.
    /// </summary>
    public bool Reload()
    {
        var print = Fingerprint();
        var (content, problems) = ContentLoader.Load(folder, ContentLoader.LatestToday);
        Problems = problems;
        if (content is null)
        {
            LogBroken(logger, string.Join('\n', problems.Where(problem => problem.Severity is Severity.Error)));
            return false;
        }

        _loaded = new LoadedContent(content, print[..12], DateTimeOffset.UtcNow);
        LogLoaded(logger, content.SiteMap.Pages.Count, print[..12]);
        return true;
    }

    /// <summary>Changes whenever a file of the folder does: its name, its size or its time.</summary>
    public string Fingerprint()
    {
        var files = new StringBuilder();
        try
        {
            foreach (var file in new DirectoryInfo(folder).EnumerateFiles("*", SearchOption.AllDirectories).OrderBy(file => file.FullName, StringComparer.Ordinal))
            {
                files.Append(file.FullName).Append(file.Length).Append(file.LastWriteTimeUtc.Ticks);
            }
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            // Gone or half-replaced: a folder of its own kind, until it is back.
            files.Append(fault.GetType().Name);
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(files.ToString())));
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Content loaded: {Pages} pages, version {Version}")]
    private static partial void LogLoaded(ILogger logger, int pages, string version);

    [LoggerMessage(Level = LogLevel.Error, Message = "Content not loaded, the last good one stays on the site:\n{Problems}")]
    private static partial void LogBroken(ILogger logger, string problems);
}

/// <param name="Version">Changes with the content.</param>
internal sealed record LoadedContent(SiteContent Content, string Version, DateTimeOffset At);
