using AngleSharp.Dom;

namespace OptOutGuide.Tests.Printing;

/// <summary>The letters by which the texts of a sheet name its addresses.</summary>
[Collection("site")]
public sealed class SheetLetterTests(RunningSite site)
{
    public static TheoryData<string> Sheets => [.. RealContent.Content.SiteMap.Pages.Where(page => page.Kind is PageKind.GuidePrint or PageKind.GuideEasyPrint).Select(page => page.Path)];

    public static TheoryData<string> EasySheets => [.. RealContent.Content.SiteMap.Pages.Where(page => page.Kind is PageKind.GuideEasyPrint).Select(page => page.Path)];

    [Theory, MemberData(nameof(Sheets))]
    public async Task Addresses_OfASheet_AreInTheOrderOfTheirLetters(string path)
    {
        var letters = (await AddressesAsync(path)).Select(address => address.Letter).ToArray();

        Assert.NotEmpty(letters);
        Assert.Equal(letters.Order().Distinct(), letters);
    }

    /// <summary>Somebody at a desk helps by telephone with one sheet, whoever calls has the other.</summary>
    [Theory, MemberData(nameof(EasySheets))]
    public async Task Address_OnBothSheetsOfAGuide_HasOneLetter(string path)
    {
        var easy = RealContent.Content.SiteMap.Find(path)!;
        var guide = RealContent.Content.SiteMap.Find(PageKind.GuidePrint, easy.Id, easy.Language)!;

        var all = (await AddressesAsync(guide.Path)).Concat(await AddressesAsync(path)).Distinct().ToArray();

        Assert.Equal(all.Length, all.DistinctBy(address => address.Address).Count());
        Assert.Equal(all.Length, all.DistinctBy(address => address.Letter).Count());
    }

    private async Task<IEnumerable<(string Letter, string Address)>> AddressesAsync(string path)
    {
        using var client = new HttpClient { BaseAddress = site.Address };
        var page = RealContent.ParseHtml(await client.GetStringAsync(path));
        return page.QuerySelectorAll(".sheet-letter").Select(letter => (letter.TextContent, letter.ParentElement!.QuerySelector(".typed")!.TextContent));
    }
}
