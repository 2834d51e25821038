using AngleSharp.Dom;

namespace OptOutGuide.Tests.Site;

/// <summary>Words of another language have a lang attribute, for screen readers.</summary>
[Collection("site")]
public sealed class LanguageOfPartsTests(RunningSite site)
{
    [Theory]
    [InlineData("fr", "/fr/sources")]
    [InlineData("en", "/en/sources")]
    public async Task SourceTitle_InAnotherLanguage_SaysWhich(string language, string path)
    {
        using var client = new HttpClient { BaseAddress = site.Address };

        var page = RealContent.ParseHtml(await client.GetStringAsync(path));

        var expected = RealContent.Content.Sources.Values.Select(source => (source.Title, Language: source.Language == language ? null : source.Language));
        var told = page.QuerySelectorAll(".source-list cite").Select(title => (Title: title.TextContent, Language: title.GetAttribute("lang")));
        Assert.Equal(expected.Order(), told.Order());
    }

    [Theory]
    [InlineData("/en/check-accounts-centre", "fr", "Espace Comptes")]
    [InlineData("/fr/guides/whatsapp", "en", "How can I make an objection to the processing of my information")]
    public async Task MetasLabel_InAnotherLanguage_SaysWhich(string path, string language, string label)
    {
        using var client = new HttpClient { BaseAddress = site.Address };

        var page = RealContent.ParseHtml(await client.GetStringAsync(path));

        Assert.Contains(page.QuerySelectorAll($"strong > [lang={language}]"), foreign => foreign.TextContent == label);
    }
}
