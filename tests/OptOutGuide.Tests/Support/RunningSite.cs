using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;

namespace OptOutGuide.Tests.Support;

/// <summary>The published site in a process of its own, as a host runs it: real Kestrel, Production, loopback only.</summary>
public sealed class RunningSite : IAsyncLifetime
{
    private readonly StringBuilder _output = new();
    private readonly int _port = FreePort();
    private Process? _process;

    /// <summary>Settings beside the address, as on the command line.</summary>
    public IReadOnlyList<string> Settings { get; init; } = [];

    /// <summary>Unix socket on which the site says what it holds (see <see cref="StartupHook"/>); null for none.</summary>
    public string? Probe { get; init; }

    public int ProcessId => _process!.Id;

    public Uri Address => new($"http://127.0.0.1:{_port}/");

    /// <summary>Everything that the site has written so far.</summary>
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

    public async Task InitializeAsync()
    {
        _process = Launch(["--urls", Address.AbsoluteUri, .. Settings], line =>
        {
            lock (_output)
            {
                _output.AppendLine(line);
            }
        }, Probe);
        using var client = new HttpClient();
        for (var attempt = 0; attempt < 100; attempt++)
        {
            try
            {
                await client.GetAsync(Address);
                return;
            }
            catch (HttpRequestException)
            {
                await Task.Delay(100);
            }
        }

        throw new InvalidOperationException($"The site did not start: {Output}");
    }

    public async Task DisposeAsync() => await StopAsync();

    /// <summary>Kills the process, as a power cut would.</summary>
    public async Task StopAsync()
    {
        if (_process is { HasExited: false })
        {
            _process.Kill(entireProcessTree: true);
            await _process.WaitForExitAsync();
        }

        if (Probe is not null)
        {
            File.Delete(Probe);
        }
    }

    /// <summary>Starts the site again under the same address.</summary>
    public Task RestartAsync() => InitializeAsync();

    /// <summary>Runs the published program with arguments until it ends by itself.</summary>
    public static async Task<(int ExitCode, string Output)> RunAsync(params string[] arguments)
    {
        var output = new StringBuilder();
        using var process = Launch(arguments, line =>
        {
            lock (output)
            {
                output.AppendLine(line);
            }
        });
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(30));
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

    /// <summary>How many lists the server holds, open or not yet given up; needs the probe.</summary>
    public async Task<int> CountCircuitsAsync()
    {
        using var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        await socket.ConnectAsync(new UnixDomainSocketEndPoint(Probe!));
        await using var stream = new NetworkStream(socket);
        await stream.WriteAsync("count\n"u8.ToArray());
        using var answer = await JsonDocument.ParseAsync(stream);
        return answer.RootElement.GetProperty("circuits").GetInt32();
    }

    private static Process Launch(IEnumerable<string> arguments, Action<string> write, string? probe = null)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(Repository.PublishedSite, "OptOutGuide.dll"), .. arguments])
        {
            WorkingDirectory = Repository.PublishedSite,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["ASPNETCORE_ENVIRONMENT"] = "Production" },
        };
        if (probe is not null)
        {
            start.Environment["OPTOUTGUIDE_PROBE"] = probe;
            start.Environment["DOTNET_STARTUP_HOOKS"] = typeof(StartupHook).Assembly.Location;
        }

        var process = new Process { StartInfo = start };
        process.OutputDataReceived += (_, line) => write(line.Data ?? "");
        process.ErrorDataReceived += (_, line) => write(line.Data ?? "");
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return process;
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
