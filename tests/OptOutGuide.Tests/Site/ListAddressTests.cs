using System.Globalization;
using System.Net;

namespace OptOutGuide.Tests.Site;

[Collection("site")]
public sealed class ListAddressTests(RunningSite site)
{
    [Fact]
    public async Task List_InAddress_IsDrawnWithoutAnyScript()
    {
        using var client = Client();

        var page = RealContent.ParseHtml(await client.GetStringAsync("/fr/ma-liste?l=1.Lfs250522c250523it-Uf-Rw"));

        Assert.Equal("Oppositions faites : 1 sur 3, dont 1 confirmée", Text(page.QuerySelector("[role=status]")));
        Assert.Contains("Confirmée le 23 mai 2025", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Facebook (Espace Comptes 2)", Text(page.QuerySelector("h2 + p")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("fr", "/fr/ma-liste?l=1.Lf", "Allemagne", "Autriche", "Belgique")]
    [InlineData("en", "/en/my-list?l=1.Lf", "Austria", "Belgium", "Bulgaria")]
    public async Task Countries_ToChooseFrom_StandInTheReadersAlphabet(string language, string path, params string[] first)
    {
        using var client = Client();

        var page = RealContent.ParseHtml(await client.GetStringAsync(path));

        string[] countries = [.. page.QuerySelectorAll("option").Where(option => option.GetAttribute("value")!.Length == 2).Select(Text)];
        Assert.Equal(first, countries[..3]);
        Assert.Equal(countries.Order(StringComparer.Create(CultureInfo.GetCultureInfo(language), ignoreCase: true)), countries);
    }

    [Theory]
    [InlineData("1.Lfs250522c25", "Cette adresse ne contient pas de liste lisible")]
    [InlineData("n'importe quoi <script>alert(1)</script>", "Cette adresse ne contient pas de liste lisible")]
    [InlineData("2.Zz9", "version plus récente")]
    public async Task List_NotReadable_IsSaidAndShownEmpty(string code, string expected)
    {
        using var client = Client();

        var response = await client.GetAsync($"/fr/ma-liste?l={Uri.EscapeDataString(code)}");
        var html = await response.Content.ReadAsStringAsync();
        var page = RealContent.ParseHtml(html);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Contains(expected, Text(page.QuerySelector("[role=alert]")), StringComparison.Ordinal);
        Assert.Equal("Votre liste est vide.", Text(page.QuerySelector("[role=status]")));
        Assert.DoesNotContain("alert(1)", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task List_TooLong_IsSaidAndShownEmpty()
    {
        using var client = Client();

        var response = await client.GetAsync($"/fr/ma-liste?l=1.U{new string('f', 6000)}");

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Contains("Votre liste est vide.", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task DateForm_Sent_LeadsToTheNextListsAddress()
    {
        using var client = Client();

        var response = await client.GetAsync("/fr/ma-liste?l=1.Uf-Rw&at=0-r-0&mark=sent&on=2025-05-22");

        Assert.Equal(HttpStatusCode.Redirect, response.StatusCode);
        Assert.Equal("/fr/ma-liste?l=1.Uf-Rws250522#o0-r-0", response.Headers.Location?.ToString());
    }

    [Theory]
    [InlineData("2024-04-30")]
    [InlineData("2999-01-01")]
    [InlineData("hier")]
    [InlineData("")]
    public async Task DateForm_WithImpossibleDate_SaysSoAndChangesNothing(string on)
    {
        using var client = Client();

        var page = RealContent.ParseHtml(await client.GetStringAsync($"/fr/ma-liste?l=1.Uf&at=0-0-0&mark=sent&on={on}"));

        Assert.Contains("Cette date ne va pas", Text(page.QuerySelector("[role=alert]")), StringComparison.Ordinal);
        Assert.Equal("Oppositions faites : 0 sur 1", Text(page.QuerySelector("[role=status]")));
    }

    private HttpClient Client() => new(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = site.Address };

    private static string Text(AngleSharp.Dom.IElement? element) =>
        string.Join(' ', element!.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).Replace(" ,", ",", StringComparison.Ordinal);
}
