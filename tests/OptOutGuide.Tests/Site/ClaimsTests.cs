using AngleSharp.Dom;

namespace OptOutGuide.Tests.Site;

/// <summary>Pages without notes link to the section that lists their statements with sources.</summary>
[Collection("site")]
public sealed class ClaimsTests(RunningSite site)
{
    public static TheoryData<string> Pages =>
    [
        .. RealContent.SamplePages.Where(page => page.Kind is PageKind.Home or PageKind.Questions or PageKind.Plan or PageKind.List).Select(RealContent.Address),
    ];

    [Theory]
    [MemberData(nameof(Pages))]
    [Trait("Suite", "Sample")]
    public async Task Page_WithoutNotes_LeadsToItsStatementsWithTheirSources(string path)
    {
        using var client = new HttpClient { BaseAddress = site.Address };
        var texts = RealContent.Content.FindLanguage(path.Split('/')[1])!.Texts<SourceTexts>();

        var page = RealContent.ParseHtml(await client.GetStringAsync(path));
        var link = Assert.Single(page.QuerySelectorAll("main a"), link => link.TextContent == texts.Claims).GetAttribute("href")!;
        var target = RealContent.ParseHtml(await client.GetStringAsync(link));

        var statements = target.GetElementById(link.Split('#')[1])!.QuerySelectorAll("li");
        Assert.True(statements.Length > 10);
        Assert.All(statements, statement => Assert.NotNull(statement.QuerySelector("sup a[href^='#note-']")));
    }
}
