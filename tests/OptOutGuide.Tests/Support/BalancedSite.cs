using System.Diagnostics;

namespace OptOutGuide.Tests.Support;

/// <summary>Two nodes of the published site behind a real HAProxy that runs the file of deploy/, as a host would run them.</summary>
public sealed class BalancedSite : IAsyncLifetime
{
    private readonly string _keys = Directory.CreateTempSubdirectory("keys-").FullName;
    private readonly int _port = RunningSite.FreePort();
    private Process? _proxy;

    public BalancedSite() => Nodes = [Node(), Node()];

    public static string ProxyFile { get; } = Path.Combine(Repository.Root, "deploy/haproxy.cfg");

    public IReadOnlyList<RunningSite> Nodes { get; }

    public Uri Address => new($"http://127.0.0.1:{_port}/");

    public async Task InitializeAsync()
    {
        await Task.WhenAll(Nodes.Select(node => node.InitializeAsync()));
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

    private RunningSite Node() => new() { Settings = [$"--Site:KeysFolder={_keys}", "--Site:DrainSeconds=2"] };
}
