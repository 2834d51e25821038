using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;

namespace OptOutGuide.Tests.Support;

/// <summary>The published site in a process of its own, as a host runs it: real Kestrel, Production, loopback only.</summary>
public sealed class RunningSite : IAsyncLifetime
{
    /// <summary>All test clients have the same address, so the limits per client are raised.</summary>
    internal static readonly string[] ManyVisitors = ["--Site:RenderMillisecondsPerMinute=1000000", "--Site:CircuitsPerMinute=1000000", "--Site:CircuitWorkPerClient=1000000"];

    /// <summary>When a program that should have ended counts as hanging, on a busy machine too.</summary>
    private static readonly TimeSpan EndsWithin = TimeSpan.FromMinutes(2);

    private readonly StringBuilder _output = new();
    private readonly int _port = FreePort.Next();
    private string _content = "content";
    private Process? _process;

    /// <summary>Settings beside the address, as on the command line.</summary>
    public IReadOnlyList<string> Settings { get; set; } = [];

    /// <summary>Environment variables beside those of the test.</summary>
    public IReadOnlyDictionary<string, string> Variables { get; init; } = new Dictionary<string, string>();

    /// <summary>A command that executes the program given after it, such as <c>setpriv</c>, to run it with restrictions.</summary>
    public IReadOnlyList<string> Under { get; init; } = [];

    /// <summary>Unix socket of the probe (see <see cref="StartupHook"/>); null for none.</summary>
    public string? Probe { get; init; }

    public int ProcessId => _process!.Id;

    /// <summary>Number of files and connections that the process has open.</summary>
    public int OpenFiles => _process!.HasExited
        ? throw new InvalidOperationException($"The site ended with {_process.ExitCode}: {Output}")
        : Directory.GetFiles($"/proc/{ProcessId}/fd").Length;

    private KeyValuePair<string, string>[] ProbeVariables => Probe is null
        ? []
        : [new("OPTOUTGUIDE_PROBE", Probe), new("DOTNET_STARTUP_HOOKS", typeof(StartupHook).Assembly.Location)];

    /// <summary>Folder of the published site.</summary>
    public string Folder { get; init; } = Repository.PublishedSite;

    public Uri Address => new($"http://127.0.0.1:{_port}/");

    /// <summary>All output of the site so far.</summary>
    public string Output
    {
        get
        {
            lock (_output)
            {
                return _output.ToString();
            }
        }
    }

    /// <summary>A site of a test's own in French and English, with settings as on the command line.</summary>
    public static Task<RunningSite> StartAsync(params string[] settings) => new RunningSite { Settings = settings }.StartAsync();

    /// <summary>The same, for a site that differs in more than settings. One that many tests share has all languages.</summary>
    public async Task<RunningSite> StartAsync()
    {
        _content = ContentCopy.TwoLanguages;
        await InitializeAsync();
        return this;
    }

    public async Task InitializeAsync()
    {
        _process = Launch(Under, Folder, ["--urls", Address.AbsoluteUri, .. ManyVisitors, .. WithPublisher(Settings)], [.. Variables, .. ProbeVariables], line =>
        {
            lock (_output)
            {
                _output.AppendLine(line);
            }
        });
        using var client = new HttpClient();
        await Eventually.TrueAsync(() => IsListeningAsync(client, Address), () => $"The site did not start: {Output}");
    }

    /// <summary>In Production somebody answers for the site: a folder with nothing but a publisher overrides the content.</summary>
    private IEnumerable<string> WithPublisher(IReadOnlyList<string> settings)
    {
        const string Folder = "--Site:ContentFolder=";
        var content = settings.LastOrDefault(setting => setting.StartsWith(Folder, StringComparison.Ordinal))?[Folder.Length..] ?? _content;
        return settings.Prepend($"--Site:ContentFolders={content};{Repository.Host}");
    }

