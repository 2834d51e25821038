using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace OptOutGuide.Operations;

/// <summary>
/// Between the word to stop and the end: <c>/health/ready</c> says no while pages are still answered, until whoever
/// shares out the visitors has looked and sends them elsewhere.
/// </summary>
internal sealed partial class Draining(IHostApplicationLifetime lifetime, IOptions<SiteOptions> options, ILogger<Draining> logger)
    : IHostedLifecycleService, IHealthCheck
{
    /// <summary>Container engines kill what has not ended after ten seconds.</summary>
    public static readonly TimeSpan MostAltogether = TimeSpan.FromSeconds(7);

    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(lifetime.ApplicationStopping.IsCancellationRequested
            ? HealthCheckResult.Unhealthy("This node is about to stop.")
            : HealthCheckResult.Healthy());

    /// <summary>The web server stops listening only once this has ended.</summary>
    public async Task StoppingAsync(CancellationToken cancellationToken)
    {
        LogDraining(logger, options.Value.DrainSeconds);
        await Task.Delay(TimeSpan.FromSeconds(options.Value.DrainSeconds), cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    [LoggerMessage(Level = LogLevel.Information, Message = "Stopping: no longer ready, answering for another {Seconds} s")]
    private static partial void LogDraining(ILogger logger, int seconds);
}

internal static class DrainingSetup
{
    public static void AddDraining(this IServiceCollection services)
    {
        services.AddSingleton<Draining>();
        services.AddHostedService(provider => provider.GetRequiredService<Draining>());
        services.AddHealthChecks().AddCheck<Draining>("draining");
        services.Configure<HostOptions>(host => host.ShutdownTimeout = Draining.MostAltogether);
    }
}
