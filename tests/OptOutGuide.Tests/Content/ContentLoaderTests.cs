namespace OptOutGuide.Tests.Content;

public sealed class ContentLoaderTests
{
    [Fact]
    public void Load_ValidFolder_ReadsEveryFile()
    {
        using var folder = new ContentFixture();

        var (content, problems) = folder.Load();

        Assert.Empty(problems);
        Assert.NotNull(content);
        Assert.Equal("fr", Assert.Single(content.Languages).Code);
        Assert.Equal(["cnil", "meta-mail"], content.Sources.Keys.Order());
        Assert.Equal(["facebook-short", "privacy-portal"], content.Links.Keys.Order());
        Assert.Equal(new DateTimeOffset(2025, 5, 27, 0, 0, 0, TimeSpan.FromHours(2)), Assert.Single(content.Deadlines).At);
        Assert.Equal("facebook", Assert.Single(content.Guides).Id);
        Assert.Equal(["understand", "complaint", "facebook"], content.Articles.Select(article => article.Id));
        Assert.Equal(new PartialDate(new DateOnly(2024, 6, 6)), Assert.Single(content.Timeline).Date);
        Assert.Equal("AT", Assert.Single(content.Authorities).Country);
        Assert.Equal(["facebook"], Assert.Single(content.Changes).Pages.Select(page => page.Id));
    }

    [Fact]
    public void Load_TimeLine_SortsDatesOfAnyPrecisionByTheirFirstDay()
    {
        using var folder = new ContentFixture();
        string[] dates = ["2025-05-27", "2025-05", "2024", "2025-04-30"];
        folder.Write("timeline.yml", string.Concat(dates.Select(date => $"- id: at-{date}\n  date: {date}\n  sources: [cnil]\n")));
        folder.Replace(ContentFixture.Data, "complaints: Des plaintes sont déposées.", string.Join(", ", dates.Select(date => $"at-{date}: x")));

        var (content, _) = folder.Load();

        Assert.Equal(["2024", "2025-04-30", "2025-05", "2025-05-27"], content!.Timeline.Select(happened => happened.Date.ToString()));
    }

    [Fact]
    public void Load_SourceThatSupportsNothing_IsWarnedOf()
    {
        using var folder = new ContentFixture();
        folder.Replace("sources.yml", "- id: cnil", "- id: edpb\n  publisher: EDPB\n  title: x\n  language: en\n  date: 2024-12-17\n  weight: authority\n- id: cnil");
        folder.Replace(ContentFixture.Data, "cnil:", "edpb: x\n  cnil:");

        var (content, problems) = folder.Load();

        Assert.NotNull(content);
        Assert.Equal("content/sources.yml:1: warning: the source \"edpb\" supports nothing on the site; cite it or remove it", Assert.Single(problems).ToString());
    }

    [Fact]
    public void Load_MisspeltSectionOfWords_IsNamedBesideTheMissingOne()
    {
        using var folder = new ContentFixture();
        folder.Replace(ContentFixture.SiteTexts, "\naddresses:", "\nadresses:");

        var (content, problems) = folder.Load();

        Assert.Contains(problems, problem => problem.Text.Contains("\"addresses\" is missing", StringComparison.Ordinal));
        Assert.Contains(problems, problem => problem.Text.Contains("\"adresses\"", StringComparison.Ordinal));
        Assert.Null(content);
    }

    [Fact]
    public void Load_TextUnderAnotherLaw_HasTheIdOfTheFirstWithItsSuffix()
    {
        using var folder = new ContentFixture();
        folder.Replace(ContentFixture.Text, "order: 1", "order: 1\nlaw: uk");

        var (_, problems) = folder.Load();

        AssertOne(problems, ContentFixture.Text, folder.LineOf(ContentFixture.Text, "id: complaint"), "\"-uk\" after it");
    }

    [Fact]
    public void Load_SecondLimitsBox_IsAProblem()
    {
        using var folder = new ContentFixture();
        folder.Replace(ContentFixture.Guide, "Touchez **Envoyer**.", "::: limits\n- Encore.\n:::");

        var (_, problems) = folder.Load();

        AssertOne(problems, ContentFixture.Guide, folder.LineOf(ContentFixture.Guide, "---"), "::: limits");
    }

