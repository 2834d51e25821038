using System.Diagnostics;
using OptOutGuide.Configuration;
using OptOutGuide.Telemetry;

namespace OptOutGuide.LiveContent;

/// <summary>The content that the site shows at this moment, and the result of the last reload.</summary>
internal sealed partial class ContentLibrary(ContentLayers folders, IReadOnlyList<TextsType> texts, ILogger<ContentLibrary> logger)
{
    private readonly Lock _reading = new();
    private volatile LoadedContent? _loaded;
    private Task? _rest;

    public ContentLayers Folders => folders;

    /// <summary>Refuses content whose host.yml has neither <c>publisher</c> nor <c>demo</c>; set in Production without Site:Demo.</summary>
    public bool NeedsPublisher { get; init; }

    /// <summary>The file of the <see cref="CheckedContent"/>; there may be none.</summary>
    public string CheckFile { get; init; } = "";

    /// <summary>Never null once <see cref="Start"/> has succeeded, which the program requires to start.</summary>
    public SiteContent Current => _loaded!.Content;

    public LoadedContent? Loaded => _loaded;

    /// <summary>Problems of the last reload; if one is an error, the previous content is still shown.</summary>
    public IReadOnlyList<ContentProblem> Problems { get; private set; } = [];

    /// <summary>The last reload failed for want of a publisher alone.</summary>
    public bool LacksPublisher => Problems.Contains(PublisherProblem);

    /// <summary>
    /// The <see cref="ContentFingerprint"/> of the folders just before it was last read: a different one means that it has
    /// changed since.
    /// </summary>
    public string LastFingerprint { get; private set; } = "";

    /// <summary>The <see cref="ContentVersion"/> of the folders just before it was last read.</summary>
    public string LastVersion { get; private set; } = "";

    private ContentProblem PublisherProblem => new($"{folders.All[^1].Name}/host.yml", 1, Severity.Error, SiteOptions.PublisherMissing);

    /// <summary>
    /// Reads the languages that come first where a check of the same content is on file (<c>check --record</c>,
    /// at the end of a build), and otherwise, as in development, the folders as a whole.
    /// </summary>
    public bool Start() => ReadFirst() || Reload();

    /// <summary>Reads the languages that <see cref="Start"/> has left; nothing where there are none.</summary>
    public void ReadRest()
    {
        lock (_reading)
        {
            if (!Loaded!.IsWhole)
            {
                Reload();
            }
        }
    }

    /// <summary>The same for requests, which all wait for one reading.</summary>
    public Task ReadRestAsync() => LazyInitializer.EnsureInitialized(ref _rest, () => Task.Run(ReadRest));

    /// <summary>
    /// Reads the folders as a whole and shows them if they are valid; otherwise keeps what was shown. Its dates
    /// are checked against the current day, whatever day the site's clock previews.
    /// </summary>
    public bool Reload()
    {
        lock (_reading)
        {
            var (fingerprint, version) = (ContentFingerprint.Of(folders), ContentVersion.Of(folders));
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

            // Last, so that the health check does not report the new content while the old is shown, and an interrupted reload is
            // repeated.
            (Problems, LastFingerprint, LastVersion) = (problems, fingerprint, version);
            return content is not null;
        }
    }

    private bool ReadFirst()
    {
        if (!File.Exists(CheckFile))
        {
            return false;
        }

        var (fingerprint, version, today) = (ContentFingerprint.Of(folders), ContentVersion.Of(folders), ContentLoader.LatestToday);
        if (CheckedContent.Find(CheckFile, version, today, texts) is not { } known || ContentLoader.LoadFirst(folders, known, today, texts) is not { } content || !MayShow(content))
        {
            return false;
        }

        _loaded = new LoadedContent(content, version, DateTimeOffset.UtcNow, Stopwatch.GetTimestamp());
        (LastFingerprint, LastVersion) = (fingerprint, version);
        LogFirst(logger, known.First.Count, known.Languages.Count, version);
        return true;
    }

    private (SiteContent? Content, IReadOnlyList<ContentProblem> Problems) Load()
    {
        try
        {
            var (content, problems) = ContentLoader.Load(folders, ContentLoader.LatestToday, texts);
            return content is not null && !MayShow(content) ? (null, [.. problems, PublisherProblem]) : (content, problems);
        }
        catch (Exception exception) when (_loaded is not null && !IsMemoryShort(exception))
        {
            // Whatever exception an edit causes in the parsers, the site keeps its previous content.
            LogUnreadable(logger, exception);
            return (null, [new("content", 1, Severity.Error, $"the folder could not be read ({exception.GetType().Name}); undo the last edit")]);
        }
    }

    private bool MayShow(SiteContent content) => !NeedsPublisher || content.Host.HasPublisherOrIsDemo;

    /// <summary>Not a problem of the content: it is read again as soon as there is memory.</summary>
    private static bool IsMemoryShort(Exception exception) =>
        exception is OutOfMemoryException || (exception is AggregateException several && several.Flatten().InnerExceptions.Any(IsMemoryShort));

    [LoggerMessage(Level = LogLevel.Error, Message = "Content could not be read; the last good one stays on the site")]
    private static partial void LogUnreadable(ILogger logger, Exception exception);

    [LoggerMessage(Level = LogLevel.Information, Message = "Content loaded: {Pages} pages, version {Version}")]
    private static partial void LogLoaded(ILogger logger, int pages, string version);

    [LoggerMessage(Level = LogLevel.Information, Message = "Content loaded: the first {First} of {All} languages, as checked before, version {Version}")]
    private static partial void LogFirst(ILogger logger, int first, int all, string version);

    [LoggerMessage(Level = LogLevel.Error, Message = "Content not loaded; a running site keeps its last good one:\n{Problems}")]
    private static partial void LogBroken(ILogger logger, string problems);
}

/// <param name="Version">Changes only with the content, and is the same on every node with the same content.</param>
/// <param name="At">When it was read, by the system clock.</param>
/// <param name="Tick">When it was read, by a monotonic clock.</param>
internal sealed record LoadedContent(SiteContent Content, string Version, DateTimeOffset At, long Tick)
{
    /// <summary>All languages were read.</summary>
    public bool IsWhole { get; } = Content.IsWhole;

    public TimeSpan Age => Stopwatch.GetElapsedTime(Tick);
}
