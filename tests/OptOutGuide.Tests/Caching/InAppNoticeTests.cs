namespace OptOutGuide.Tests.Caching;

/// <summary>The notice for visitors inside Meta's apps is in their pages, and in no page that others get.</summary>
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

    [Theory]
    [InlineData("Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 Mobile/22A3354 [FBAN/FBIOS;FBAV/484.0]", true)]
    [InlineData("Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 Chrome/130.0 Mobile Safari/537.36 Instagram 355.0.0 Android", true)]
    [InlineData("Mozilla/5.0 (iPad; U; CPU iPhone OS 5_1_1 like Mac OS X; en_US) AppleWebKit (KHTML, like Gecko) Mobile [FBAN/FBForIPhone;FBAV/4.1.1;FBBV/4110.0;FBDV/iPad2,1]", true)]
    [InlineData("Mozilla/5.0 (iPhone; CPU iPhone OS 12_1_4 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/16D57 [FBAN/FBIOS;FBDV/iPhone11,2;FBMD/iPhone]", true)]
    [InlineData("Mozilla/5.0 (iPhone; CPU iPhone OS 18_6_2 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/22G100 Safari/604.1 MetaIAB Facebook", true)]
    [InlineData("Mozilla/5.0 (Linux; Android 10; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/138.0.7204.179 Mobile Safari/537.36 MetaIAB Threads", true)]
    [InlineData("Mozilla/5.0 (Linux; Android 9; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/76.0 Mobile Safari/537.36 [FB_IAB/Orca-Android;FBAV/222.0.0.15.124;]", true)]
    [InlineData("Mozilla/5.0 (iPhone; CPU iPhone OS 10_2_1 like Mac OS X) AppleWebKit/602.4.6 (KHTML, like Gecko) Mobile/14D27 [FBAN/MessengerForiOS;FBAV/124.0.0.50.70]", true)]
    [InlineData("Mozilla/5.0 (Linux; Android 14; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/144.0 Mobile Safari/537.36 Barcelona 414.0.0.39.83 Android (34/14; 440dpi)", true)]
    [InlineData("Mozilla/5.0 (iPhone; CPU iPhone OS 18_7 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/23C55 Barcelona 414.1.0.26.79 (iPhone14,7; iOS 26_2; IABMV/1)", true)]
    [InlineData("Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/22F76 Instagram 393.1.0.36.70 (iPhone15,3; IABMV/1) Safari/604.1", true)]
    [InlineData("Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 Chrome/130.0 Mobile Safari/537.36", false)]
    [InlineData("Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1", false)]
    [InlineData("facebookexternalhit/1.1 (+http://www.facebook.com/externalhit_uatext.php)", false)]
    [InlineData("WhatsApp/2.23.20.0 A", false)]
    public async Task InAppNotice_InMetasAppsAlone_SaysHowToLeaveIt(string browser, bool isSaid)
    {
        var html = await (await AskAsync(Guide, browser)).Content.ReadAsStringAsync();

        Assert.Equal(isSaid, html.Contains("Vous êtes dans l’application de Meta", StringComparison.Ordinal));
    }

    private async Task<HttpResponseMessage> AskAsync(string path, string agent)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.TryAddWithoutValidation("User-Agent", agent);
        return await _client.SendAsync(request);
    }
}
