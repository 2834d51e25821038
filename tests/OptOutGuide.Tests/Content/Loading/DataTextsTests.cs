namespace OptOutGuide.Tests.Content.Loading;

/// <summary>The texts of shared data, in a folder of two languages.</summary>
public sealed class DataTextsTests : IDisposable
{
    private const string German = "de/data.yml";

    private readonly ContentFixture _folder = new();

    public DataTextsTests()
    {
        _folder.AddGerman();
        _folder.Replace(German, "AT: { country: Autriche }", "AT: { country: Österreich }");
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Load_TwoLanguages_EachHasItsOwnTexts()
    {
        var (content, problems) = _folder.Load();

        Assert.Empty(problems);
        Assert.Equal(["Autriche", "Österreich"], content!.Languages.Select(content.Authorities[0].CountryName.In));
    }

    [Fact]
    public void Load_LanguageWithoutTimeLine_ReadsThatOfAnother()
    {
        _folder.Replace(German, "timeline: { complaints: Des plaintes sont déposées. }\n", "");

        var (content, problems) = _folder.Load();

        Assert.Empty(problems);
        var text = content!.Timeline[0].Text;
        Assert.Equal(("Des plaintes sont déposées.", "fr"), (text.In(content.Languages[1]), text.LanguageFor(content.Languages[1])));
    }

    [Fact]
    public void Load_OwnEntryWithATextInOneLanguage_IsShownInItEverywhere()
    {
        using var own = OwnLink();
        own.Write(German, "links:\n  own-form: { what: Unser Formular, note: Ohne Anmeldung. }\n");

        var (content, problems) = own.Load();

        Assert.Equal(
            [$"{own.Name}/links.yml:1: info: shown in another language, for want of a text in data.yml: links/own-form (fr)"],
            problems.Where(problem => problem.Severity is not Severity.Warning).Select(problem => problem.ToString()));
        var link = content!.Links["own-form"];
        Assert.All(content.Languages, language => Assert.Equal(("Unser Formular", "Ohne Anmeldung."), (link.What.In(language), link.Note!.In(language))));
        Assert.Equal(["de", null], content.Languages.Select(link.What.ForeignLanguageFor));
    }

    [Fact]
    public void Load_OwnEntryWithoutAnyText_IsNamedInEachLanguage()
    {
        using var own = OwnLink();

        var (_, problems) = own.Load();

        Assert.Equal(2, problems.Count(problem => problem.Severity is Severity.Error && problem.Text.StartsWith("\"own-form\"", StringComparison.Ordinal)));
    }

    /// <summary>A page never mixes languages.</summary>
    [Fact]
    public void Load_PageThatShowsATimeLineItsLanguageLacks_IsNamed()
    {
        _folder.Replace(German, "timeline: { complaints: Des plaintes sont déposées. }\n", "");
        var line = _folder.Replace("de/pages/comprendre.md", "::: sources", "::: timeline");

        var (_, problems) = _folder.Load();

        var problem = Assert.Single(problems);
        Assert.Equal(("content/de/pages/comprendre.md", line), (problem.File, problem.Line));
        Assert.Contains("content/de/data.yml has no section \"timeline\"", problem.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{ country: Autriche }", "{ country: Autriche, note: Une note. }", "\"note\" is missing")]
    [InlineData("{ country: Österreich }", "{ country: Österreich, note: A note. }", "\"note\" is not a field")]
    public void Load_NoteInOneLanguageOnly_IsNamedInTheTranslation(string text, string other, string culprit)
    {
        _folder.Replace(text.Contains("Österreich", StringComparison.Ordinal) ? German : ContentFixture.Data, text, other);

        var (_, problems) = _folder.Load();

        var problem = Assert.Single(problems);
        Assert.Equal($"content/{German}", problem.File);
        Assert.Contains(culprit, problem.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Load_LanguageWithoutDataFile_IsNamed()
    {
        _folder.Delete(German);

        var (_, problems) = _folder.Load();

        var problem = Assert.Single(problems);
        Assert.Equal(($"content/{German}", 1), (problem.File, problem.Line));
    }

    /// <summary>A wording is refused in the files of its language only.</summary>
    [Fact]
    public void Load_ForbiddenWordsOfAnotherLanguage_AreRead()
    {
        _folder.Write("de/forbidden.yml", "- words: too late\n  instead: at any time\n");
        _folder.Replace("de/pages/comprendre.md", "Après les données.", "Trop tard.");
        var line = _folder.Replace(German, "complaints: Des", "complaints: Too late. Des");

        var (_, problems) = _folder.Load();

        Assert.Equal(($"content/{German}", line), (Assert.Single(problems).File, problems[0].Line));
    }

    private OwnFolder OwnLink()
    {
        var own = new OwnFolder(_folder.Root);
        own.Write("links.yml", """
            - id: own-form
              url: https://example.org/form
              meta: false
              login: false
              date: 2025-05-01
              grade: other
              reviewed: 2026-11-22
              review-every: 90
              evidence: [meta-mail]
            """);
        return own;
    }
}
