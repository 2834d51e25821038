namespace OptOutGuide.Tests.Content.Loading;

/// <summary>Which languages there are, in which order, and which version of a page is its original.</summary>
public sealed class LanguageListTests : IDisposable
{
    private const string List = "languages.yml";
    private const string German = "de/pages/comprendre.md";

    private readonly ContentFixture _folder = new();

    public LanguageListTests() => _folder.AddGerman();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Load_AnyLanguageFirst_IsTheDefault()
    {
        _folder.Write(List, "languages: [de, fr]\n");

        var (content, problems) = _folder.Load();

        Assert.Empty(problems);
        Assert.Equal(["de", "fr"], content!.Languages.Select(language => language.Code));
        Assert.Equal("/de/comprendre", content.SiteMap.DefaultPath(content.SiteMap.FindNamed("understand", "fr")!));
    }

    [Fact]
    public void Load_LanguageAlone_NeedsNoOther()
    {
        _folder.Write(List, "languages: [de]\n");
        Directory.Delete(Path.Combine(_folder.Root, "fr"), recursive: true);

        var (content, problems) = _folder.Load();

        Assert.Empty(problems);
        Assert.Equal("de", Assert.Single(content!.Languages).Code);
    }

    [Fact]
    public void Load_FoldersThatAreNotListed_AreNamedInOneLine()
    {
        _folder.Write(List, "# Our languages\nlanguages: [fr]\n");
        _folder.Write(German, "# nothing of this is right");
        _folder.Write("nl/site.yml", "nor of this");

        var (content, problems) = _folder.Load();

        Assert.NotNull(content);
        Assert.StartsWith("content/languages.yml:2: info: not offered: de, nl; ", Assert.Single(problems).ToString(), StringComparison.Ordinal);
        Assert.Single(content.Languages);
    }

    [Theory]
    [InlineData("languages: [fr, de, nl]", "there is no content/nl/site.yml")]
    [InlineData("languages: [fr, de, fr]", "\"fr\" is listed twice")]
    [InlineData("languages: []", "no language is listed")]
    [InlineData("language: [fr]", "\"languages\" is missing")]
    [InlineData("languages: [fr, de]\ndefault: de", "\"default\" is not a field")]
    public void Load_WrongList_IsNamed(string list, string culprit)
    {
        _folder.Write(List, list);

        var (content, problems) = _folder.Load();

        Assert.Null(content);
        Assert.Contains(problems, problem => problem.File == $"content/{List}" && problem.Text.Contains(culprit, StringComparison.Ordinal));
    }

    [Fact]
    public void Load_NoList_IsNamed()
    {
        _folder.Delete(List);

        Assert.Equal($"content/{List}", Assert.Single(_folder.Load().Problems).File);
    }

    /// <summary>What is compared, and what a page says about its age, goes by the original.</summary>
    [Theory]
    [InlineData("", "fr/pages/comprendre.md", "content/fr/pages/comprendre.md", true)]
    [InlineData("", German, "content/fr/pages/comprendre.md", false)]
    [InlineData("original: true\n", "fr/pages/comprendre.md", "content/de/pages/comprendre.md", false)]
    [InlineData("original: true\n", German, "content/de/pages/comprendre.md", true)]
    public void Load_OlderVersion_IsBehindItsOriginalOnly(string german, string older, string original, bool isOriginal)
    {
        _folder.Replace(German, "order: 10\n", $"order: 10\n{german}");
        var line = _folder.Replace(older, "reviewed: 2026-11-22", "reviewed: 2026-11-21");

        var (content, problems) = _folder.Load();

        Assert.Equal(
            isOriginal ? [] : [$"content/{older}:{line}: warning: the translation is older than {original}; bring it up to date and change \"reviewed\""],
            problems.Select(problem => problem.ToString()));
        var page = content!.SiteMap.FindNamed("understand", older[..2])!;
        Assert.Equal(isOriginal ? null : ContentFixture.Today, content.OriginalReview(page)?.On);
    }

