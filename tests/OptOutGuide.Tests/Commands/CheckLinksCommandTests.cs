using System.Net;
using OptOutGuide.LinkChecks;

namespace OptOutGuide.Tests.Commands;

/// <summary>The command's exit code, which a weekly job reads. How an address is visited is in <c>LinkVisitorTests</c>.</summary>
public sealed class CheckLinksCommandTests : IDisposable
{
    private readonly ContentFixture _folder = new();

    private string Report => $"{_folder.Root}.json";

    public void Dispose()
    {
        File.Delete(Report);
        _folder.Dispose();
    }

    [Fact]
    public async Task Links_ThatAnsweredAndDoNoLonger_EndWithOneUntilTheyAnswer()
    {
        Assert.Equal(0, await CheckAsync(HttpStatusCode.OK));
        Assert.Equal(1, await CheckAsync(HttpStatusCode.NotFound));
        Assert.Equal(1, await CheckAsync(HttpStatusCode.NotFound));
        Assert.Equal(0, await CheckAsync(HttpStatusCode.OK));
    }

    [Fact]
    public async Task Links_ThatNeverAnswered_AreReportedAndEndWithZero()
    {
        Assert.Equal(0, await CheckAsync(HttpStatusCode.NotFound));

        Assert.All(LinkReport.Read(Report)!.Addresses.Values, address => Assert.Equal(KebabCase.Of(LinkOutcome.Gone), address.Outcome));
    }

    [Fact]
    public async Task Report_ThatCannotBeRead_IsKeptAndEndsWithTwo()
    {
        await File.WriteAllTextAsync(Report, "{");

        Assert.Equal(2, await CheckAsync(HttpStatusCode.OK));

        Assert.Equal("{", await File.ReadAllTextAsync(Report));
    }

    [Fact]
    public async Task Report_ThatIsALinkOutOfItsFolder_IsNotWritten()
    {
        await CheckAsync(HttpStatusCode.OK);
        var link = Path.Combine(_folder.Root, OutsideLink.ReportFile);
        File.CreateSymbolicLink(link, Report);

        Assert.Equal(2, await CheckAsync(HttpStatusCode.NotFound, link));

        Assert.DoesNotContain("gone", await File.ReadAllTextAsync(Report), StringComparison.Ordinal);
    }

    private async Task<int> CheckAsync(HttpStatusCode status, string? report = null)
    {
        using var visitor = new LinkVisitor(new OneAnswer(status), TimeProvider.System) { Pause = TimeSpan.Zero };
        return await CheckLinksCommand.RunAsync(_folder.Layers, report ?? Report, visitor, TimeProvider.System);
    }

    /// <summary>Answers every address alike, without a network.</summary>
    private sealed class OneAnswer(HttpStatusCode status) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            Task.FromResult(new HttpResponseMessage(status) { RequestMessage = request, Content = new StringContent("<title>A page</title>", null, "text/html") });
    }
}
