using Serilog;
using Serilog.Core;
using Serilog.Events;
using Serilog.Formatting.Json;
using Serilog.Settings.Configuration;

namespace OptOutGuide.Operations;

/// <summary>
/// JSON lines on stdout, without visitors' data. Whatever levels are configured, the framework's events below warnings are
/// left out: they hold query strings with lists, the messages of live lists, and addresses of clients.
/// </summary>
internal static class QuietLog
{
    public static void AddQuietLog(this WebApplicationBuilder builder) => builder.Services.AddSerilog(
        log => log
            .ReadFrom.Configuration(builder.Configuration, new ConfigurationReaderOptions(typeof(JsonFormatter).Assembly))
            // Its events are never shown, and asking whether they are wanted would cost each cached answer a log scope.
            .MinimumLevel.Override("Microsoft.AspNetCore.Hosting.Diagnostics", LevelAlias.Off)
            .Filter.ByExcluding(logEvent => !builder.Environment.IsDevelopment() && TellsOfVisitors(logEvent))
            .WriteTo.Console(new JsonFormatter()),
        preserveStaticLogger: true);

    private static bool TellsOfVisitors(LogEvent logEvent) =>
        logEvent.Level < LogEventLevel.Warning
        && logEvent.Properties.GetValueOrDefault("SourceContext") is ScalarValue { Value: string source }
        && source is not "Microsoft.Hosting.Lifetime"
        && (source.StartsWith("Microsoft.", StringComparison.Ordinal) || source.StartsWith("System.", StringComparison.Ordinal));
}
