using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace OptOutGuide.LiveContent;

/// <summary>Healthy with the version of the content that is shown; degraded while the folder has an error or does not answer.</summary>
internal sealed class ContentHealth(ContentLibrary library, ContentWatch watch) : IHealthCheck
{
    /// <summary>Health is requested every second: a folder with a thousand problems must not return them all each time.</summary>
    private const int MaxProblems = 20;

    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var problems = library.Problems;
        var loaded = library.Loaded!;
        var data = new Dictionary<string, object>
        {
            ["version"] = loaded.Version,
            ["loaded"] = loaded.At,
            ["ageSeconds"] = (long)loaded.Age.TotalSeconds,
            ["checkEnded"] = watch.CheckEnded,
            ["pages"] = loaded.Content.SiteMap.Pages.Count,
            ["errors"] = problems.Count(problem => problem.Severity is Severity.Error),
            ["warnings"] = problems.Count(problem => problem.Severity is Severity.Warning),
            ["problems"] = problems.OrderBy(problem => problem.Severity).Take(MaxProblems).Select(problem => problem.ToString()).ToArray(),
        };
        if (watch.IsOverdue)
        {
            return Task.FromResult(HealthCheckResult.Degraded("The folder has not answered for a while; the content before is shown.", data: data));
        }

        return Task.FromResult(problems.Any(problem => problem.Severity is Severity.Error)
            ? HealthCheckResult.Degraded("The last edit is broken; the content before it is shown.", data: data)
            : HealthCheckResult.Healthy("The content is shown as it stands.", data));
    }
}