    [Theory]
    [InlineData("languages.yml")]
    [InlineData("sources.yml")]
    [InlineData("links.yml")]
    [InlineData("deadlines.yml")]
    [InlineData("timeline.yml")]
    [InlineData("authorities.yml")]
    [InlineData("changes.yml")]
    [InlineData(ContentFixture.Data)]
    [InlineData(ContentFixture.Forbidden)]
    public void Load_MissingFile_IsNamed(string file)
    {
        using var folder = new ContentFixture();
        folder.Delete(file);

        var (content, problems) = folder.Load();

        Assert.Contains(problems, problem => problem.File == $"content/{file}" && problem.Text.Contains("missing", StringComparison.Ordinal));
        Assert.Null(content);
    }

    [Fact]
    public void Load_ListedLanguageWithoutSiteTexts_IsNamedInTheList()
    {
        using var folder = new ContentFixture();
        folder.Delete(ContentFixture.SiteTexts);

        var (content, problems) = folder.Load();

        AssertOne(problems, "languages.yml", 1, ContentFixture.SiteTexts);
        Assert.Null(content);
    }

    [Fact]
    public void Load_MissingFolder_NamesIt()
    {
        var nowhere = Path.Combine(Repository.Root, "no-such-folder");

        var (content, problems) = ContentLoader.Load(ContentLayers.Of("", nowhere), ContentFixture.Today, TextCatalog.All);

        var problem = Assert.Single(problems);
        Assert.Contains(nowhere, problem.Text, StringComparison.Ordinal);
        Assert.Null(content);
    }

    [Fact]
    public void Load_ProblemsInSeveralFiles_AreReportedTogetherAndSorted()
    {
        using var folder = new ContentFixture();
        var source = folder.Replace("sources.yml", "weight: authority", "weight: heavy");
        var step = folder.Replace(ContentFixture.Guide, "page:understand#en-bref", "page:nowhere");
        var head = folder.Replace(ContentFixture.Guide, "minutes: 5", "minutes: five");
        var link = folder.Replace("links.yml", "login: true", "login: perhaps");
        var page = folder.Replace(ContentFixture.Page, " {#en-bref}", "");

        var (content, problems) = folder.Load();

        Assert.Equal(
            [
                ("content/fr/guides/facebook.md", head),
                ("content/fr/guides/facebook.md", step),
                ("content/fr/pages/comprendre.md", page),
                ("content/links.yml", link),
                ("content/sources.yml", source),
            ],
            problems.Select(problem => (problem.File, problem.Line)));
        Assert.Null(content);
    }

    [Theory]
    [InlineData("- date: 2026-11-22\n  pages: [\non.")]
    [InlineData("- : 2026-11-22\n  id: first-version")]
    public void Load_YamlOverWhichItsParserFalls_IsAProblem(string yaml)
    {
        using var folder = new ContentFixture();
        folder.Write("changes.yml", yaml);

        var (content, problems) = folder.Load();

        Assert.Contains("YAML", Assert.Single(problems, problem => problem.File == "content/changes.yml").Text, StringComparison.Ordinal);
        Assert.Null(content);
    }

    [Theory]
    [InlineData("Source {1}", true)]
    [InlineData("Source {0", false)]
    [InlineData("Source {n}", false)]
    public void Load_WordsWithAStrayPlaceholder_LoadsOrNamesTheFile(string words, bool isRead)
    {
        using var folder = new ContentFixture();
        folder.Replace(ContentFixture.SiteTexts, "note-label: \"Source {0}\"", $"note-label: \"{words}\"");

        var (content, problems) = folder.Load();

        Assert.Equal(isRead, content is not null);
        Assert.All(problems.Where(problem => problem.Severity is Severity.Error), problem => Assert.Equal($"content/{ContentFixture.SiteTexts}", problem.File));
    }

    [Fact]
    public void Problem_Written_ReadsLikeACompilersLine()
    {
        var problem = new ContentProblem("content/fr/guides/facebook.md", 12, Severity.Error, "the id is wrong; correct it");

        var line = problem.ToString();

        Assert.Equal("content/fr/guides/facebook.md:12: error: the id is wrong; correct it", line);
    }

    private static void AssertOne(IReadOnlyList<ContentProblem> problems, string file, int line, string culprit)
    {
        var problem = Assert.Single(problems, problem => problem.Severity is Severity.Error);
        Assert.Equal(($"content/{file}", line), (problem.File, problem.Line));
        Assert.Contains(culprit, problem.Text, StringComparison.Ordinal);
    }
}
