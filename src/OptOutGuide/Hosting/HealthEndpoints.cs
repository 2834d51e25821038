using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace OptOutGuide.Hosting;

/// <summary>
/// Health endpoints. Live: the process answers. Ready: 200 while the site shows valid content, even if a later edit has errors
/// ("Degraded": every node has the same content, so none should be taken out of rotation); 503 once the node is about to stop.
/// </summary>
internal static class HealthEndpoints
{
    public static void MapHealthEndpoints(this WebApplication app)
    {
        app.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false });
        app.MapHealthChecks("/health/ready", new HealthCheckOptions { ResponseWriter = WriteAsync });
    }

    private static Task WriteAsync(HttpContext context, HealthReport report) => context.Response.WriteAsJsonAsync(new
    {
        status = report.Status.ToString(),
        content = report.Entries["content"].Data,
    });
}
