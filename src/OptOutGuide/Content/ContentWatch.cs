namespace OptOutGuide.Content;

/// <summary>
/// Shows an edit once it is saved. Looks once a second instead of waiting for the system's word, which does not
/// come from mounted folders, and reads only what has stayed the same for a look, so that nothing half-written counts.
/// </summary>
internal sealed partial class ContentWatch(ContentLibrary library, ILogger<ContentWatch> logger) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var read = library.Fingerprint();
        var seen = read;
        using var timer = new PeriodicTimer(Pause);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            var now = library.Fingerprint();
            if (now != read && now == seen)
            {
                read = now;
                Reload();
            }

            seen = now;
        }
    }

    private void Reload()
    {
        try
        {
            library.Reload();
        }
        catch (Exception fault)
        {
            // Whatever an editor saves, and whatever the libraries that read it make of it, the site goes on.
            LogFault(logger, fault);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Content could not be read; the last good one stays on the site")]
    private static partial void LogFault(ILogger logger, Exception fault);
}
