using System.Globalization;
using Serilog;
using Serilog.Core;
using Serilog.Events;
using Serilog.Formatting.Display;
using Serilog.Formatting.Json;
using Serilog.Settings.Configuration;

namespace OptOutGuide.Telemetry;

/// <summary>
/// JSON lines on stdout, without visitor data; while developing, plain text of everything. Whatever levels are configured,
/// the framework's events below warning are left out: they hold query strings with lists, messages of circuits, and
/// addresses of clients.
/// </summary>
internal static class VisitorDataLogFilter
{
    public static void AddVisitorDataLogFilter(this WebApplicationBuilder builder) => builder.Services.AddSerilog(
        log => log
            .ReadFrom.Configuration(builder.Configuration, new ConfigurationReaderOptions(typeof(JsonFormatter).Assembly))
            // Its events are never logged, and the level check would cost each cached response a log scope.
            .MinimumLevel.Override("Microsoft.AspNetCore.Hosting.Diagnostics", LevelAlias.Off)
            .Filter.ByExcluding(logEvent => !builder.Environment.IsDevelopment() && ContainsVisitorData(logEvent))
            .WriteTo.Console(builder.Environment.IsDevelopment() ? new MessageTemplateTextFormatter("{Timestamp:HH:mm:ss} {Level:u3} {Message:lj}{NewLine}{Exception}", CultureInfo.InvariantCulture) : new JsonFormatter()),
        preserveStaticLogger: true);

    private static bool ContainsVisitorData(LogEvent logEvent) =>
        logEvent.Level < LogEventLevel.Warning
        && logEvent.Properties.GetValueOrDefault("SourceContext") is ScalarValue { Value: string source }
        && source is not "Microsoft.Hosting.Lifetime"
        && (source.StartsWith("Microsoft.", StringComparison.Ordinal) || source.StartsWith("System.", StringComparison.Ordinal));
}
