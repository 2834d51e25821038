using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Globalization;
using System.Net.WebSockets;
using System.Text.Json;
using System.Text.RegularExpressions;
using YamlDotNet.Serialization;

namespace OptOutGuide.Tests.Hosting;

/// <summary>The files of deploy/ and docs/ match the site and are accepted by their tools.</summary>
public sealed partial class DeploymentTests
{
    [FactWith(Tool.HAProxy)]
    public Task HAProxy_File_IsUnderstood() => AssertSucceedsAsync("haproxy", "-c", "-f", "deploy/haproxy.cfg");

    [FactWith(Tool.Compose)]
    public Task Compose_File_IsUnderstood() => AssertSucceedsAsync("docker-compose", "-f", "deploy/compose.yaml", "config", "--quiet");

    [FactWith(Tool.NodePackages)]
    public Task Kubernetes_Files_MatchItsModels() => AssertSucceedsAsync("node", "tests/manifests.mjs");

    /// <summary>A probe is sent to the pod's address, a host that the site does not answer.</summary>
    [Theory]
    [InlineData("startupProbe", "/health/ready")]
    [InlineData("readinessProbe", "/health/ready")]
    [InlineData("livenessProbe", "/health/live")]
    public void Kubernetes_Probe_AsksTheRightPageUnderAHostThatIsAnswered(string probe, string path)
    {
        var request = Container()[probe]["httpGet"];

        Assert.Equal(path, request["path"].Text);
        Assert.Equal("Host", request["httpHeaders"][0]["name"].Text);
        Assert.Equal("localhost", request["httpHeaders"][0]["value"].Text);
        // Kubernetes has a default of one second.
        Assert.InRange(int.Parse(Container()[probe]["timeoutSeconds"].Text, CultureInfo.InvariantCulture), 2, 5);
    }

    /// <summary>A trusted proxy may forward any address, so the operator has to name its network.</summary>
    [Fact]
    public void Kubernetes_AsItComes_TrustsNoProxy()
    {
        Assert.Equal("", Container()["env"].Items.Single(setting => setting["name"].Text == "Site__TrustedProxies")["value"].Text);
    }

    [Theory]
    [InlineData("node-a")]
    [InlineData("node-b")]
    public void Compose_Node_ReachesTheProxyAlone(string node)
    {
        var file = Yaml.Read("deploy/compose.yaml");

        Assert.Equal("site", Assert.Single(file["services"][node]["networks"].Texts));
        Assert.Equal("true", file["networks"]["site"]["internal"].Text);
        Assert.False(file["services"][node].Has("ports"));
    }

    [Fact]
    public void Kubernetes_Container_HasNoRightsToSpare()
    {
        var rights = Container()["securityContext"];

        Assert.Equal("true", rights["readOnlyRootFilesystem"].Text);
        Assert.Equal("false", rights["allowPrivilegeEscalation"].Text);
        Assert.Equal("ALL", rights["capabilities"]["drop"][0].Text);
        Assert.Equal("true", Pod()["securityContext"]["runAsNonRoot"].Text);
        Assert.Equal("false", Pod()["automountServiceAccountToken"].Text);
    }

    /// <summary>The grace period must be longer than the site's shutdown time, or responses are cut off.</summary>
    [Fact]
    public void Kubernetes_GracePeriod_OutlastsTheDrain() =>
        Assert.True(int.Parse(Pod()["terminationGracePeriodSeconds"].Text, System.Globalization.CultureInfo.InvariantCulture) > GracefulShutdown.MaxShutdownTime.TotalSeconds);

