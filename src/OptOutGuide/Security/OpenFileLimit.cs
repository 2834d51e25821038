using System.Globalization;
using Microsoft.Extensions.Options;
using OptOutGuide.Configuration;

namespace OptOutGuide.Security;

/// <summary>
/// How many files, and so connections, the system lets this process open (<c>ulimit -n</c>). Kestrel does not know it: at the
/// limit it would retry to accept connections in a busy loop.
/// </summary>
internal static partial class OpenFileLimit
{
    /// <summary>What is open besides connections: some 280 assemblies, content that is read, and <see cref="Refused"/>.</summary>
    private const int OtherFiles = 500;

    /// <summary>Connections beyond the limit that are being closed.</summary>
    private const int Refused = 150;

    /// <summary>The connections that fit. .NET has raised the soft limit to the hard one by then.</summary>
    public static long MaxConnections { get; } = Read(File.Exists("/proc/self/limits") ? File.ReadLines("/proc/self/limits") : []) is { } files ? Math.Max(1, files - OtherFiles) : long.MaxValue;

    /// <summary>The most that may be open at a moment, those included that are being refused.</summary>
    public static int MaxOpenConnections => (int)Math.Min(MaxConnections, int.MaxValue - Refused) + Refused;

    /// <summary>Warns at start if fewer connections fit than the settings ask for.</summary>
    public static void WarnOfLowOpenFileLimit(this WebApplication app)
    {
        var site = app.Services.GetRequiredService<IOptions<SiteOptions>>().Value;
        if (RequestLimits.MaxConnections(site) is var wanted && wanted > MaxConnections)
        {
            LogTooLow(app.Logger, site.MaxCircuits, wanted, MaxConnections + OtherFiles, MaxConnections, wanted + OtherFiles);
        }
    }

    /// <summary>Null where there is no limit.</summary>
    public static long? Read(IEnumerable<string> limits) =>
        limits.FirstOrDefault(line => line.StartsWith("Max open files", StringComparison.Ordinal)) is { } line
            && long.TryParse(line["Max open files".Length..].Split(' ', StringSplitOptions.RemoveEmptyEntries)[0], NumberStyles.None, CultureInfo.InvariantCulture, out var files)
            ? files
            : null;

    [LoggerMessage(Level = LogLevel.Warning, Message = "Site:MaxCircuits={MaxCircuits} asks for {Wanted} connections, but the system lets this process open {Files} files (ulimit -n): at most {Connections} connections are taken. Raise the limit to {Needed}, or lower Site:MaxCircuits")]
    private static partial void LogTooLow(ILogger logger, int maxCircuits, long wanted, long files, long connections, long needed);
}
