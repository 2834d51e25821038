namespace OptOutGuide.Tests.Content.Loading;

/// <summary>Pages that a language lacks, shown to its readers in another. German has its own file names and anchors here.</summary>
public sealed class FallbackTests : IDisposable
{
    private const string GermanGuide = "de/guides/facebook.md";

    private readonly ContentFixture _folder = new();

    public FallbackTests()
    {
        _folder.AddGerman();
        _folder.Delete("de/pages/comprendre.md");
        _folder.Replace(ContentFixture.Page, "Avant les données.", "Voyez [l'étape](page:facebook#envoyer) et [la plainte](page:complaint).");
        _folder.Replace(GermanGuide, "{#envoyer}", "{#absenden}");
        File.Move(Path.Combine(_folder.Root, "de/texts/plainte.md"), Path.Combine(_folder.Root, "de/texts/beschwerde.md"));
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Load_MissingPage_IsThereInAnotherLanguage()
    {
        var (content, problems) = _folder.Load();

        Assert.Empty(problems);
        var page = content!.SiteMap.Find("/de/comprendre")!;
        Assert.Equal(("de", "fr", true), (page.Language, page.WrittenIn, page.IsFallback));
        Assert.Equal("Comprendre", content.Article(page).Title);
        Assert.Equal("/fr/comprendre", content.SiteMap.Canonical(page).Path);
        Assert.Equal(["fr"], content.SiteMap.Translations(page).Select(version => version.Language));
        Assert.Equal(["fr", "de"], content.SiteMap.Versions(page).Select(version => version.Language));
    }

    [Fact]
    public void Load_LinksOfAPageInAnotherLanguage_LeadToTheReadersPages()
    {
        var content = _folder.Load().Content!;

        Assert.Contains("href=\"/fr/guides/facebook#envoyer\"", Section("/fr/comprendre"), StringComparison.Ordinal);
        Assert.Contains("href=\"/de/guides/facebook#absenden\"", Section("/de/comprendre"), StringComparison.Ordinal);
        Assert.Contains($"href=\"/de/{content.Languages[1].Texts<AddressTexts>().Texts}/beschwerde\"", Section("/de/comprendre"), StringComparison.Ordinal);

        string Section(string path) => content.Article(content.SiteMap.Find(path)!).Sections[0].Parts[0].Html.Markup;
    }

    /// <summary>Its anchors are those of the file that it is shown from.</summary>
    [Fact]
    public void Load_LinkToAMissingPage_LeadsToTheOneInAnotherLanguage()
    {
        var content = _folder.Load().Content!;

        Assert.Contains("href=\"/de/comprendre#en-bref\"", content.Guides.Single(guide => guide.Language == "de").Steps[0].Parts[0].Html.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void Load_LinkToAMissingPageWithAnUnknownAnchor_IsNamed()
    {
        var line = _folder.Replace(GermanGuide, "page:understand#en-bref", "page:understand#kurz");

        var problem = Assert.Single(_folder.Load().Problems);

        Assert.Equal(($"content/{GermanGuide}", line), (problem.File, problem.Line));
        Assert.Contains("no anchor \"kurz\"", problem.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Load_EnglishAndOthers_FallsBackToEnglish()
    {
        _folder.Write("languages.yml", "languages: [fr, de, en]\n");
        foreach (var file in _folder.Files.Where(file => file.StartsWith("fr/", StringComparison.Ordinal)).ToArray())
        {
            _folder.Write("en" + file[2..], _folder.Read(file));
        }

        _folder.Write("en/site.yml", File.ReadAllText(Path.Combine(Repository.Content, "en/site.yml")));

        var content = _folder.Load().Content!;

        Assert.Equal("en", content.SiteMap.Find("/de/comprendre")!.WrittenIn);
    }

    /// <summary>What is wrong with it is said where it is in its own language.</summary>
    [Fact]
    public void Load_MistakeOnAPageThatIsShownTwice_IsNamedOnce()
    {
        var line = _folder.Replace(ContentFixture.Page, "page:complaint", "page:nowhere");

        var problem = Assert.Single(_folder.Load().Problems);

        Assert.Equal(($"content/{ContentFixture.Page}", line), (problem.File, problem.Line));
    }

    [Fact]
    public void Letter_UnderALawThatIsMissing_IsInAnotherLanguage()
    {
        _folder.Write("fr/texts/plainte-ru.md", _folder.Read(ContentFixture.Text).Replace("id: complaint", "id: complaint-uk\nlaw: uk", StringComparison.Ordinal));

        var (content, problems) = _folder.Load();

        Assert.Empty(problems);
        var letter = content!.Letter("complaint", Law.Uk, content.Languages[1])!;
        Assert.Equal(("complaint-uk", "de", "fr"), (letter.Id, letter.Language, letter.WrittenIn));
    }

    [Theory]
    [InlineData("de/guides/facebook.md", ContentFixture.Guide)]
    [InlineData("de/easy/facebook.md", ContentFixture.Easy)]
    [InlineData("de/texts/beschwerde.md", ContentFixture.Text)]
    public void Load_PageOfTheCoreSetThatIsMissing_IsAnError(string missing, string original)
    {
        _folder.Delete(missing);

        var (content, problems) = _folder.Load();

        Assert.Null(content);
        Assert.Contains(problems, problem => problem.File == $"content/{original}" && problem.Severity is Severity.Error && problem.Text.Contains("into \"de\", which every listed language needs", StringComparison.Ordinal));
    }

    [Fact]
    public void Load_PageForOneLanguageOnly_IsNotShownInAnother()
    {
        _folder.Replace(ContentFixture.Page, "order: 10\n", "order: 10\nonly: true\n");
        _folder.Replace(GermanGuide, "page:understand#en-bref", "page:home");

        var (content, problems) = _folder.Load();

        Assert.Empty(problems);
        Assert.Null(content!.SiteMap.FindNamed("understand", "de"));
    }

    /// <summary>A step of a guide that is shown in another language is a page as well.</summary>
    [Fact]
    public void Load_GuideThatIsMissing_HasItsStepsInAnotherLanguage()
    {
        _folder.Write("fr/guides/autre.md", _folder.Read(ContentFixture.Guide).Replace("id: facebook", "id: other", StringComparison.Ordinal));

        var content = _folder.Load().Content!;

        var guide = content.SiteMap.Find(PageKind.Guide, "other", "de")!;
        var step = content.SiteMap.Find(PageKind.Step, SitePage.StepId("other", 2), "de")!;
        Assert.Equal($"{guide.Path}/2", step.Path);
        Assert.Equal("fr", step.WrittenIn);
        Assert.Equal("Envoyez vite", content.Guide(step).Steps[1].Title);
    }
}
