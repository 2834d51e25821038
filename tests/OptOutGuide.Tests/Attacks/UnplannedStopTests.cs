using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace OptOutGuide.Tests.Attacks;

/// <summary>A part of the site fails, as an attack may cause, such as by lack of memory.</summary>
public sealed class UnplannedStopTests
{
    [Fact]
    public async Task Watch_WhoseCheckFails_ChecksAgain()
    {
        using var content = new ContentCopy();
        var log = new FailingLog();
        await using var site = new InProcessSite(services => services.AddSingleton<ILogger<ContentLibrary>>(log), ("Site:ContentFolder", content.Root));
        using var client = site.Visitor();
        await client.GetAsync("/fr/");

        log.Failures = 1;
        content.Replace("fr/guides/facebook.md", "title: S’opposer sur Facebook", "title: Un titre tout neuf");
        await Eventually.TrueAsync(() => Task.FromResult(log.Failures == 0));
        content.Replace("fr/guides/facebook.md", "title: Un titre tout neuf", "title: Un titre plus neuf encore");

        await Eventually.TrueAsync(async () => (await client.GetStringAsync("/fr/guides/facebook")).Contains("Un titre plus neuf encore", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Host_StoppedByNobody_EndsWithAFailure()
    {
        await using var site = await new RunningSite { Probe = Path.Combine(Path.GetTempPath(), $"stop-{Environment.ProcessId}.sock") }.StartAsync();

        var exitCode = await site.StopFromWithinAsync();

        Assert.Equal(3, exitCode);
    }

    /// <summary>A logger that throws on request, so that the operation that logs fails.</summary>
    private sealed class FailingLog : ILogger<ContentLibrary>
    {
        public int Failures { get; set; }

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (Failures > 0)
            {
                Failures--;
                throw new InsufficientMemoryException();
            }
        }
    }
}
