namespace OptOutGuide.Content;

/// <summary>
/// Shows an edit once it is saved. Looks once a second instead of waiting for the system's word, which does not
/// come from mounted folders, and reads only what has stayed the same for a look, so that nothing half-written counts.
/// </summary>
internal sealed class ContentWatch(ContentLibrary library) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var seen = library.ReadAs;
        using var timer = new PeriodicTimer(Pause);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            var now = library.Fingerprint();
            if (now != library.ReadAs && now == seen)
            {
                library.Reload();
            }

            seen = now;
        }
    }
}
