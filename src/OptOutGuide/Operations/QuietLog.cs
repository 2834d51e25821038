using Serilog.Events;

namespace OptOutGuide.Operations;

/// <summary>
/// Keeps the framework's small talk out of the log, whatever levels are configured: below warnings it writes down query
/// strings, which hold lists, the messages of live lists, and addresses of clients.
/// </summary>
internal static class QuietLog
{
    public static bool TellsOfVisitors(LogEvent happening) =>
        happening.Level < LogEventLevel.Warning
        && happening.Properties.GetValueOrDefault("SourceContext") is ScalarValue { Value: string source }
        && source is not "Microsoft.Hosting.Lifetime"
        && (source.StartsWith("Microsoft.", StringComparison.Ordinal) || source.StartsWith("System.", StringComparison.Ordinal));
}
