using System.Net;
using Microsoft.Extensions.DependencyInjection;

namespace OptOutGuide.Tests.Site;

/// <summary>A host may offer any language alone. What it lacks is shown in English, which is then no language of the site.</summary>
public sealed class OneLanguageTests : IDisposable
{
    private readonly OwnFolder _own = new(Repository.Content);

    public static TheoryData<string> Languages => [.. RealContent.Content.Languages.Select(language => language.Code)];

    public void Dispose() => _own.Dispose();

    [Theory, MemberData(nameof(Languages))]
    public void Load_EachLanguageAlone_HasNoProblem(string language)
    {
        _own.Write("languages.yml", $"languages: [{language}]\n");

        var (content, problems) = ContentLoader.Load(_own.Layers, ContentLoader.LatestToday, TextCatalog.All);

        Assert.Equal([language], content!.Languages.Select(offered => offered.Code));
        Assert.DoesNotContain(problems, problem => problem.Severity is not Severity.Info);
    }

    [Fact]
    public async Task Site_InGermanAlone_ShowsTheRestInEnglishAndOffersNoOtherLanguage()
    {
        _own.Write("languages.yml", "languages: [de]\n");
        await using var site = new InProcessSite(null, ("Site:ContentFolders", $"{Repository.Content};{_own.Root}"), ("Site:RenderMillisecondsPerMinute", "1000000"));
        using var client = site.Visitor();
        client.DefaultRequestHeaders.Add("Accept-Language", "en");
        var pages = site.Services.GetRequiredService<ContentLibrary>().Current.SiteMap.Pages;

        var home = await client.GetAsync("/");
        var english = await client.GetAsync("/en/");
        var sitemap = await client.GetStringAsync("/sitemap.xml");
        var foreign = pages.First(page => page.IsFallback);
        var page = RealContent.ParseHtml(await client.GetStringAsync(foreign.Path));

        Assert.Equal("/de/", home.Headers.Location?.ToString());
        Assert.Equal(HttpStatusCode.NotFound, english.StatusCode);
        Assert.DoesNotContain("/en/", sitemap, StringComparison.Ordinal);
        Assert.All(pages, known => Assert.Equal("de", known.Language));
        Assert.Equal(("de", "en"), (page.DocumentElement.GetAttribute("lang"), page.QuerySelector("main")!.GetAttribute("lang")));
        Assert.Empty(page.QuerySelectorAll("a[data-language]"));
        foreach (var known in pages)
        {
            Assert.Equal(HttpStatusCode.OK, (await client.GetAsync(RealContent.Address(known))).StatusCode);
        }
    }
}
