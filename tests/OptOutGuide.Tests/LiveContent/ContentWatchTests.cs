using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace OptOutGuide.Tests.LiveContent;

/// <summary>
/// The watch when a check fails or does not end. A log that throws or blocks simulates a machine without memory and a network
/// share that does not answer.
/// </summary>
public sealed class ContentWatchTests : IDisposable
{
    private readonly ContentFixture _folder = new();
    private readonly FakeTimeProvider _time = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Check_ThatThrows_IsFollowedByAnother()
    {
        var log = new TroubledLog();
        var library = Library(log);
        using var watch = new ContentWatch(library, _time, log);
        await watch.StartAsync(default);

        log.OnError = () => throw new InsufficientMemoryException();
        _folder.Replace(ContentFixture.Guide, "minutes: 5", "minutes: soon");
        await PassTimeUntilAsync(() => log.Errors > 2 || watch.ExecuteTask!.IsCompleted);
        Assert.False(watch.ExecuteTask!.IsCompleted);
        log.OnError = () => { };
        _folder.Replace(ContentFixture.Guide, "minutes: soon", "minutes: 7");

        await PassTimeUntilAsync(() => library.Current.Guides[0].FrontMatter.Minutes == 7);
        await watch.StopAsync(default);
    }

    /// <summary>Two checks never agree where something writes without pause.</summary>
    [Fact]
    public async Task Edit_BesideAFileThatIsWrittenWithoutPause_ShowsAllTheSame()
    {
        var log = new TroubledLog();
        var library = Library(log);
        using var watch = new ContentWatch(library, _time, log) { TimeLimit = TimeSpan.FromSeconds(3) };
        await watch.StartAsync(default);
        _folder.Replace(ContentFixture.Guide, "minutes: 5", "minutes: 7");
        using var isWriting = new ManualResetEventSlim();
        using var hasEnded = new ManualResetEventSlim();
        // On a thread of its own: it would wait for one of a busy pool, and two checks without a write between them agree.
        var writing = Task.Factory.StartNew(
            () =>
            {
                do
                {
                    File.SetLastWriteTimeUtc(Path.Combine(_folder.Root, ContentFixture.Page), DateTime.UtcNow);
                    isWriting.Set();
                }
                while (!hasEnded.Wait(TimeSpan.FromMilliseconds(1)));
            },
            CancellationToken.None,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default);
        await Eventually.TrueAsync(() => isWriting.IsSet);

        await PassTimeUntilAsync(() => library.Current.Guides[0].FrontMatter.Minutes == 7);
        hasEnded.Set();
        await writing;
        await watch.StopAsync(default);
    }

    [Fact]
    public async Task Check_ThatDoesNotEnd_IsSaidByHealthAndDoesNotHoldUpTheStop()
    {
        using var answer = new ManualResetEventSlim();
        var log = new TroubledLog();
        var library = Library(log);
        // Its own log does not block: only the check does.
        using var watch = new ContentWatch(library, _time, NullLogger<ContentWatch>.Instance) { TimeLimit = TimeSpan.FromSeconds(3) };
        var health = new ContentHealth(library, watch);
        await watch.StartAsync(default);
        Assert.Equal(HealthStatus.Healthy, (await health.CheckHealthAsync(new())).Status);

        log.OnError = answer.Wait;
        _folder.Replace(ContentFixture.Guide, "minutes: 5", "minutes: soon");
        await PassTimeUntilAsync(() => log.Errors > 0);
        await PassTimeUntilAsync(async () => (await health.CheckHealthAsync(new())).Status is HealthStatus.Degraded);

        Assert.Empty(library.Problems);
        await watch.StopAsync(default).WaitAsync(TimeSpan.FromMinutes(1));
        answer.Set();
    }

    [Fact]
    public async Task Check_ThatEndsAfterAll_IsHealthyAgain()
    {
        using var answer = new ManualResetEventSlim();
        var log = new TroubledLog();
        var library = Library(log);
        using var watch = new ContentWatch(library, _time, NullLogger<ContentWatch>.Instance) { TimeLimit = TimeSpan.FromSeconds(3) };
        var health = new ContentHealth(library, watch);
        await watch.StartAsync(default);
        log.OnError = answer.Wait;
        _folder.Replace(ContentFixture.Guide, "minutes: 5", "minutes: soon");
        await PassTimeUntilAsync(() => log.Errors > 0);
        await PassTimeUntilAsync(async () => (await health.CheckHealthAsync(new())).Status is HealthStatus.Degraded);

        _folder.Replace(ContentFixture.Guide, "minutes: soon", "minutes: 7");
        answer.Set();

        await PassTimeUntilAsync(async () => (await health.CheckHealthAsync(new())).Status is HealthStatus.Healthy);
        Assert.Equal(7, library.Current.Guides[0].FrontMatter.Minutes);
        await watch.StopAsync(default);
    }

    private ContentLibrary Library(TroubledLog log)
    {
        var library = new ContentLibrary(_folder.Layers, TextCatalog.All, log);
        Assert.True(library.Reload());
        return library;
    }

    /// <summary>Advances the watch's clock by a second before each look at the condition.</summary>
    private Task PassTimeUntilAsync(Func<Task<bool>> condition) => Eventually.TrueAsync(() =>
    {
        _time.Advance(TimeSpan.FromSeconds(1));
        return condition();
    });

    private Task PassTimeUntilAsync(Func<bool> condition) => PassTimeUntilAsync(() => Task.FromResult(condition()));

    private sealed class TroubledLog : ILogger<ContentLibrary>, ILogger<ContentWatch>
    {
        private int _errors;

        public Action OnError { get; set; } = () => { };

        public int Errors => _errors;

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (logLevel is LogLevel.Error)
            {
                Interlocked.Increment(ref _errors);
                OnError();
            }
        }
    }
}
