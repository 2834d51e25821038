namespace OptOutGuide.Tests.Content.Loading;

/// <summary>A host's folder over that of the project: what it replaces, what it adds, and where problems of both are named.</summary>
public sealed class OverlayTests : IDisposable
{
    private readonly ContentFixture _folder = new();
    private readonly OwnFolder _own;

    public OverlayTests() => _own = new OwnFolder(_folder.Root);

    public void Dispose()
    {
        _own.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void Load_EmptyOwnFolder_ChangesNothing()
    {
        Assert.Equal(ContentFixture.Valid.SiteMap.Pages, _own.Valid().SiteMap.Pages);
    }

    [Fact]
    public void Load_PageInBoth_IsReadFromTheOwnFolder()
    {
        _own.Write(ContentFixture.Page, _folder.Read(ContentFixture.Page).Replace("title: Comprendre", "title: Comprendre ici", StringComparison.Ordinal));
        _folder.Replace(ContentFixture.Page, "id: understand", "id: [broken");

        Assert.Equal("Comprendre ici", _own.Valid().Articles.Single(article => article.Id == "understand").FrontMatter.Title);
    }

    [Fact]
    public void Load_PageInTheOwnFolderOnly_IsAdded()
    {
        _own.Write("fr/pages/permanence.md", _folder.Read(ContentFixture.Page).Replace("id: understand", "id: our-workshop", StringComparison.Ordinal));

        Assert.Contains(_own.Valid().SiteMap.Pages, page => page.Path == "/fr/permanence");
    }

    [Fact]
    public void Load_ProblemInAnOwnPage_IsNamedByTheOwnFolder()
    {
        _own.Write(ContentFixture.Page, _folder.Read(ContentFixture.Page));
        var line = _own.Replace(ContentFixture.Page, "Avant les données.", "Lisez [ce guide](page:nothing).");

        AssertOnlyError(_own, $"{_own.Name}/{ContentFixture.Page}", line, "there is no page \"nothing\"");
    }

    [Fact]
    public void Load_EntryInBoth_IsReplacedInItsPlace()
    {
        _own.Write("links.yml", """
            - id: facebook-short
              url: https://www.facebook.com/help/contact/2
              meta: true
              login: false
              date: 2025-04-29
              grade: authority
              reviewed: 2026-11-22
              review-every: 90
              evidence: [cnil]
            """);

        var content = _own.Valid();

        Assert.Equal(["facebook-short", "privacy-portal"], content.Links.Keys);
        Assert.Equal("https://www.facebook.com/help/contact/2", content.Links["facebook-short"].Url.AbsoluteUri);
        Assert.Equal(["cnil"], content.Links["facebook-short"].Evidence);
    }

    [Theory]
    [InlineData("authorities.yml", "{ country: FR, area: eu, name: CNIL, home: https://www.cnil.fr/, complaint: https://www.cnil.fr/plaintes, date: 2026-03-30, confirmed: true }", "authorities: { FR: { country: France } }")]
    [InlineData("timeline.yml", "{ id: own, date: 2026-11-01, sources: [cnil] }", "timeline: { own: Notre atelier. }")]
    [InlineData("changes.yml", "{ id: own, date: 2026-11-01 }", "changes: { own: Notre atelier. }")]
    [InlineData("deadlines.yml", "{ id: own, at: 2026-12-01T00:00, zone: Europe/Paris, sources: [cnil] }", "deadlines: { own: { name: x, upcoming: x, last-days: x, today: x, passed: x, always-text: x } }")]
    public void Load_EntryInTheOwnFolderOnly_IsAddedWithItsTexts(string file, string entry, string texts)
    {
        _own.Write(file, $"- {entry}\n");
        _own.Write(ContentFixture.Data, texts);

        var content = _own.Valid();

        Assert.Equal((2, 2, 2, 2), (content.Authorities.Count + (file is "authorities.yml" ? 0 : 1), content.Timeline.Count + (file is "timeline.yml" ? 0 : 1), content.Changes.Count + (file is "changes.yml" ? 0 : 1), content.Deadlines.Count + (file is "deadlines.yml" ? 0 : 1)));
    }

    [Fact]
    public void Load_Changes_StandNewestFirstWhateverFolderTheyAreIn()
    {
        _own.Write("changes.yml", "- { id: old, date: 2026-01-01 }\n- { id: new, date: 2026-11-22 }\n");
        _folder.Replace("changes.yml", "2026-11-22", "2026-06-01");
        _own.Write(ContentFixture.Data, "changes: { old: Avant., new: Après. }");

        Assert.Equal(["new", "first-version", "old"], _own.Valid().Changes.Select(change => change.Id));
    }

    [Fact]
    public void Load_WordsInTheOwnFolder_ReplaceTheirFieldsAlone()
    {
        _own.Write(ContentFixture.SiteTexts, "guide:\n  see: Ce qui s’affiche\n");

        var boxes = _own.Valid().Languages[0].Texts<BoxTexts>();

        Assert.Equal("Ce qui s’affiche", boxes.See);
        Assert.Equal(ContentFixture.Valid.Languages[0].Texts<BoxTexts>().Otherwise, boxes.Otherwise);
    }

    [Fact]
    public void Load_ForbiddenWording_IsFoundInTheOwnFolderAndAddedByIt()
    {
        _own.Write(ContentFixture.Forbidden, "- { words: à jamais, instead: longtemps }\n");
        _own.Write(ContentFixture.Page, _folder.Read(ContentFixture.Page));
        var line = _own.Replace(ContentFixture.Page, "Avant les données.", "C'est à jamais trop tard.");

        var (_, problems) = _own.Load();

        Assert.All(problems, problem => Assert.Equal(($"{_own.Name}/{ContentFixture.Page}", line), (problem.File, problem.Line)));
        Assert.Equal(2, problems.Count);
    }

    [Theory]
    [InlineData("links.yml", "- id: facebook-short\n  url: nowhere\n", "\"url: nowhere\"", 2)]
    [InlineData("links.yml", "- { id: new }\n- { id: new }\n", "the id \"new\" is used twice", 2)]
    [InlineData("sources.yml", "- id: cnil\n  weight: heavy\n", "\"weight: heavy\"", 2)]
    [InlineData("sources.yml", "id: cnil", "expected a list", 1)]
    [InlineData(ContentFixture.SiteTexts, "# ours\nguide:\n  seee: x\n", "\"seee\" is not a field", 3)]
    [InlineData(ContentFixture.SiteTexts, "guide: Encadrés\n", "\"guide\" has no fields", 1)]
    [InlineData(ContentFixture.SiteTexts, "# ours\nguide:\n  minutes:\n    one: \"{9}\"\n", "may use {0} and {1} only", 4)]
    [InlineData(ContentFixture.Data, "sources:\n  nothing: x\n", "\"nothing\" is not an id of content/sources.yml", 2)]
    [InlineData(ContentFixture.Data, "sources:\n\tcnil: x\n", "there is a tab", 2)]
    [InlineData("languages.yml", "# ours\nlanguages:\n  - fr\n  - xx\n", "there is no content/xx/site.yml", 4)]
    [InlineData("host.yml", "# ours\nswitched-off:\n  - understand\n  - nothing\n", "there is no page \"nothing\" to switch off", 4)]
    [InlineData("host.yml", "switched-off: [complaint]\nswitch: x\n", "\"switch\" is not a field", 2)]
    public void Load_MistakeInAnOwnDataFile_IsNamedByItsOwnFolderAndLine(string file, string text, string culprit, int line)
    {
        _own.Write(file, text);

        var (content, problems) = _own.Load();

        Assert.Null(content);
        Assert.Contains(problems, problem => problem.File == $"{_own.Name}/{file}" && problem.Line == line && problem.Text.Contains(culprit, StringComparison.Ordinal));
    }

    [Fact]
    public void Load_MistakeInTheProjectsFileBelow_KeepsItsFolderAndLine()
    {
        _own.Write(ContentFixture.Data, "sources: { meta-mail: Autre texte. }");
        var line = _folder.Replace(ContentFixture.Data, "meta-mail: Ce que dit l'e-mail.", "meta-mail: Ce que dit l'e-mail.\n  other: x");

        AssertOnlyError(_own, $"content/{ContentFixture.Data}", line, "\"other\" is not an id");
    }

    /// <summary>A host cannot mend that the project's sources serve pages that the host replaced.</summary>
    [Fact]
    public void Load_UnusedSources_AreNamedInTheLastFolderOnly()
    {
        _folder.Write("sources.yml", _folder.Read("sources.yml") + "\n- { id: unused, publisher: x, title: x, language: fr, date: 2025-05-27, weight: press }\n");
        _own.Write("sources.yml", "# ours\n- { id: own, publisher: x, title: x, language: fr, date: 2025-05-27, weight: press }\n");
        _own.Write(ContentFixture.Data, "sources: { unused: x, own: x }");

        var problem = Assert.Single(_own.Load().Problems);

        Assert.Equal(($"{_own.Name}/sources.yml", 2), (problem.File, problem.Line));
    }

    [Fact]
    public void Load_LanguageWithWordsInAnotherFolder_IsReadInBoth()
    {
        _folder.AddGerman();
        _own.Write("de/site.yml", _folder.Read("de/site.yml"));
        _folder.Delete("de/site.yml");
        _own.Write("languages.yml", "languages: [de, fr]\n");

        var content = _own.Load().Content!;
        Assert.Equal("de", content.Languages[0].Code);
        Assert.Contains(content.SiteMap.Pages, page => page is { Language: "de", Id: "understand" });
    }

    [Fact]
    public void Load_MissingOwnFolder_NamesIt()
    {
        var (_, problems) = ContentLoader.Load(ContentLayers.Of(_folder.Root, ".", "own/"), ContentFixture.Today, TextCatalog.All);

        var problem = Assert.Single(problems);
        Assert.Equal("own", problem.File);
        Assert.Contains($"the folder {_folder.Root}/own/ does not exist; set Site:ContentFolders", problem.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Load_LinkOutOfTheOwnFolderIntoTheProjects_IsRefused()
    {
        Directory.CreateDirectory(Path.Combine(_own.Root, "fr/pages"));
        File.CreateSymbolicLink(Path.Combine(_own.Root, "fr/pages/lien.md"), Path.Combine(_folder.Root, ContentFixture.Page));

        AssertOnlyError(_own, $"{_own.Name}/fr/pages/lien.md", 1, "leads out of the content folder");
    }

    [Fact]
    public void Load_PageSwitchedOff_LeavesPlainWordsWhereLinksLedToIt()
    {
        _own.Write("host.yml", "switched-off: [understand]");

        var content = _own.Valid();

        Assert.DoesNotContain(content.SiteMap.Pages, page => page.Id == "understand");
        Assert.Contains("Comprenez pourquoi.", string.Concat(content.Guides[0].Steps.SelectMany(step => step.Parts).Select(part => part.Html.Markup)), StringComparison.Ordinal);
    }

    [Fact]
    public void Load_PageSwitchedOff_MayBeTheNextOneAndStandInTheChanges()
    {
        _folder.Replace(ContentFixture.Guide, "minutes: 5", "next: understand\nminutes: 5");
        _folder.Replace("changes.yml", "[facebook]", "[facebook, understand]");
        _own.Write("host.yml", "switched-off: [understand]");

        _own.Valid();
    }

    [Fact]
    public void Load_GuideSwitchedOff_TakesItsEasyVersionWithIt()
    {
        _own.Write("host.yml", "switched-off: [facebook]");

        var (content, problems) = _own.Load();

        // That the list names no way to object to these services is for the host to know.
        Assert.All(problems, problem => Assert.Contains("no guide is about", problem.Text, StringComparison.Ordinal));
        Assert.Empty(content!.Guides);
        Assert.DoesNotContain(content.SiteMap.Pages, page => page.Id == "facebook");
    }

    private static void AssertOnlyError(OwnFolder folder, string file, int line, string culprit)
    {
        var (content, problems) = folder.Load();

        Assert.Null(content);
        var problem = Assert.Single(problems);
        Assert.Equal((file, line), (problem.File, problem.Line));
        Assert.Contains(culprit, problem.Text, StringComparison.Ordinal);
    }
}
