using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace OptOutGuide.Tests.Support;

/// <summary>The published site in a process of its own, as a host runs it: real Kestrel, Production, loopback only.</summary>
public sealed class RunningSite : IAsyncLifetime
{
    private readonly StringBuilder _output = new();
    private readonly int _port = FreePort();
    private Process? _process;

    /// <summary>Settings beside the address, as on the command line.</summary>
    public IReadOnlyList<string> Settings { get; init; } = [];

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

    /// <summary>A site of a test's own, with settings as on the command line.</summary>
    public static async Task<RunningSite> StartAsync(params string[] settings)
    {
        var site = new RunningSite { Settings = settings };
        await site.InitializeAsync();
        return site;
    }

    public async Task InitializeAsync()
    {
        _process = Launch(["--urls", Address.AbsoluteUri, .. Settings], line =>
        {
            lock (_output)
            {
                _output.AppendLine(line);
            }
        });
        using var client = new HttpClient();
        for (var attempt = 0; attempt < 400; attempt++)
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

    private static Process Launch(IEnumerable<string> arguments, Action<string> write)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(Repository.PublishedSite, "OptOutGuide.dll"), .. arguments])
        {
            WorkingDirectory = Repository.PublishedSite,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["ASPNETCORE_ENVIRONMENT"] = "Production" },
        };
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