    [Theory]
    [InlineData("languages: [de, fr]\n")]
    [InlineData("languages: [de]\n")]
    public void Load_TranslationIntoTheFirstLanguage_IsNoOriginal(string list)
    {
        _folder.Write(List, list);
        _folder.Replace(German, "reviewed: 2026-11-22", "translation: machine\nreviewed: 2026-11-21");

        var (content, problems) = _folder.Load();

        var isThereInFrench = list.Contains("fr", StringComparison.Ordinal);
        Assert.Equal(
            [isThereInFrench ? $"warning: the translation is older than content/{ContentFixture.Page}; bring it up to date and change \"reviewed\"" : "info: not offered: fr; to offer one, list it here once it is complete"],
            problems.Select(problem => problem.ToString().Split(": ", 2)[1]));
        Assert.Equal(isThereInFrench ? ContentFixture.Today : null, content!.OriginalReview(content.SiteMap.FindNamed("understand", "de")!)?.On);
    }

    [Theory]
    [InlineData("original: true\n", "original: true\n", "is the original already")]
    [InlineData("original: true\ntranslation: machine\n", "", "not a translation")]
    [InlineData("only: true\n", "", "also there in \"de\"")]
    [InlineData("only: perhaps\n", "", "true or false")]
    public void Load_ContradictionBetweenVersions_IsNamed(string french, string german, string culprit)
    {
        _folder.Replace(ContentFixture.Page, "order: 10\n", $"order: 10\n{french}");
        _folder.Replace(German, "order: 10\n", $"order: 10\n{german}");

        var (_, problems) = _folder.Load();

        Assert.Contains(culprit, Assert.Single(problems).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", null, false)]
    [InlineData("translation: machine\n", null, true)]
    [InlineData("translation: Verbraucherzentrale NRW\n", "Verbraucherzentrale NRW", false)]
    public void Load_Translation_SaysWhoHasReadIt(string field, string? readBy, bool isByMachine)
    {
        _folder.Replace(German, "order: 10\n", $"order: 10\n{field}");

        var (content, _) = _folder.Load();

        var translation = content!.FrontMatter(content.SiteMap.FindNamed("understand", "de")!)!.Translation;
        Assert.Equal((readBy, isByMachine), (translation?.ReadBy, translation?.IsByMachine ?? false));
    }

    [Fact]
    public void ServicesIn_LanguageWithoutTheGuide_OffersNoSuchService()
    {
        var guide = _folder.Read(ContentFixture.Guide);
        foreach (var language in new[] { "fr", "de" })
        {
            _folder.Replace($"{language}/guides/facebook.md", "services: [facebook, instagram, threads, ", "services: [facebook, instagram, ");
        }

        _folder.Write("de/guides/threads.md", guide.Replace("id: facebook\n", "id: host-guide\nonly: true\n", StringComparison.Ordinal).Replace("services: [facebook, instagram, threads, whatsapp, no-account]", "services: [threads]", StringComparison.Ordinal));

        var content = _folder.Load().Content!;

        string[] services = ["facebook", "instagram", "threads", "whatsapp", "no-account"];
        Assert.Equal(services.Where(service => service is not "threads"), content.ServicesIn(content.FindLanguage("fr")!).Select(service => service.Id));
        Assert.Equal(services, content.ServicesIn(content.FindLanguage("de")!).Select(service => service.Id));
    }

    [Theory]
    [InlineData("", 1)]
    [InlineData("only: true\n", 0)]
    public void Load_GuideInOneLanguage_IsWarnedOfUnlessItSaysSo(string field, int warnings)
    {
        _folder.Write("de/guides/threads.md", _folder.Read(ContentFixture.Guide).Replace("id: facebook\n", $"id: host-guide\n{field}", StringComparison.Ordinal));

        var (content, problems) = _folder.Load();

        Assert.NotNull(content);
        Assert.Equal(warnings, problems.Count);
    }
}
