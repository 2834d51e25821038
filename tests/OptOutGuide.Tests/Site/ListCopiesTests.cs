using System.Net;

namespace OptOutGuide.Tests.Site;

/// <summary>Copies of a list beside the page: on a phone, on paper and in a calendar.</summary>
[Collection("site")]
public sealed class ListCopiesTests(RunningSite site)
{
    /// <summary>A QR code too dense for phones is neither rendered nor mentioned; the address and a file replace it.</summary>
    [Theory]
    [InlineData(9, true)]
    [InlineData(20, false)]
    public async Task List_OnItsWayToAPhone_IsASquareOrAnAddressAndAFile(int people, bool isSquare)
    {
        using var client = Client();
        var list = string.Join('.', Enumerable.Repeat("Ufs250922c250923is250922c250923ts250922c250923", people));

        var page = RealContent.ParseHtml(await client.GetStringAsync($"/fr/ma-liste/partager?l=1.{list}"));

        var own = new Uri(site.Address, $"/fr/ma-liste?l=1-{list.Length + 1}.{list}").AbsoluteUri;
        Assert.Equal(isSquare, page.Body!.TextContent.Contains("Visez ce carré avec l’appareil photo de l’autre téléphone", StringComparison.Ordinal));
        Assert.Equal(isSquare, page.QuerySelectorAll("svg.qr").Any(code => code.GetAttribute("aria-label")!.Contains(own, StringComparison.Ordinal)));
        Assert.Equal(!isSquare, page.QuerySelectorAll("a[href^='mailto:']").Any(mail => Uri.UnescapeDataString(mail.GetAttribute("href")!).EndsWith($"&body={own}", StringComparison.Ordinal)));
        Assert.Equal(!isSquare, page.QuerySelector("[data-copy=own-address]") is not null);
        Assert.Equal(isSquare ? 2 : 0, page.QuerySelectorAll("svg.qr").Length);
        Assert.Equal(!isSquare, page.Body.TextContent.Contains("trop longue pour un code QR", StringComparison.Ordinal));
        Assert.Equal(!isSquare, page.QuerySelectorAll("input").Any(field => field.GetAttribute("value") == own));
        Assert.Equal(!isSquare, page.QuerySelectorAll("a[download]").Any(link => link.GetAttribute("href") == $"/fr/list.json?l=1.{list}"));
    }

    [Theory]
    [InlineData(9, true)]
    [InlineData(20, false)]
    public async Task List_OnPaper_HasASquareOrTheWordsThatItIsTooLong(int people, bool isSquare)
    {
        using var client = Client();
        var list = string.Join('.', Enumerable.Repeat("Ufs250922c250923is250922c250923ts250922c250923", people));

        var page = RealContent.ParseHtml(await client.GetStringAsync($"/fr/ma-liste/imprimer?l=1.{list}"));

        var own = page.QuerySelectorAll(".sheet-address")[^1];
        Assert.Equal(isSquare, own.QuerySelector("svg.qr") is not null);
        Assert.Contains(isSquare ? $"{site.Address.Authority}/fr/ma-liste?l=1-{list.Length + 1}.{list}" : "trop longue pour un code QR", own.TextContent, StringComparison.Ordinal);
    }

    /// <summary>A calendar without an event is not valid, so that phones refuse the file.</summary>
    [Theory]
    [InlineData("1.Lf", false)]
    [InlineData("1.Lfs", false)]
    [InlineData("1.Lfs250522", false)]
    [InlineData("1.Lfs{today}", true)]
    [InlineData("1.Lf-Rws{today}", true)]
    public async Task Calendar_IsOfferedAndThere_WhereSomethingLiesAhead(string code, bool isOffered)
    {
        using var client = Client();
        code = code.Replace("{today}", ChecklistCodec.DateCode(RealContent.Today), StringComparison.Ordinal);

        var page = RealContent.ParseHtml(await client.GetStringAsync($"/fr/ma-liste?l={code}"));
        var calendar = await client.GetAsync($"/fr/reminders.ics?l={code}");

        Assert.Equal(isOffered, page.QuerySelector("a[href^='/fr/reminders.ics']") is not null);
        Assert.Equal(isOffered ? HttpStatusCode.OK : HttpStatusCode.NotFound, calendar.StatusCode);
        Assert.Equal(isOffered, (await calendar.Content.ReadAsStringAsync()).Contains("BEGIN:VEVENT", StringComparison.Ordinal));
    }

    private HttpClient Client() => new() { BaseAddress = site.Address };
}