    /// <summary>Whether a server answers at all.</summary>
    public static async Task<bool> IsListeningAsync(HttpClient client, Uri address)
    {
        try
        {
            using var answer = await client.GetAsync(address);
            return true;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    public async Task DisposeAsync() => await StopAsync();

    /// <summary>Kills the process, as a power cut would.</summary>
    public async Task StopAsync()
    {
        if (_process is not null)
        {
            _process.Kill(entireProcessTree: true);
            await _process.WaitForExitAsync();
        }

        if (Probe is not null)
        {
            File.Delete(Probe);
        }
    }

    /// <summary>Asks the process to stop, as a container engine does, and waits for it.</summary>
    public async Task<(int ExitCode, TimeSpan Took)> TerminateAsync()
    {
        var start = Stopwatch.GetTimestamp();
        using (var kill = Process.Start("kill", ["-TERM", _process!.Id.ToString(CultureInfo.InvariantCulture)]))
        {
            await kill.WaitForExitAsync();
        }

        using var limit = new CancellationTokenSource(EndsWithin);
        await _process.WaitForExitAsync(limit.Token);
        return (_process.ExitCode, Stopwatch.GetElapsedTime(start));
    }

    /// <summary>The most memory that the process held at any moment, in bytes.</summary>
    public long MostMemory => long.Parse(
        File.ReadLines($"/proc/{_process!.Id}/status").First(line => line.StartsWith("VmHWM:", StringComparison.Ordinal)).Split(' ', StringSplitOptions.RemoveEmptyEntries)[^2],
        CultureInfo.InvariantCulture) * 1024;

    /// <summary>What the process has used of the processors since it started.</summary>
    public TimeSpan ProcessorTime
    {
        get
        {
            _process!.Refresh();
            return _process.TotalProcessorTime;
        }
    }

    /// <summary>Starts the site again under the same address.</summary>
    public Task RestartAsync() => InitializeAsync();

    /// <summary>Runs the published program with arguments until it ends by itself.</summary>
    public static Task<(int ExitCode, string Output)> RunAsync(params string[] arguments) => RunUnderAsync([], arguments);

    /// <param name="under">As <see cref="Under"/>.</param>
    public static async Task<(int ExitCode, string Output)> RunUnderAsync(IReadOnlyList<string> under, params string[] arguments)
    {
        var output = new StringBuilder();
        using var process = Launch(under, Repository.PublishedSite, arguments, [], line =>
        {
            lock (output)
            {
                output.AppendLine(line);
            }
        });
        using var limit = new CancellationTokenSource(EndsWithin);
        try
        {
            await process.WaitForExitAsync(limit.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"The program did not end: {output}");
        }

        return (process.ExitCode, output.ToString());
    }

    /// <summary>Number of circuits on the server, connected or retained; needs the probe.</summary>
    public async Task<int> CountCircuitsAsync()
    {
        using var answer = await AskProbeAsync("count");
        return answer.RootElement.GetProperty("circuits").GetInt32();
    }

    /// <summary>Stops the host without a signal and waits for the process to end; needs the probe.</summary>
    public async Task<int> StopFromWithinAsync()
    {
        using var answer = await AskProbeAsync("stop");
        using var limit = new CancellationTokenSource(EndsWithin);
        await _process!.WaitForExitAsync(limit.Token);
        return _process.ExitCode;
    }

    private async Task<JsonDocument> AskProbeAsync(string question)
    {
        using var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        await socket.ConnectAsync(new UnixDomainSocketEndPoint(Probe!));
        await using var stream = new NetworkStream(socket);
        await stream.WriteAsync(Encoding.ASCII.GetBytes($"{question}\n"));
        return await JsonDocument.ParseAsync(stream);
    }

    private static Process Launch(IReadOnlyList<string> under, string folder, IEnumerable<string> arguments, IEnumerable<KeyValuePair<string, string>> variables, Action<string> write)
    {
        string[] command = [.. under, "dotnet", Path.Combine(folder, "OptOutGuide.dll"), .. arguments];
        var start = new ProcessStartInfo(command[0], command[1..])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment =
            {
                ["ASPNETCORE_ENVIRONMENT"] = "Production",
                // The port of a test's site differs each time.
                ["Site__AnyHost"] = "true",
                // Hexadecimal: methods are compiled again with optimisations after four quiet seconds instead of a tenth. Most
                // sites of tests end before that pays.
                ["DOTNET_TC_CallCountingDelayMs"] = "1000",
            },
        };
        foreach (var (name, value) in variables)
        {
            start.Environment[name] = value;
        }

        var process = new Process { StartInfo = start };
        process.OutputDataReceived += (_, line) => write(line.Data ?? "");
        process.ErrorDataReceived += (_, line) => write(line.Data ?? "");
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return process;
    }
}
