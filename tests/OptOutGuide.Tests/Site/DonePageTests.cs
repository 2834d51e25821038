using System.Net;
using AngleSharp.Html.Dom;

namespace OptOutGuide.Tests.Site;

/// <summary>The end: a page of its own.</summary>
[Collection("site")]
public sealed class DonePageTests(RunningSite site)
{
    [Theory]
    [InlineData("/fr/ma-liste/termine", "1.Ufs261110c261112", "Vous avez terminé", "Dernière confirmation\u00a0: le 12 novembre 2026.")]
    [InlineData("/en/my-list/done", "1.Ufs261110c261112is261110c261111", "You’re done", "Last confirmed on 12 November 2026.")]
    [InlineData("/fr/ma-liste/termine", "1.Rw", "Vous avez terminé", "Pour WhatsApp, il n’y a pas d’opposition à envoyer.")]
    public async Task End_OfAList_SaysWhatIsDoneWhatToKeepAndWhomToHelp(string path, string code, string title, string text)
    {
        var page = await OpenAsync($"{path}?l={code}");

        Assert.Equal(title, page.QuerySelector("h1")!.TextContent.Trim());
        Assert.Contains(text, page.QuerySelector(".done")!.TextContent, StringComparison.Ordinal);
        Assert.Single(page.QuerySelectorAll("main .button:not(.secondary)"));
        Assert.Equal(code is not "1.Rw", page.QuerySelector($"a[href$='?l={code}'].secondary") is not null);
        Assert.Empty(page.QuerySelectorAll(".next, .outcome"));
    }

    [Fact]
    public async Task End_WithMetasAnswersOut_SaysThatTheyOftenComeSoonAndLeadsBackToTheList()
    {
        var sent = RealContent.Today.AddDays(-1);
        var code = $"1.Ufs{ChecklistCodec.DateCode(sent)}";

        var page = await OpenAsync($"/fr/ma-liste/termine?l={code}");

        Assert.Equal("Vous avez envoyé tout ce qui est dans votre liste", page.QuerySelector("h1")!.TextContent.Trim());
        Assert.Contains("Meta répondait souvent en quelques minutes", page.QuerySelector(".done")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(page.QuerySelector($"a[href='/fr/reminders.ics?l={code}']"));
        Assert.Equal("Revenir à ma liste", page.QuerySelector("main .button:not(.secondary)")!.TextContent);
    }

    [Theory]
    [InlineData("?l=1.Uf", "/fr/ma-liste?l=1.Uf")]
    [InlineData("", "/fr/ma-liste")]
    public async Task End_OfAListWithSomethingToDo_LeadsToTheList(string query, string list)
    {
        using var client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = site.Address };

        var response = await client.GetAsync("/fr/ma-liste/termine" + query);

        Assert.Equal((HttpStatusCode.Redirect, list), (response.StatusCode, response.Headers.Location?.OriginalString));
    }

    private async Task<IHtmlDocument> OpenAsync(string path)
    {
        using var client = new HttpClient { BaseAddress = site.Address };
        return RealContent.ParseHtml(await client.GetStringAsync(path));
    }
}
