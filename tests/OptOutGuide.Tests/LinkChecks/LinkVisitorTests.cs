using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using OptOutGuide.LinkChecks;

namespace OptOutGuide.Tests.LinkChecks;

/// <summary>Visits to a real server on this machine, which stands for every host but one that refuses connections.</summary>
public sealed class LinkVisitorTests : IAsyncLifetime
{
    private readonly List<string> _requests = [];
    private readonly FakeTimeProvider _time = new();
    private readonly X509Certificate2 _certificate = Certificate();
    private WebApplication _server = null!;

    public async Task InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.Configuration["AllowedHosts"] = "*"; // The site's own settings are beside the tests.
        builder.WebHost.UseKestrelHttpsConfiguration().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen => listen.UseHttps(_certificate)));
        _server = builder.Build();
        _server.Run(AnswerAsync);
        await _server.StartAsync();
    }

    public async Task DisposeAsync()
    {
        await _server.DisposeAsync();
        _certificate.Dispose();
    }

    [Theory]
    [InlineData("/page", "answered", 200, null)]
    [InlineData("/moved", "answered", 200, "/page")]
    [InlineData("/no-head", "answered", 200, null)]
    [InlineData("/private", "needs-login", 200, "/login?next=private")]
    [InlineData("/title", "needs-login", 200, null)]
    [InlineData("/unauthorized", "needs-login", 401, null)]
    [InlineData("/forbidden", "refused", 403, null)]
    [InlineData("/busy", "refused", 429, null)]
    [InlineData("/broken", "refused", 500, null)]
    [InlineData("/missing", "gone", 404, null)]
    [InlineData("/circle", "gone", 302, null)]
    [InlineData("/insecure", "gone", 302, null)]
    public async Task Visit_Address_SaysWhatVisitorsWouldFind(string path, string outcome, int status, string? movedTo)
    {
        var visit = Assert.Single(await VisitAsync("https://one.example" + path));

        Assert.Equal((outcome, status), (KebabCase.Of(visit.Outcome), visit.Status));
        Assert.Equal(movedTo, visit.MovedTo?.PathAndQuery);
    }

    [Fact]
    public async Task Visit_Page_ReadsItsTitle()
    {
        var visit = Assert.Single(await VisitAsync("https://one.example/page"));

        Assert.Equal("A page & its title", visit.Title);
        Assert.Equal(["HEAD /page", "GET /page"], _requests);
    }

    [Fact]
    public async Task Visit_Document_IsFoundWithoutLoadingIt()
    {
        var visit = Assert.Single(await VisitAsync("https://one.example/decision.pdf"));

        Assert.Equal((LinkOutcome.Answered, 200), (visit.Outcome, visit.Status));
        Assert.Equal(["HEAD /decision.pdf"], _requests);
    }

    [Fact]
    public async Task Visit_HostThatRefusesConnections_IsUnreachable()
    {
        var visit = Assert.Single(await VisitAsync("https://down.example/"));

        Assert.Equal(LinkOutcome.Unreachable, visit.Outcome);
        Assert.NotNull(visit.Error);
    }

    /// <summary>A page whose body comes slowly, in small parts, would otherwise hold up the check for as long as its site likes.</summary>
    [Fact]
    public async Task Visit_PageThatDoesNotEnd_IsGivenUp()
    {
        var visiting = VisitAsync("https://one.example/endless", "https://one.example/page");
        await Eventually.TrueAsync(() => HasBeenAsked("GET /endless"));

        _time.Advance(TimeSpan.FromSeconds(40));

        var visits = await visiting.WaitAsync(TimeSpan.FromSeconds(30));
        Assert.Equal([LinkOutcome.Unreachable, LinkOutcome.Answered], visits.Select(visit => visit.Outcome));
        Assert.Equal("No complete answer within 40 s.", visits[0].Error);
    }

    [Fact]
    public async Task Visit_SameAddressTwice_AsksOnce()
    {
        var visits = await VisitAsync("https://one.example/page", "https://one.example/page", "https://two.example/page");

        Assert.Equal(["https://one.example/page", "https://two.example/page"], visits.Select(visit => visit.Address.AbsoluteUri));
        Assert.Equal(4, _requests.Count);
    }

    private bool HasBeenAsked(string request)
    {
        lock (_requests)
        {
            return _requests.Contains(request);
        }
    }

    private async Task AnswerAsync(HttpContext context)
    {
        lock (_requests)
        {
            _requests.Add($"{context.Request.Method} {context.Request.Path}");
        }

        var (status, location, html) = context.Request.Path.Value switch
        {
            "/endless" => (200, null, ""),
            "/page" => (200, null, "<!DOCTYPE html><TITLE>A page\n &amp; its title</TITLE>"),
            "/decision.pdf" => (200, null, ""),
            "/moved" => (301, "/page", ""),
            "/no-head" => (context.Request.Method == "HEAD" ? 405 : 200, null, ""),
            "/private" => (302, "/login?next=private", ""),
            "/login" => (200, null, ""),
            "/title" => (200, null, "<title>Log in to Example</title>"),
            "/unauthorized" => (401, null, ""),
            "/forbidden" => (403, null, ""),
            "/busy" => (429, null, ""),
            "/broken" => (500, null, ""),
            "/circle" => (302, "/circle", ""),
            "/insecure" => (302, "http://one.example/page", ""),
            _ => (404, (string?)null, ""),
        };
        context.Response.StatusCode = status;
        context.Response.ContentType = context.Request.Path.Value!.EndsWith(".pdf", StringComparison.Ordinal) ? "application/pdf" : "text/html; charset=utf-8";
        context.Response.Headers.Location = location;
        while (context.Request is { Method: "GET", Path.Value: "/endless" } && !context.RequestAborted.IsCancellationRequested)
        {
            await context.Response.WriteAsync("<p>", context.RequestAborted);
            await Task.Delay(10, context.RequestAborted).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        if (context.Request.Method is "GET")
        {
            await context.Response.WriteAsync(html);
        }
    }

    private async Task<IReadOnlyList<LinkVisit>> VisitAsync(params string[] addresses)
    {
        var port = new Uri(_server.Urls.Single()).Port;
        var handler = LinkVisitor.Handler();
        handler.SslOptions.RemoteCertificateValidationCallback = (_, certificate, _, _) => certificate?.GetCertHashString() == _certificate.GetCertHashString();
        handler.ConnectCallback = async (connection, cancellationToken) =>
        {
            var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
            await socket.ConnectAsync(IPAddress.Loopback, connection.DnsEndPoint.Host is "down.example" ? 1 : port, cancellationToken);
            return new NetworkStream(socket, ownsSocket: true);
        };
        using var visitor = new LinkVisitor(handler, _time) { Pause = TimeSpan.Zero };
        return await visitor.VisitAllAsync(addresses.Select(address => new Uri(address)));
    }

    private static X509Certificate2 Certificate()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        return new CertificateRequest("CN=one.example", key, HashAlgorithmName.SHA256)
            .CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
    }
}
