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

        Assert.Equal("Oppositions envoyées : 1 sur 2, dont 1 confirmée par Meta", Text(page.QuerySelector("[role=status]")));
        Assert.Contains("Confirmée le 23 mai 2025", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Facebook (Espace Comptes 2)", Text(page.QuerySelector("h3 + p")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("fr", "/fr/ma-liste?l=1.Lf&open=country.0", "Allemagne", "Autriche", "Belgique")]
    [InlineData("en", "/en/my-list?l=1.Lf&open=country.0", "Austria", "Belgium", "Bulgaria")]
    public async Task Countries_ToChooseFrom_StandInTheReadersAlphabet(string language, string path, params string[] first)
    {
        using var client = Client();

        var page = RealContent.ParseHtml(await client.GetStringAsync(path));

        string[] countries = [.. page.QuerySelectorAll("option").Where(option => option.GetAttribute("value")!.Length == 2).Select(Text)];
        Assert.Equal(first, countries[..3]);
        Assert.Equal(countries.Order(StringComparer.Create(CultureInfo.GetCultureInfo(language), ignoreCase: true)), countries);
    }

    [Theory]
    [InlineData("1.Lfs250522c25", "Nous n’avons pas pu lire la liste de cette adresse", true)]
    [InlineData("n'importe quoi <script>alert(1)</script>", "Nous n’avons pas pu lire la liste de cette adresse", true)]
    [InlineData("2.Zz9", "version plus récente", false)]
    public async Task List_NotReadable_IsSaidAndShownEmpty(string code, string expected, bool looksLikeAnError)
    {
        using var client = Client();

        var response = await client.GetAsync($"/fr/ma-liste?l={Uri.EscapeDataString(code)}");
        var html = await response.Content.ReadAsStringAsync();
        var page = RealContent.ParseHtml(html);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Contains(expected, Text(page.QuerySelector("[role=alert]")), StringComparison.Ordinal);
        Assert.Equal(looksLikeAnError, page.QuerySelector("[role=alert]")!.ClassList.Contains("alert"));
        Assert.Equal("H1", page.QuerySelector("[role=alert]")!.PreviousElementSibling!.TagName);
        Assert.Equal("", Text(page.QuerySelector("[role=status]")));
        Assert.DoesNotContain("alert(1)", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task List_TooLong_IsSaidAndShownEmpty()
    {
        using var client = Client();

        var response = await client.GetAsync($"/fr/ma-liste?l=1.U{new string('f', 6000)}");

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Contains("Voici une liste vide.", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    /// <summary>A link of another site opens the visitor's list, and ticks nothing in it.</summary>
    [Theory]
    [InlineData("same-origin", "sent.0.f", true)]
    [InlineData("cross-site", "", false)]
    [InlineData("none", "", false)]
    public async Task Here_FromAnotherSite_DoesNothing(string from, string here, bool isDone)
    {
        using var client = Client();
        client.DefaultRequestHeaders.Add("Sec-Fetch-Site", from);

        var page = RealContent.ParseHtml(await client.GetStringAsync("/fr/ma-liste?here=sent.0.f"));

        Assert.Equal(here, page.QuerySelector("[data-board]")!.GetAttribute("data-here"));
        Assert.Equal(isDone, page.QuerySelector("head noscript")?.InnerHtml.Contains("0; url=/fr/ma-liste?l=1.&amp;do=sent.0.f", StringComparison.Ordinal) is true);
    }

    /// <summary>What each operation leads to is in <c>ChecklistRequestTests</c>.</summary>
    [Theory]
    [InlineData("?l=1.Uf-Rw&do=sent.0-r-0.on&on=2025-05-22", "?l=1.Uf-Rws250522#part-0-r-0")]
    [InlineData("?l=1.Uf&do=sent.0-0-0.on&on=2999-01-01", "?l=1.Uf&open=date.0-0-0&on=2999-01-01&wrong=date#on")]
    [InlineData("?l=1.Uf.Ui&who=1&do=remove.0&own=abc123", "?l=1.Ui&own=abc123#progress")]
    public async Task Operation_InAnAddress_LeadsToTheNextListsAddress(string query, string next)
    {
        using var client = Client();

        var response = await client.GetAsync($"/fr/ma-liste{query}");
        var page = RealContent.ParseHtml(await client.GetStringAsync(response.Headers.Location));

        Assert.Equal(HttpStatusCode.Redirect, response.StatusCode);
        Assert.Equal($"/fr/ma-liste{next}", response.Headers.Location?.ToString());
        Assert.Single(page.QuerySelectorAll($"[id='{next.Split('#')[1]}']"));
    }

    [Theory]
    [InlineData("2024-04-30")]
    [InlineData("2999-01-01")]
    [InlineData("hier")]
    [InlineData("")]
    public async Task Date_Impossible_IsSaidAndChangesNothing(string on)
    {
        using var client = new HttpClient { BaseAddress = site.Address };

        var page = RealContent.ParseHtml(await client.GetStringAsync($"/fr/ma-liste?l=1.Uf&do=sent.0-0-0.on&on={on}"));

        Assert.Contains("Cette date", Text(page.QuerySelector("form [role=alert]")), StringComparison.Ordinal);
        Assert.Equal(on is "hier" or "" ? null : on, page.QuerySelector("input#on")!.GetAttribute("value"));
        Assert.Equal("Oppositions envoyées : 0 sur 1", Text(page.QuerySelector("[role=status]")));
    }

    [Fact]
    public async Task Start_WithNothingTicked_IsSaid()
    {
        using var client = new HttpClient { BaseAddress = site.Address };

        var page = RealContent.ParseHtml(await client.GetStringAsync("/fr/ma-liste?l=1.&do=start.0&linked=unsure"));

        var alert = page.QuerySelector("form [role=alert]")!;
        Assert.Equal("Cochez au moins une réponse.", Text(alert));
        Assert.Equal(alert.Id, page.QuerySelector("fieldset")!.GetAttribute("aria-describedby"));
    }

    [Theory]
    [InlineData("?l=2.x&do=country.0.FR")]
    [InlineData("?l=2.x&do=country.0&country=FR")]
    public async Task Operation_OnANewerList_SaysThatTheListIsNewer(string query)
    {
        using var client = Client();

        var response = await client.GetAsync($"/fr/ma-liste{query}");
        var page = RealContent.ParseHtml(await response.Content.ReadAsStringAsync());

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Contains("version plus récente", Text(page.QuerySelector("[role=alert]")), StringComparison.Ordinal);
    }

    /// <summary>As many people, accounts, requests and dates as a list may hold, spread evenly or with one person who has as much as one may have.</summary>
    [Theory]
    [InlineData(false, "s250922c250923", "")]
    [InlineData(false, "s250922", "&open=add.0")]
    [InlineData(true, "s250922c250923", "")]
    [InlineData(true, "s250922r250923", "&open=add.0")]
    [InlineData(true, "s250922", "&open=country.0")]
    [InlineData(true, "s{today}", "&open=country.0")]
    public async Task List_Fullest_IsAPageOfAtMost200Kilobytes(bool isUneven, string dated, string view)
    {
        using var client = Client();
        dated = dated.Replace("{today}", ChecklistCodec.DateCode(RealContent.Today), StringComparison.Ordinal);
        var code = isUneven ? FullestList.Uneven(dated) : FullestList.Even(dated);

        var html = await client.GetByteArrayAsync($"/fr/ma-liste?l={code}{view}");

        var list = ShippedServices.Decode(code).List;
        Assert.Equal((Checklist.MaxPeople, Checklist.MaxItems), (list.People.Count, list.ItemCount));
        Assert.InRange(html.Length, 30_000, 200_000);
    }

    /// <summary>An address may hold more than a person can be given: it opens, and the first have controls.</summary>
    [Fact]
    public async Task List_OfAPersonWithMoreThanOneMayHave_ShowsTheRestWithoutControls()
    {
        using var client = Client();

        var page = RealContent.ParseHtml(await client.GetStringAsync($"/fr/ma-liste?l={FullestList.Uneven()}"));

        const int accounts = Person.MaxCentres * AccountsCentre.MaxAccounts;
        Assert.Equal(Person.MaxItems, page.QuerySelectorAll(".centre .objection:has(button)").Length);
        Assert.Equal(accounts - Person.MaxItems, page.QuerySelectorAll(".centre > p").Count(line => Text(line).EndsWith("· Confirmée le 23 septembre 2025", StringComparison.Ordinal)));
        Assert.Equal(accounts, page.QuerySelectorAll(".accounts button").Length);
        Assert.Contains($"plus de {Person.MaxItems} lignes", Text(page.QuerySelector("main")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Address_CutShort_SaysSoInsteadOfShowingAShorterList()
    {
        using var client = Client();
        var kept = RealContent.ParseHtml(await client.GetStringAsync("/fr/ma-liste?l=1.Lfs261127it")).GetElementById("list-address")!.GetAttribute("href")!;

        var whole = RealContent.ParseHtml(await client.GetStringAsync(kept + ")."));
        var cut = RealContent.ParseHtml(await client.GetStringAsync(kept[..^1]));

        Assert.Null(whole.QuerySelector("main > p.alert:not([hidden])"));
        Assert.Equal("1.Lfs261127it", whole.QuerySelector("input[name=l]")!.GetAttribute("value"));
        Assert.Contains("L’adresse est peut-être incomplète.", cut.QuerySelector("main > p.alert:not([hidden])")!.TextContent, StringComparison.Ordinal);
    }

    private HttpClient Client() => new(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = site.Address };

    private static string Text(AngleSharp.Dom.IElement? element) =>
        string.Join(' ', element!.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).Replace(" ,", ",", StringComparison.Ordinal);
}