    [Fact]
    public void Dockerfile_LastStage_HasNeitherShellNorRoot()
    {
        var stage = File.ReadAllText(Path.Combine(Repository.Root, "Dockerfile")).Split("\nFROM ")[^1];

        Assert.Contains("chiseled", stage.Split('\n')[0], StringComparison.Ordinal);
        Assert.Contains("\nUSER $APP_UID\n", stage, StringComparison.Ordinal);
        Assert.Contains("""CMD ["dotnet", "OptOutGuide.dll", "health"]""", stage, StringComparison.Ordinal);
        Assert.DoesNotContain("\nRUN ", stage, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Dashboard_EveryFigure_IsOneThatTheSiteEmits()
    {
        using var dashboard = JsonDocument.Parse(File.ReadAllText(Path.Combine(Repository.Root, "deploy/grafana.json")));
        var asked = dashboard.RootElement.GetProperty("panels").EnumerateArray()
            .SelectMany(panel => panel.TryGetProperty("targets", out var targets) ? targets.EnumerateArray() : default)
            .SelectMany(target => FigureName().Matches(Matchers().Replace(target.GetProperty("expr").GetString()!, "")))
            .Select(match => match.Value)
            .ToHashSet();

        Assert.True(asked.Count >= 10, string.Join(' ', asked));
        await AssertEmittedAsync(asked);
    }

    [Fact]
    public void Operations_EverySetting_HasARowWithItsDefault()
    {
        var documented = File.ReadAllText(Path.Combine(Repository.Root, "docs/operations.md"));
        var defaults = new SiteOptions();

        Assert.All(typeof(SiteOptions).GetProperties(), setting =>
        {
            var value = setting.Name == nameof(SiteOptions.MaxCircuits) ? "what fits in memory"
                : Convert.ToString(setting.GetValue(defaults), CultureInfo.InvariantCulture) is { Length: > 0 } said ? $@"`?{Regex.Escape(said)}(?!\d)`?" : "(none|the request)";
            Assert.Matches($@"(?im)^\| `Site:{setting.Name}` \| {value}", documented);
        });
    }

    /// <summary>Without a number in the deployment files, the site calculates it from its memory.</summary>
    [Fact]
    public void Deployment_Lists_AreAsManyAsFitInTheMemoryThatItGives()
    {
        var compose = Yaml.Read("deploy/compose.yaml")["x-node"];
        var environments = new[] { compose["environment"].ToString(), Container()["env"].ToString() };
        var operations = File.ReadAllText(Path.Combine(Repository.Root, "docs/operations.md"));

        Assert.Equal(("1g", "1Gi"), (compose["mem_limit"].Text, Container()["resources"]["limits"]["memory"].Text));
        Assert.All(environments, environment => Assert.DoesNotContain("MaxCircuits", environment, StringComparison.Ordinal));
        // .NET takes three quarters of a container's limit.
        Assert.Contains($"1 GiB holds {CircuitMemory.MaxCircuitsFor((1L << 30) * 3 / 4)} lists", operations, StringComparison.Ordinal);
    }

    [FactWith(Tool.CycloneDX)]
    public async Task Licences_EveryPackageOfTheSite_IsListedWithItsLicence()
    {
        var folder = Directory.CreateTempSubdirectory("bill-");

        var (exitCode, output) = await RunToolAsync("dotnet", "CycloneDX", "src/OptOutGuide/OptOutGuide.csproj", "--output", folder.FullName, "--filename", "bom.json", "--output-format", "Json", "--disable-package-restore");

        Assert.True(exitCode == 0, output);
        using var bill = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder.FullName, "bom.json")));
        folder.Delete(recursive: true);
        var packages = bill.RootElement.GetProperty("components").EnumerateArray().Where(component => !component.TryGetProperty("scope", out var scope) || scope.GetString() != "excluded").Select(component =>
            $"| {component.GetProperty("name")} | {component.GetProperty("version")} | {component.GetProperty("licenses")[0].GetProperty("license").GetProperty("id")} |");
        var listed = File.ReadAllLines(Path.Combine(Repository.Root, "docs/licences.md")).Where(line => line.StartsWith("| ", StringComparison.Ordinal)).Skip(2);
        Assert.Equal(packages, listed);
    }

    /// <summary>Waits until the meters that are sent have these instruments, under the names that Prometheus gives them.</summary>
    private static async Task AssertEmittedAsync(IEnumerable<string> asked)
    {
        var missing = new HashSet<string>(asked, StringComparer.Ordinal);
        using var listener = new MeterListener();
        listener.InstrumentPublished = (instrument, _) =>
        {
            lock (missing)
            {
                if (TelemetrySetup.Meters.Contains(instrument.Meter.Name))
                {
                    missing.ExceptWith(PrometheusNames(instrument));
                }
            }
        };
        listener.Start();
        await using var site = new InProcessSite();
        site.UseKestrel(0);
        using var client = site.CreateClient();
        using var hub = await OpenHubAsync(client.BaseAddress!);
        await Eventually.TrueAsync(() => Missing() is "", () => $"Not emitted: {Missing()}");

        string Missing()
        {
            lock (missing)
            {
                return string.Join(' ', missing);
            }
        }
    }

    /// <summary>The framework creates the instruments of circuits once a client has sent its handshake.</summary>
    private static async Task<WebSocket> OpenHubAsync(Uri site)
    {
        var hub = new ClientWebSocket();
        hub.Options.SetRequestHeader("Origin", site.GetLeftPart(UriPartial.Authority));
        await hub.ConnectAsync(new UriBuilder(site) { Scheme = "ws", Path = "/_blazor" }.Uri, CancellationToken.None);
        await hub.SendAsync("{\"protocol\":\"blazorpack\",\"version\":1}\u001e"u8.ToArray(), WebSocketMessageType.Text, endOfMessage: true, CancellationToken.None);
        return hub;
    }

    /// <summary>https://opentelemetry.io/docs/specs/otel/compatibility/prometheus_and_openmetrics/</summary>
    private static IEnumerable<string> PrometheusNames(Instrument instrument)
    {
        var unit = instrument.Unit switch { "s" => "_seconds", "By" => "_bytes", _ => "" };
        var name = instrument.Name.Replace('.', '_') + unit;
        var type = instrument.GetType().Name;
        return type.StartsWith("Histogram", StringComparison.Ordinal) ? [name + "_bucket", name + "_sum", name + "_count"]
            : type.StartsWith("Counter", StringComparison.Ordinal) || type.StartsWith("ObservableCounter", StringComparison.Ordinal) ? [name + "_total"]
            : [name];
    }

    private static async Task AssertSucceedsAsync(string tool, params string[] arguments)
    {
        var (exitCode, output) = await RunToolAsync(tool, arguments);

        Assert.True(exitCode == 0, output);
    }

    private static async Task<(int ExitCode, string Output)> RunToolAsync(string tool, params string[] arguments)
    {
        var start = new ProcessStartInfo(tool, arguments) { WorkingDirectory = Repository.Root, RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, output + await errors);
    }

    private static Yaml Pod() => Yaml.Read("deploy/kubernetes/deployment.yaml")["spec"]["template"]["spec"];

    private static Yaml Container() => Pod()["containers"][0];

    /// <summary>Braces, brackets, and the labels after "by": what is left are functions and metrics.</summary>
    [GeneratedRegex(@"\{[^}]*\}|\[[^\]]*\]|\bby\s*\([^)]*\)")]
    private static partial Regex Matchers();

    [GeneratedRegex(@"\b[a-z][a-z0-9]*_[a-z0-9_]+\b(?!\s*\()")]
    private static partial Regex FigureName();

    private sealed class Yaml(object value)
    {
        public string Text => (string)value;

        public IEnumerable<Yaml> Items => ((List<object>)value).Select(item => new Yaml(item));

        public IEnumerable<string> Texts => ((List<object>)value).Cast<string>();

        public bool Has(string key) => ((Dictionary<object, object>)value).ContainsKey(key);

        public override string ToString() => new SerializerBuilder().Build().Serialize(value);

        public Yaml this[string key] => new(((Dictionary<object, object>)value)[key]);

        public Yaml this[int index] => new(((List<object>)value)[index]);

        public static Yaml Read(string file) => new(new DeserializerBuilder().Build().Deserialize<object>(File.ReadAllText(Path.Combine(Repository.Root, file))));
    }
}
