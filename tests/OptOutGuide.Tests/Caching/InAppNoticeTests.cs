namespace OptOutGuide.Tests.Caching;

/// <summary>The notice for visitors inside Meta's apps is in no page that others get.</summary>
[Collection("site")]
public sealed class InAppNoticeTests(RunningSite site) : IDisposable
{
    private const string Guide = "/fr/guides/facebook";
    private const string MetaBrowser = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_4 like Mac OS X) [FBAN/FBIOS;FBAV/512.0]";

    private readonly HttpClient _client = new(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = site.Address };

    public void Dispose() => _client.Dispose();

    [Fact]
    public async Task InAppNotice_Shown_IsKeptByNobodyElse()
    {
        var inApp = await AskAsync(Guide, MetaBrowser);
        var elsewhere = await AskAsync(Guide, "Mozilla/5.0");

        Assert.Contains("page-in-app", await inApp.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.True(inApp.Headers.CacheControl is { Private: true, Public: false });
        Assert.DoesNotContain("page-in-app", await elsewhere.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.True(elsewhere.Headers.CacheControl is { Private: false, Public: true });
        Assert.NotEqual(inApp.Headers.ETag, elsewhere.Headers.ETag);
    }

    /// <summary>A visitor who opens the address in another browser goes on with the same state.</summary>
    [Theory]
    [InlineData("/fr/ma-liste?l=1.Lfs250522i", "/fr/ma-liste?l=1.Lfs250522i")]
    [InlineData("/fr/plan?where=FR&have=facebook&linked=not-linked&login=yes&for=me", "/fr/plan?where=FR&have=facebook&linked=not-linked&login=yes&for=me")]
    [InlineData("/fr/guides/facebook", "/fr/guides/facebook")]
    [InlineData("/fr/ma-liste?l=nonsense", "/fr/ma-liste")]
    public async Task InAppNotice_Shown_OffersTheAddressWithWhatItSays(string path, string offered)
    {
        var page = RealContent.ParseHtml(await (await AskAsync(path, MetaBrowser)).Content.ReadAsStringAsync());

        Assert.Equal(offered, new Uri(page.QuerySelector("#page-in-app-address")!.GetAttribute("value")!).PathAndQuery);
    }

    private async Task<HttpResponseMessage> AskAsync(string path, string agent)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.TryAddWithoutValidation("User-Agent", agent);
        return await _client.SendAsync(request);
    }
}
