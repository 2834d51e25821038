namespace OptOutGuide.Tests.Content;

/// <summary>Meta's labels by id, in a folder of two languages where French stands in for German.</summary>
public sealed class MetaLabelTests : IDisposable
{
    private const string French = "fr/meta-labels.yml";
    private const string German = "de/meta-labels.yml";
    private const string GermanGuide = "de/guides/facebook.md";

    private const string Seen = """
        submit: { wording: Envoyer, source: cnil }
        profile:
          wording: Profil
          publisher: Le Journal
          title: Un article
          url: https://journal.example/article
          date: 2025-05
          grade: press

        """;

    private const string Screen = """
        ```screen
        device: phone
        title: label:profile
        rows: [label:submit, Autre]
        tap: label:submit
        ```
        """;

    private readonly ContentFixture _folder = new();

    public MetaLabelTests()
    {
        _folder.Replace(ContentFixture.Guide, "Touchez **Envoyer**.", $"Touchez [](label:submit) ou [](label:profile).\n\n{Screen}");
        _folder.Write(French, Seen);
        _folder.AddGerman();
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Label_WithWording_IsBoldAsIfWrittenByHand()
    {
        Assert.Contains("<p>Touchez <strong>Envoyer</strong> ou <strong>Profil</strong>.</p>", Load().Guides[0].Steps[1].Parts[0].Html.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void Label_ByIdOfASource_HasThatSource()
    {
        var labels = Load().Guides[0].Labels;

        Assert.Equal([("submit", "CNIL", EvidenceGrade.Authority), ("profile", "Le Journal", EvidenceGrade.Press)], labels.Select(label => (label.Id, label.Publisher, label.Grade)));
    }

    [Fact]
    public void Label_InAScreen_IsShownAndCanBeTapped()
    {
        var screen = Load().Guides[0].Steps[1].Page.Screen!;

        Assert.Equal(("Profil", "Envoyer", "Envoyer"), (screen.Title, screen.Rows[0], screen.Tap));
        Assert.Null(screen.LanguageOf("Envoyer"));
    }

    [Fact]
    public void Label_NotSeenInALanguage_IsThatOfAnotherWithWordsToLookFor()
    {
        _folder.Write(German, Seen.Replace("wording: Envoyer, source: cnil", "look-for: der Knopf unten", StringComparison.Ordinal));

        var step = Load().Guides[1].Steps[1];

        Assert.Contains("Touchez <strong lang=\"fr\">Envoyer</strong> (der Knopf unten) ou <strong>Profil</strong>.", step.Parts[0].Html.Markup, StringComparison.Ordinal);
        Assert.Equal(("fr", null), (step.Page.Screen!.LanguageOf("Envoyer"), step.Page.Screen.LanguageOf("Profil")));
        Assert.True(step.Page.HasForeignLabels);
        Assert.False(Load().Guides[1].Steps[0].Page.HasForeignLabels);
    }

    /// <summary>A step's own page leaves out the box <c>more</c>; what it explains is explained again below.</summary>
    [Fact]
    public void Label_NotSeenInALanguage_IsExplainedAtItsFirstUseOfEachStep()
    {
        _folder.Write(German, Seen.Replace("wording: Envoyer, source: cnil", "look-for: der Knopf unten", StringComparison.Ordinal));
        _folder.Replace(GermanGuide, "::: see\n", "::: more\nA: [](label:submit).\n:::\n\nB: [](label:submit). C: [](label:submit).\n\n::: see\n");

        var markup = Load().Guides[1].Steps.SelectMany(step => step.Parts).Aggregate("", (all, part) => all + part.Html.Markup);

        Assert.Equal(3, markup.Split("(der Knopf unten)").Length - 1);
        Assert.Contains("C: <strong lang=\"fr\">Envoyer</strong>.", markup, StringComparison.Ordinal);
    }

    [Fact]
    public void Label_InFrontMatter_IsPlainTextToo()
    {
        _folder.Replace(ContentFixture.Guide, "Son **téléphone**", "Le bouton [](label:submit)");

        Assert.Equal("Le bouton <strong>Envoyer</strong>.", Load().Guides[0].Needs[1].Markup);
    }

    [Theory]
    [InlineData(French, "submit: {", "submit: { look-for: le bouton,", French, "remove one")]
    [InlineData(German, "submit: {", "submit: { look-for: der Knopf,", German, "remove one")]
    [InlineData(French, "wording: Envoyer, source: cnil", "look-for: le bouton", French, "the other languages fall back to")]
    [InlineData(French, ", source: cnil", "", French, "names no source")]
    [InlineData(French, "source: cnil", "source: nobody", French, "\"nobody\" is not in content/sources.yml")]
    [InlineData(French, "  date: 2025-05", "  date: 2026-12", French, "future")]
    [InlineData(French, "  grade: press", "  grade: heavy", French, "heavy")]
    [InlineData(French, "  grade: press", "  grade: press\n  colour: blue", French, "colour")]
    [InlineData(ContentFixture.Guide, "[](label:submit)", "[](label:nothing)", ContentFixture.Guide, "\"nothing\" is not in content/fr/meta-labels.yml")]
    [InlineData(ContentFixture.Guide, "[](label:submit)", "[Valider](label:submit)", ContentFixture.Guide, "write [](label:submit)")]
    [InlineData(ContentFixture.Guide, "[](label:submit)", "**[](label:submit)**", ContentFixture.Guide, "bold by itself")]
    [InlineData(ContentFixture.Guide, "Son **téléphone**", "Son [](label:nothing)", ContentFixture.Guide, "\"nothing\" is not in")]
    [InlineData(ContentFixture.Guide, "title: label:profile", "title: label:nothing", ContentFixture.Guide, "\"nothing\" is not in")]
    public void Load_BrokenLabel_NamesFileLineAndCulprit(string file, string text, string broken, string named, string culprit)
    {
        var line = _folder.Replace(file, text, broken);

        var (content, problems) = _folder.Load();

        var problem = Assert.Single(problems, problem => problem.Severity is Severity.Error && problem.File == $"content/{named}");
        Assert.Equal(line, problem.Line);
        Assert.Contains(culprit, problem.Text, StringComparison.Ordinal);
        Assert.Null(content);
    }

    [Fact]
    public void Load_WordingThatNoLanguageHas_IsNamed()
    {
        _folder.Write(German, Seen + "send: { look-for: der Knopf }\n");

        var problem = Assert.Single(_folder.Load().Problems, problem => problem.Severity is Severity.Error);

        Assert.Equal(($"content/{German}", 9), (problem.File, problem.Line));
        Assert.Contains("content/fr/meta-labels.yml has no wording of \"send\"", problem.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(French, "profile:", "send: { wording: Valider, source: cnil }\nprofile:", "\"send\" is used nowhere")]
    [InlineData(ContentFixture.Guide, "Touchez [](label:submit)", "Touchez **Envoyer** et [](label:submit)", "write [](label:submit)")]
    [InlineData(ContentFixture.Easy, "Ouvrez le formulaire.", "Touchez **Envoyer**.", "write [](label:submit)")]
    public void Load_DoubtfulLabel_Warns(string file, string text, string doubtful, string culprit)
    {
        _folder.Replace(file, text, doubtful);

        var (content, problems) = _folder.Load();

        var warning = Assert.Single(problems);
        Assert.Equal(($"content/{file}", Severity.Warning), (warning.File, warning.Severity));
        Assert.Contains(culprit, warning.Text, StringComparison.Ordinal);
        Assert.NotNull(content);
    }

    /// <summary>German texts use the French wording: the French file needs it.</summary>
    [Fact]
    public void Load_WordingThatOnlyAnotherLanguageUses_IsUsed()
    {
        _folder.Write(French, Seen + "send: { wording: Valider, source: cnil }\n");
        _folder.Write(German, Seen + "send: { look-for: der Knopf }\n");
        _folder.Replace(GermanGuide, "Touchez [](label:submit)", "Touchez [](label:send), [](label:submit)");

        Assert.Empty(_folder.Load().Problems);
    }

    private SiteContent Load()
    {
        var (content, problems) = _folder.Load();
        Assert.Empty(problems);
        return content!;
    }
}
