namespace OptOutGuide.Tests.Home;

/// <summary>Where several services stand together, no two buttons say the same.</summary>
[Collection("site")]
public sealed class FormButtonTests(RunningSite site)
{
    public static TheoryData<string> Pages => [.. RealContent.Content.SiteMap.Pages.Where(page => page.Kind is PageKind.Home or PageKind.ServicesFrame).Select(page => page.Path)];

    [Theory, MemberData(nameof(Pages))]
    public async Task Forms_BesideEachOther_AreToldApart(string path)
    {
        using var client = new HttpClient { BaseAddress = site.Address };

        var page = RealContent.ParseHtml(await client.GetStringAsync(path));

        var buttons = page.QuerySelectorAll("li a.button[rel]").Select(button => button.TextContent).ToArray();
        Assert.InRange(buttons.Length, 2, 10);
        Assert.Equal(buttons.Distinct(), buttons);
    }

    /// <summary>A form that does not refuse AI for an account is not taken for one that does.</summary>
    [Theory]
    [InlineData("/fr/", "Sans compte", "Ne remplace pas la demande pour votre compte.")]
    [InlineData("/fr/", "WhatsApp", "Lisez d’abord le guide.")]
    [InlineData("/fr/", "Facebook", "Connectez-vous d’abord à votre compte.")]
    public async Task Form_OnACard_SaysWhatToKnowFirst(string path, string guide, string words)
    {
        using var client = new HttpClient { BaseAddress = site.Address };

        var page = RealContent.ParseHtml(await client.GetStringAsync(path));

        var card = page.QuerySelectorAll(".card").First(card => card.QuerySelector("h3")!.TextContent.Trim() == guide);
        Assert.Contains(words, card.QuerySelector("a.button")!.ParentElement!.PreviousElementSibling!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("fr")]
    [InlineData("en")]
    public async Task Form_OfEachService_IsOneTapAwayFromHome(string language)
    {
        using var client = new HttpClient { BaseAddress = site.Address };

        var page = RealContent.ParseHtml(await client.GetStringAsync($"/{language}/"));

        var guides = RealContent.Content.Guides.Where(guide => guide.Language == language).ToArray();
        Assert.NotEmpty(guides);
        foreach (var guide in guides)
        {
            var card = page.QuerySelectorAll(".card").Single(card => card.QuerySelector("h3")!.TextContent.Trim() == guide.Name);
            Assert.Equal(guide.Forms[0].Url.AbsoluteUri, card.QuerySelector("a.button")!.GetAttribute("href"));
            Assert.Equal(RealContent.Content.SiteMap.Find(PageKind.Guide, guide.Id, language)!.Path, card.QuerySelector(".actions a")!.GetAttribute("href"));
        }
    }

    [Fact]
    public async Task Form_InThePlanOfSomeoneWithoutAnAccount_SaysSo()
    {
        using var client = new HttpClient { BaseAddress = site.Address };

        var page = RealContent.ParseHtml(await client.GetStringAsync("/fr/plan?where=FR&have=none&for=me"));

        Assert.Equal("Ouvrir le formulaire sans compte", page.QuerySelector(".path a.button.secondary")!.TextContent);
    }
}
