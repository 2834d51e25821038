using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace OptOutGuide.Content;

/// <summary>Ready with the content it names; degraded when a later edit is broken and waits to be put right.</summary>
internal sealed class ContentHealth(ContentLibrary library) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var problems = library.Problems;
        var loaded = library.Loaded!;
        var data = new Dictionary<string, object>
        {
            ["version"] = loaded.Version,
            ["loaded"] = loaded.At,
            ["pages"] = loaded.Content.SiteMap.Pages.Count,
            ["problems"] = problems.Select(problem => problem.ToString()).ToArray(),
        };
        return Task.FromResult(problems.Any(problem => problem.Severity is Severity.Error)
            ? HealthCheckResult.Degraded("The last edit is broken; the content before it is shown.", data: data)
            : HealthCheckResult.Healthy("The content is shown as it stands.", data));
    }
}
