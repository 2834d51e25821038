using AngleSharp.Dom;

namespace OptOutGuide.Tests.Site;

/// <summary>WhatsApp has no objection form: the request about it is optional everywhere and never counted.</summary>
[Collection("site")]
public sealed class OptionalRequestTests(RunningSite site)
{
    private static readonly Checklist FacebookAndWhatsapp = new(
    [
        new Person([new AccountsCentre(Linkage.Linked, [new ChecklistItem(ShippedServices.Facebook, Progress.ToDo)])], [new ChecklistItem(ShippedServices.Whatsapp, Progress.ToDo)]),
    ]);

    [Fact]
    public async Task List_WithWhatsapp_LeadsToItsGuideBesideTheRequest()
    {
        var page = await OpenAsync($"/fr/ma-liste?l={ChecklistCodec.Encode(FacebookAndWhatsapp)}");

        var row = page.QuerySelectorAll(".objection").Single(row => row.TextContent.Contains("WhatsApp", StringComparison.Ordinal));
        Assert.Equal($"/fr/guides/whatsapp?l={ChecklistCodec.Encode(FacebookAndWhatsapp)}", row.QuerySelector("a")!.GetAttribute("href"));
        Assert.Contains("0\u00a0sur\u00a01", page.QuerySelector("[role=status]")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sheet_WithWhatsapp_SaysThatItIsOptional()
    {
        var page = await OpenAsync($"/en/my-list/print?l={ChecklistCodec.Encode(FacebookAndWhatsapp)}");

        Assert.Equal(["Facebook", "Optional: WhatsApp"], page.QuerySelectorAll("tbody th").Select(name => name.TextContent));
        Assert.Contains("0\u00a0of\u00a01", page.QuerySelector(".list-sheet > p")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Plan_WithWhatsapp_CountsNeitherItNorItsMinutes()
    {
        var with = await OpenAsync("/fr/plan?where=FR&have=facebook&have=whatsapp&login=yes&for=me");
        var without = await OpenAsync("/fr/plan?where=FR&have=facebook&login=yes&for=me");

        Assert.Equal(without.QuerySelector(".lead")!.TextContent, with.QuerySelector(".lead")!.TextContent);
        var heading = with.QuerySelectorAll("main h2").Single(heading => heading.TextContent == "Facultatif");
        Assert.NotNull(heading.NextElementSibling!.QuerySelector("a[href^='/fr/guides/whatsapp/1?l=']"));
    }

    /// <summary>The button adds the requests; below what is optional it would seem to be about that.</summary>
    [Fact]
    public async Task Plan_WithWhatsapp_OffersTheListAboveWhatIsOptional()
    {
        var page = await OpenAsync("/fr/plan?where=FR&have=facebook&have=whatsapp&login=yes&for=me");

        var order = page.QuerySelectorAll("main h2, main a.button").Select(part => part.TextContent).Where(words => words is "Ajouter ce plan à ma liste" or "Facultatif");
        Assert.Equal(["Ajouter ce plan à ma liste", "Facultatif"], order);
    }

    private async Task<IDocument> OpenAsync(string path)
    {
        using var client = new HttpClient { BaseAddress = site.Address };
        return RealContent.ParseHtml(await client.GetStringAsync(path));
    }
}
