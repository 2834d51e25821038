using System.ComponentModel;
using System.Diagnostics;

namespace OptOutGuide.Tests.Support;

/// <summary>Finds what tests need besides .NET, and says why a test is skipped without it.</summary>
/// <param name="variable">Reads an environment variable: CI, PATH or CHROMIUM.</param>
internal sealed class InstalledTools(Func<string, string?> variable)
{
    private static readonly Lazy<bool> HasICalendar = new(() => Succeeds("/usr/bin/python3", "-c", "import icalendar"));

    private static readonly Lazy<bool> HasCycloneDX = new(() => Succeeds("dotnet", "CycloneDX", "--version"));

    public static InstalledTools OfThisMachine { get; } = new(Environment.GetEnvironmentVariable);

    /// <summary>Path of Debian's Chromium without a window, or of the browser that CHROMIUM names.</summary>
    public string Chromium => variable("CHROMIUM") is { Length: > 0 } path ? path : "/usr/bin/chromium-headless-shell";

    /// <summary>Why a test that needs the tools is skipped, or null if it runs. In CI it always runs: there, a missing tool is a failure.</summary>
    public string? SkipReason(params IEnumerable<Tool> tools) => variable("CI") is { Length: > 0 }
        ? null
        : tools.Select(Absence).FirstOrDefault(absence => absence is not null);

    private string? Absence(Tool tool) => tool switch
    {
        Tool.Chromium => Unless(File.Exists(Chromium), Chromium, "set CHROMIUM to the path of a Chromium"),
        Tool.Compose => UnlessOnPath("docker-compose", "docker-compose"),
        Tool.CycloneDX => Unless(HasCycloneDX.Value, "CycloneDX", "\"dotnet tool restore\""),
        Tool.HAProxy => UnlessOnPath("haproxy", "haproxy"),
        Tool.ICalendar => Unless(HasICalendar.Value, "icalendar of /usr/bin/python3", Install("python3-icalendar")),
        Tool.Node => UnlessOnPath("nodejs", "node"),
        Tool.NodePackages => Absence(Tool.Node) ?? Unless(Directory.Exists(Path.Combine(Repository.Root, "tests/node_modules")), "tests/node_modules", "\"bash tests/node.sh\""),
        Tool.Poppler => UnlessOnPath("poppler-utils", "pdfinfo", "pdftohtml", "pdftotext"),
        Tool.UtilLinux => UnlessOnPath("util-linux", "prlimit", "setpriv", "unshare"),
    };

    private string? UnlessOnPath(string package, params string[] programs) => programs
        .Select(program => Unless(IsOnPath(program), program, Install(package)))
        .FirstOrDefault(absence => absence is not null);

    private bool IsOnPath(string program) => (variable("PATH") ?? "").Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, program)));

    private static string? Unless(bool isThere, string what, string remedy) => isThere
        ? null
        : $"{what} is not installed: run \"bash tests/run.sh\" once, or {remedy}";

    private static string Install(string package) => $"\"apt-get install {package}\"";

    private static bool Succeeds(string program, params string[] arguments)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(program, arguments)
            {
                WorkingDirectory = Repository.Root,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            })!;
            process.WaitForExit();
            return process.ExitCode == 0;
        }
        catch (Win32Exception)
        {
            return false;
        }
    }
}
