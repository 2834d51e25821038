namespace OptOutGuide.LiveContent;

/// <summary>
/// Shows an edit once it is saved. Checks the folder once a second instead of waiting for file system events, which mounted
/// folders do not raise, and reads a change only once two checks in a row agree, so that a half-written file is not read; where
/// they never do, because something writes without pause, it reads what is there after <see cref="TimeLimit"/>. A failed check does
/// not stop the next one.
/// </summary>
internal sealed partial class ContentWatch(ContentLibrary library, TimeProvider time, ILogger<ContentWatch> logger) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    /// <summary>
    /// One check in so many also compares bytes: tools that keep times (rsync, tar) can replace a file by one of the same size
    /// and time.
    /// </summary>
    private const int ChecksPerComparison = 15;

    private Task _check = Task.CompletedTask;
    private string _seen = library.LastFingerprint;
    private long _agreed = time.GetTimestamp();
    private int _checks;
    private long _checkEnded = time.GetTimestamp();

    /// <summary>How long a check may take: a network share may never answer.</summary>
    public TimeSpan TimeLimit { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>When the last complete check of the folder ended.</summary>
    public DateTimeOffset CheckEnded => DateTimeOffset.UtcNow - SinceCheck;

    public bool IsOverdue => SinceCheck > TimeLimit;

    private TimeSpan SinceCheck => time.GetElapsedTime(Volatile.Read(ref _checkEnded));

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                // A check that hangs is awaited again: a second one would not be quicker and would hold another thread.
                _check = _check.IsCompleted ? Task.Run(Check, stoppingToken) : _check;
                await _check.WaitAsync(TimeLimit, time, stoppingToken);
                Volatile.Write(ref _checkEnded, time.GetTimestamp());
            }
            catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
            {
                TryLog(exception);
            }
        }
    }

    private void Check()
    {
        if (_checks == 0)
        {
            library.ReadRest();
            // Compacts the heap once, after all languages are read.
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        }

        var now = ContentFingerprint.Of(library.Folders);
        var isComparison = ++_checks % ChecksPerComparison == 0;
        var isSteady = now == _seen || time.GetElapsedTime(_agreed) > TimeLimit;
        if (now != library.LastFingerprint ? isSteady : isComparison && ContentVersion.Of(library.Folders) != library.LastVersion)
        {
            library.Reload();
        }

        _seen = now;
        _agreed = isSteady ? time.GetTimestamp() : _agreed;
    }

    /// <summary>When memory is short, logging may fail too; the watch goes on without it.</summary>
    private void TryLog(Exception exception)
    {
        try
        {
            LogUnreadable(logger, exception);
        }
        catch (Exception)
        {
            // Logged at the next check if it persists; meanwhile the health check reports that no check has ended.
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The content folder could not be checked; the last good content stays on the site")]
    private static partial void LogUnreadable(ILogger logger, Exception exception);
}
