using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace OptOutGuide.Tests.Telemetry;

public sealed class TelemetryTests
{
    private const string Marker = "zzmarkerzz";
    private const string TraceId = "0af7651916cd43dd8448eb211c80319c";

    [Fact]
    public async Task Telemetry_Configured_SendsFiguresAndTracesThatSayNothingOfTheVisitor()
    {
        await using var collector = await Collector.StartAsync();
        await using var site = await new RunningSite { Settings = ["--Site:TrustedProxies=127.0.0.1"], Variables = collector.Settings }.StartAsync();
        using var client = new HttpClient { BaseAddress = site.Address };
        client.DefaultRequestHeaders.TryAddWithoutValidation("User-Agent", $"Mozilla/5.0 ({Marker}-browser)");
        client.DefaultRequestHeaders.Add("X-Forwarded-For", "203.0.113.77");
        client.DefaultRequestHeaders.Add("traceparent", $"00-{TraceId}-b7ad6b7169203331-01");
        client.DefaultRequestHeaders.Add("tracestate", $"visitor={Marker}-state");
        client.DefaultRequestHeaders.Add("baggage", $"name={Marker}-baggage");

        await client.GetAsync($"/fr/ma-liste?l=1.Rw&name={Marker}-query");
        await client.GetAsync($"/fr/{Marker}-path?x={Marker}-query");
        await client.PostAsync($"/_blazor/negotiate?negotiateVersion=1&id={Marker}-id", null);

        // The start of the site sends figures and traces too.
        await Eventually.TrueAsync(() => collector.CountSpans(TraceId) >= 3);
        // Of figures that come from now on, the first may have been read before the last request ended.
        var sent = collector.MetricExports;
        await Eventually.TrueAsync(() => collector.MetricExports >= sent + 2);
        Assert.Contains("page.rendered", collector.Metrics, StringComparison.Ordinal);
        Assert.Contains("page.kind", collector.Traces, StringComparison.Ordinal);
        Assert.Contains("http.server.request.duration", collector.Metrics, StringComparison.Ordinal);
        Assert.Contains("content.reload.duration", collector.Metrics, StringComparison.Ordinal);
        Assert.Contains("content.problems", collector.Metrics, StringComparison.Ordinal);
        Assert.Contains("http.response.status_code", collector.Traces, StringComparison.Ordinal);
        Assert.DoesNotContain(Marker, collector.Metrics + collector.Traces, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("127.0.0.1", collector.Traces, StringComparison.Ordinal);
        Assert.DoesNotContain("203.0.113.77", collector.Metrics + collector.Traces, StringComparison.Ordinal);
        Assert.DoesNotContain("1.Rw", collector.Metrics + collector.Traces, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Collector_Gone_SiteGoesOn()
    {
        var collector = await Collector.StartAsync();
        await using var site = await new RunningSite { Variables = collector.Settings }.StartAsync();
        using var client = new HttpClient { BaseAddress = site.Address };
        await collector.DisposeAsync();

        using var hangingUp = collector.HangUpInstead();
        await client.GetStringAsync("/fr/");
        using var attempt = await hangingUp.AcceptTcpClientAsync().WaitAsync(TimeSpan.FromSeconds(30));
        attempt.Close();

        Assert.True((await client.GetAsync("/fr/")).IsSuccessStatusCode);
    }

    /// <summary>Receives OTLP over HTTP. Names and values are plain ASCII in the messages, identifiers plain bytes.</summary>
    private sealed class Collector : IAsyncDisposable
    {
        private readonly ConcurrentQueue<(string Path, string Body)> _received = [];
        private readonly WebApplication _app;
        private string _address = "";

        private Collector()
        {
            var builder = WebApplication.CreateSlimBuilder();
            builder.Logging.ClearProviders();
            _app = builder.Build();
            _app.Urls.Add("http://127.0.0.1:0");
            _app.MapPost("/{**path}", async context =>
            {
                using var body = new MemoryStream();
                await context.Request.Body.CopyToAsync(body);
                _received.Enqueue((context.Request.Path, Encoding.Latin1.GetString(body.ToArray())));
            });
        }

        public IReadOnlyDictionary<string, string> Settings => new Dictionary<string, string>
        {
            ["OTEL_EXPORTER_OTLP_ENDPOINT"] = _address,
            ["OTEL_EXPORTER_OTLP_PROTOCOL"] = "http/protobuf",
            ["OTEL_METRIC_EXPORT_INTERVAL"] = "300",
            // What is not taken in time is lost.
            ["OTEL_EXPORTER_OTLP_TIMEOUT"] = "60000",
            ["OTEL_BSP_SCHEDULE_DELAY"] = "300",
            // Queries are the site's to leave out, not the library's.
            ["OTEL_DOTNET_EXPERIMENTAL_ASPNETCORE_DISABLE_URL_QUERY_REDACTION"] = "true",
        };

        public string Metrics => Received("/v1/metrics");

        public string Traces => Received("/v1/traces");

        public int MetricExports => _received.Count(message => message.Path == "/v1/metrics");

        public static async Task<Collector> StartAsync()
        {
            var collector = new Collector();
            await collector._app.StartAsync();
            collector._address = collector._app.Urls.First();
            return collector;
        }

        /// <summary>Number of requests under an identifier that the client sent.</summary>
        public int CountSpans(string traceId) => Traces.Split(Encoding.Latin1.GetString(Convert.FromHexString(traceId))).Length - 1;

        /// <summary>Takes the stopped collector's port, to close every connection without an answer.</summary>
        public TcpListener HangUpInstead()
        {
            var listener = new TcpListener(IPAddress.Loopback, new Uri(_address).Port);
            listener.Start();
            return listener;
        }

        public ValueTask DisposeAsync() => _app.DisposeAsync();

        private string Received(string path) => string.Concat(_received.Where(message => message.Path == path).Select(message => message.Body));
    }
}
