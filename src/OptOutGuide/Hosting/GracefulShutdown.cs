using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using OptOutGuide.Configuration;

namespace OptOutGuide.Hosting;

/// <summary>
/// After the stop signal <c>/health/ready</c> answers 503 while pages are still served, until the load balancer has taken the
/// node out of rotation.
/// </summary>
internal sealed partial class GracefulShutdown(IHostApplicationLifetime lifetime, IOptions<SiteOptions> options, ILogger<GracefulShutdown> logger)
    : IHostedLifecycleService, IHealthCheck
{
    /// <summary>Container engines kill a process ten seconds after the stop signal.</summary>
    public static readonly TimeSpan MaxShutdownTime = TimeSpan.FromSeconds(7);

    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(lifetime.ApplicationStopping.IsCancellationRequested
            ? HealthCheckResult.Unhealthy("This node is about to stop.")
            : HealthCheckResult.Healthy());

    /// <summary>The web server stops listening after this task.</summary>
    public async Task StoppingAsync(CancellationToken cancellationToken)
    {
        LogStopping(logger, options.Value.DrainSeconds);
        await Task.Delay(TimeSpan.FromSeconds(options.Value.DrainSeconds), cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    [LoggerMessage(Level = LogLevel.Information, Message = "Stopping: no longer ready, answering for another {Seconds} s")]
    private static partial void LogStopping(ILogger logger, int seconds);
}

internal static class GracefulShutdownSetup
{
    public static void AddGracefulShutdown(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<GracefulShutdown>();
        builder.Services.AddHostedService(provider => provider.GetRequiredService<GracefulShutdown>());
        builder.Services.AddHealthChecks().AddCheck<GracefulShutdown>("draining");
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = GracefulShutdown.MaxShutdownTime);
    }
}
