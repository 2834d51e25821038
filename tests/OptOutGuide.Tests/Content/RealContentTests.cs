namespace OptOutGuide.Tests.Content;

/// <summary>The content that the site ships with.</summary>
public sealed class RealContentTests
{
    [Fact]
    public void RealContent_EveryPageThatTheSiteLeadsTo_IsThereInEachLanguage()
    {
        var ids = typeof(WellKnownPages).GetFields().Select(field => (string)field.GetRawConstantValue()!).ToArray();

        Assert.NotEmpty(ids);
        Assert.All(RealContent.Content.Languages, language => Assert.All(ids, id => Assert.NotNull(RealContent.Content.SiteMap.FindNamed(id, language.Code))));
    }

    [Fact]
    public void RealContent_EverySectionThatTheSiteLeadsTo_IsNamedInEachLanguage()
    {
        Assert.All(RealContent.Content.Languages, language => Assert.All(Enum.GetValues<NamedSection>(), section =>
            Assert.Contains(section, RealContent.Content.ArticlesIn(language, PageKind.Article).First(article => article.Id == WellKnownPages.Of(section)).FrontMatter.NamedSections.Keys)));
    }

    [Fact]
    public void Load_RealContent_LacksNothingButReviewsThatTimeBringsDue()
    {
        var (content, problems) = ContentLoader.Load(ContentLayers.Of("", Repository.Content), ContentLoader.LatestToday, TextCatalog.All);

        Assert.NotNull(content);
        Assert.DoesNotContain(problems, problem => !problem.Text.Contains("due for review", StringComparison.Ordinal));
    }
}
