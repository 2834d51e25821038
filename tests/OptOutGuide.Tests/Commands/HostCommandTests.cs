using System.Net;
using Microsoft.Extensions.Configuration;

namespace OptOutGuide.Tests.Commands;

public sealed class HostCommandTests
{
    [Fact]
    public async Task Health_SiteRuns_EndsWithZeroAndSaysWhatItShows()
    {
        await using var site = await InProcessSite.ListenAsync();
        using var client = new HttpClient { BaseAddress = site.Address };
        // The command waits four seconds, which the first answer of a busy machine may take.
        await client.GetStringAsync("/health/ready");

        var (exitCode, output) = await RunningSite.RunAsync("health", "--urls", site.Address.AbsoluteUri);

        Assert.Equal(0, exitCode);
        Assert.Contains("\"status\":\"Healthy\"", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Health_NothingListens_EndsWithOne()
    {
        var (exitCode, _) = await RunningSite.RunAsync("health", "--urls", $"http://127.0.0.1:{FreePort.Next()}");

        Assert.Equal(1, exitCode);
    }

    [Theory]
    [InlineData("urls", "http://*:8080;https://*:8443", 8080)]
    [InlineData("urls", "http://0.0.0.0:80/", 80)]
    [InlineData("http_ports", "8081", 8081)]
    [InlineData("other", "", 5000)]
    public void Address_AsTheSiteListens_IsAskedOnTheMachineItself(string setting, string value, int port)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([new(setting, value)]).Build();

        Assert.Equal(new Uri($"http://127.0.0.1:{port}/"), HealthCommand.Address(configuration));
    }

    [Fact]
    public async Task SecurityText_ContactSet_SaysWhomToTellAndUntilWhen()
    {
        await using var site = new InProcessSite(null, ("Site:SecurityContact", "mailto:security@example.org"), ("Site:BaseAddress", "https://example.org/"));
        using var client = site.Visitor();

        var response = await client.GetAsync("/.well-known/security.txt");
        var fields = (await response.Content.ReadAsStringAsync()).Split('\n', StringSplitOptions.RemoveEmptyEntries).ToDictionary(line => line.Split(": ")[0], line => line.Split(": ")[1]);

        Assert.Equal("text/plain; charset=utf-8", response.Content.Headers.ContentType?.ToString());
        Assert.Equal("mailto:security@example.org", fields["Contact"]);
        Assert.Equal("https://example.org/.well-known/security.txt", fields["Canonical"]);
        Assert.Equal("fr, en", fields["Preferred-Languages"]);
        var newest = RealContent.Content.Guides.Max(guide => guide.Review.On);
        Assert.True(DateTimeOffset.Parse(fields["Expires"], System.Globalization.CultureInfo.InvariantCulture).UtcDateTime >= newest.AddYears(1).ToDateTime(default));
    }

    [Fact]
    public async Task SecurityText_NoContact_IsNotThere()
    {
        await using var site = new InProcessSite();
        using var client = site.Visitor();

        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync("/.well-known/security.txt")).StatusCode);
    }
}
