using System.Collections.Concurrent;
using System.Diagnostics;

namespace OptOutGuide.Tests.Support;

/// <summary>Two nodes of the published site behind a real HAProxy that runs the file of deploy/, as a host would run them.</summary>
public sealed class BalancedSite : IAsyncLifetime
{
    private readonly string _keys = Directory.CreateTempSubdirectory("keys-").FullName;
    private readonly int _port = FreePort.Next();
    private readonly ConcurrentQueue<string> _log = [];
    private Process? _proxy;

    public BalancedSite() => Nodes = [Node(), Node()];

    public static string ProxyFile { get; } = Path.Combine(Repository.Root, "deploy/haproxy.cfg");

    public IReadOnlyList<RunningSite> Nodes { get; }

    public Uri Address => new($"http://127.0.0.1:{_port}/");

    /// <summary>The proxy's log, one line per response; the last field but one is the node's letter.</summary>
    public IReadOnlyCollection<string> Log => _log;

    /// <summary>Waits until the proxy sends visitors to a node that was started again.</summary>
    public async Task UntilInUseAsync(RunningSite node)
    {
        var letter = node == Nodes[0] ? " a " : " b ";
        var before = _log.Count;
        using var client = new HttpClient();
        await Eventually.TrueAsync(async () =>
        {
            await client.GetAsync(new Uri(Address, "/icon.svg"));
            return _log.Skip(before).Any(line => line.Contains(letter, StringComparison.Ordinal));
        });
    }

    public async Task InitializeAsync()
    {
        await Task.WhenAll(Nodes.Select(node => node.StartAsync()));
        _proxy = Process.Start(new ProcessStartInfo("haproxy", ["-db", "-f", ProxyFile])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment =
            {
                ["NODE_A"] = Nodes[0].Address.Authority,
                ["NODE_B"] = Nodes[1].Address.Authority,
                ["LISTEN"] = $"127.0.0.1:{_port}",
            },
        })!;
        _proxy.OutputDataReceived += (_, line) => _log.Enqueue(line.Data ?? "");
        _proxy.BeginOutputReadLine();
        _proxy.BeginErrorReadLine();
        using var client = new HttpClient();
        await Eventually.TrueAsync(async () =>
        {
            try
            {
                return (await client.GetAsync(Address)).IsSuccessStatusCode;
            }
            catch (HttpRequestException)
            {
                return false;
            }
        });
    }

    public async Task DisposeAsync()
    {
        if (_proxy is not null)
        {
            _proxy.Kill();
            await _proxy.WaitForExitAsync();
        }

        await Task.WhenAll(Nodes.Select(node => node.StopAsync()));
        Directory.Delete(_keys, recursive: true);
    }

    private RunningSite Node() => new() { Settings = [$"--Site:KeysFolder={_keys}", "--Site:DrainSeconds=4", "--Site:TrustedProxies=127.0.0.1"] };
}
