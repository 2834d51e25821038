using System.Diagnostics;

namespace OptOutGuide.LiveContent;

/// <summary>
/// Shows an edit once it is saved. Looks once a second instead of waiting for the system's word, which does not
/// come from mounted folders, and reads only what has stayed the same for a look, so that nothing half-written counts.
/// Whatever happens to a look, the next one follows.
/// </summary>
internal sealed partial class ContentWatch(ContentLibrary library, ILogger<ContentWatch> logger) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    /// <summary>
    /// One look in so many compares bytes too: tools that keep times (rsync, tar) can put other bytes of the same number
    /// in place.
    /// </summary>
    private const int LooksPerComparison = 15;

    private Task _look = Task.CompletedTask;
    private string _seen = library.ReadAs;
    private int _looks;
    private long _lookEnded = Stopwatch.GetTimestamp();

    /// <summary>How long a look may take: a folder on another machine may never answer.</summary>
    public TimeSpan TimeLimit { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>When the folder was last looked at to the end.</summary>
    public DateTimeOffset LookEnded => DateTimeOffset.UtcNow - SinceLook;

    public bool IsOverdue => SinceLook > TimeLimit;

    private TimeSpan SinceLook => Stopwatch.GetElapsedTime(Volatile.Read(ref _lookEnded));

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                // One that hangs is waited for again: two at a time would not be quicker, and hold two threads.
                _look = _look.IsCompleted ? Task.Run(Look, stoppingToken) : _look;
                await _look.WaitAsync(TimeLimit, stoppingToken);
                Volatile.Write(ref _lookEnded, Stopwatch.GetTimestamp());
            }
            catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
            {
                TryLog(exception);
            }
        }
    }

    private void Look()
    {
        var now = ContentFingerprint.Of(library.Folder);
        var isComparison = ++_looks % LooksPerComparison == 0;
        if (now != library.ReadAs ? now == _seen : isComparison && ContentVersion.Of(library.Folder) != library.ReadVersion)
        {
            library.Reload();
        }

        _seen = now;
    }

    /// <summary>Where memory is short, writing a line may fail too; the watch goes on without it.</summary>
    private void TryLog(Exception exception)
    {
        try
        {
            LogUnreadable(logger, exception);
        }
        catch (Exception)
        {
            // Said at the next look, if it lasts; health tells meanwhile that no look has ended.
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The content folder could not be looked at; the last good content stays on the site")]
    private static partial void LogUnreadable(ILogger logger, Exception exception);
}
