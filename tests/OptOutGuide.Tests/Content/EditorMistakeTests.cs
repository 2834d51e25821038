namespace OptOutGuide.Tests.Content;

/// <summary>
/// Mistakes that editors made: over several lines, with words in disguise, in punctuation. A mistake on one line is a row of
/// <see cref="ContentProblemTests"/>, which checks its line and that nothing else is reported.
/// </summary>
public sealed class EditorMistakeTests
{
    [Theory]
    [InlineData(ContentFixture.Guide, "::: see\nUne page de Meta.\n:::\n", "::: see\nUne page de Meta.\n", "inside \"::: see\"")]
    [InlineData(ContentFixture.Guide, "::: else\nReprenez à [la première étape](#ouvrir).\n:::\n", "::: else\nReprenez à [la première étape](#ouvrir).\n", "inside \"::: else\"")]
    [InlineData(ContentFixture.Guide, "Touchez **Envoyer**.", "### Puis {#puis}\n\nTouchez.[^cnil]", "only \"##\" has an anchor")]
    [InlineData(ContentFixture.Guide, "Touchez **Envoyer**.", "::: timeline\n:::", "shows data on pages only")]
    [InlineData(ContentFixture.Guide, "Touchez **Envoyer**.", "```screen\ndevice: phone\ntitle: Menu\nrows: [Envoyer]\ntap: Envoyez\n```", "neither one of this screen's rows")]
    [InlineData(ContentFixture.Guide, "Touchez **Envoyer**.", "```screen\ndevice: watch\ntitle: Menu\nrows: [Envoyer]\n```", "one of phone, browser")]
    [InlineData(ContentFixture.Guide, "Touchez **Envoyer**.", "```screen\ndevice: phone\ntitle: Menu\n```", "one to 7 things")]
    [InlineData(ContentFixture.Guide, "Touchez **Envoyer**.", "```screen\ndevice: phone\ntitle: Menu\nrow: [Envoyer]\nbutton: Oui\n```", "not a field known here")]
    [InlineData(ContentFixture.Guide, "Une page de Meta.", "```screen\ndevice: phone\ntitle: Menu\nrows: [Envoyer]\n```", "stands by itself")]
    [InlineData(ContentFixture.Guide, "Une phrase d'introduction.[^cnil]", "```screen\ndevice: phone\ntitle: Menu\nrows: [Envoyer]\n```", "stands in a step")]
    [InlineData(ContentFixture.Page, "reviewed:", "next: nowhere\nreviewed:", "there is no page \"nowhere\"")]
    [InlineData(ContentFixture.SiteTexts, "  list: ma-liste", "  list: Ma Liste", "cannot be part of an address")]
    public void Load_WithTheMistake_NamesIt(string file, string good, string bad, string culprit)
    {
        using var folder = new ContentFixture();
        folder.Replace(file, good, bad);

        var (content, problems) = folder.Load();

        Assert.Null(content);
        Assert.Contains(problems, problem => problem.File == $"content/{file}" && problem.Text.Contains(culprit, StringComparison.Ordinal));
    }

    [Fact]
    public void Load_DateFormThatIsNone_NamesIt()
    {
        using var folder = new ContentFixture();
        folder.Replace(ContentFixture.SiteTexts, "day: d MMMM yyyy", "day: \"d 'de MMMM\"");

        var (_, problems) = folder.Load();

        Assert.Contains(problems, problem => problem.Text.Contains("not a date form", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(ContentFixture.Guide, "Touchez **Envoyer**.", "Est-ce fait ?", "?")]
    [InlineData(ContentFixture.Guide, "Touchez **Envoyer**.", "Touchez **Envoyer** !", "!")]
    [InlineData(ContentFixture.Guide, "Touchez **Envoyer**.", "Touchez « Envoyer\u00A0».", "«")]
    [InlineData(ContentFixture.Guide, "Touchez **Envoyer**.", "Touchez «\u00A0Envoyer ».", "»")]
    [InlineData(ContentFixture.SiteTexts, "step-of: \"Étape {0}\u00a0sur\u00a0{1}\"", "step-of: \"Étape : {0} sur {1}\"", ":")]
    public void Load_PlainSpaceBesideAFrenchSign_IsWarnedOf(string file, string good, string bad, string sign)
    {
        using var folder = new ContentFixture();
        var line = folder.Replace(file, good, bad);

        var (content, problems) = folder.Load();

        Assert.NotNull(content);
        var problem = Assert.Single(problems);
        Assert.Equal(($"content/{file}", line, Severity.Warning), (problem.File, problem.Line, problem.Severity));
        Assert.Contains($"a plain space stands beside \"{sign}\"", problem.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Touchez «\u00A0Envoyer\u00A0»\u00A0; puis attendez.")]
    [InlineData("| Touche | Effet |\n|---|:---|\n| **Envoyer** | Envoie |")]
    public void Load_NoBreakSpacesAndTables_AreRead(string text)
    {
        using var folder = new ContentFixture();
        folder.Replace(ContentFixture.Page, "Après les données.", text);

        var (_, problems) = folder.Load();

        Assert.Empty(problems);
    }

    /// <summary>A line of three hyphens ends a YAML document; the rest would be ignored silently.</summary>
    [Theory]
    [InlineData("sources.yml", "- id: meta-mail", "---\n- id: meta-mail", 1)]
    [InlineData("authorities.yml", "- country: AT", "- country: AT\n  area: eu\n  name: DSB\n  home: https://www.dsb.gv.at/\n  complaint: https://www.dsb.gv.at/b\n  date: 2026-03-30\n  confirmed: false\n---\n- country: BE", 1)]
    [InlineData(ContentFixture.Forbidden, "- words: trop tard", "- words: x\n  instead: y\n--- # suite\n- words: trop tard", 1)]
    [InlineData("changes.yml", "pages: [facebook]", "pages: [facebook]\n...\n---\n- id: earlier", 1)]
    [InlineData("timeline.yml", "sources: [cnil]", "sources: [cnil]\n---", 0)]
    [InlineData(ContentFixture.SiteTexts, "\naddresses:", "\n---\naddresses:", 1)]
    [InlineData(ContentFixture.Guide, "minutes: 5", "--- \nminutes: 5", 1)]
    [InlineData(ContentFixture.Guide, "Touchez **Envoyer**.", "```screen\ndevice: phone\ntitle: Menu\nrows: [Oui]\n---\ntap: Oui\n```", 2)]
    public void Load_SecondYamlDocument_IsNamedFirstOnItsLine(string file, string good, string bad, int linesBelow)
    {
        using var folder = new ContentFixture();
        var line = folder.Replace(file, good, bad) - linesBelow;

        var (content, problems) = folder.Load();

        Assert.Null(content);
        Assert.Equal($"content/{file}", problems[0].File);
        Assert.InRange(problems[0].Line, line, line + 1);
        Assert.Contains("a second document begins here", problems[0].Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Load_YamlThatBeginsAndEndsAsADocument_IsRead()
    {
        using var folder = new ContentFixture();
        folder.Write("links.yml", $"---\n{folder.Read("links.yml")}\n...\n");

        var (content, problems) = folder.Load();

        Assert.Empty(problems);
        Assert.NotNull(content);
    }

    [Theory]
    [InlineData(ContentFixture.Guide, "title: S'opposer sur Facebook", "title: Facebook # bis", 0, "Facebook")]
    [InlineData(ContentFixture.Guide, "- Son adresse e-mail.", "- Son adresse #1", 0, "Son adresse")]
    [InlineData(ContentFixture.Guide, "Touchez **Envoyer**.", "```screen\ndevice: phone\ntitle: Menu\nbutton: Oui # ou non\n```", 1, "Oui")]
    [InlineData(ContentFixture.Data, "La règle d'une", "La règle #noyb d'une", 0, "La règle")]
    [InlineData("sources.yml", "date: 2025-05-01", "date: 2025-05-01\t# ou le 2", 0, "2025-05-01")]
    public void Load_CommentInsideAValue_IsWarnedOf(string file, string good, string bad, int linesBelow, string kept)
    {
        using var folder = new ContentFixture();
        var line = folder.Replace(file, good, bad) - linesBelow;

        var (content, problems) = folder.Load();

        Assert.NotNull(content);
        var problem = Assert.Single(problems);
        Assert.Equal(($"content/{file}", line, Severity.Warning), (problem.File, problem.Line, problem.Severity));
        Assert.Contains($"not part of \"{kept}\"", problem.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("# Une ligne\n- id: cnil")]
    [InlineData("- id: cnil\n  # Une ligne")]
    [InlineData("- id: \"cnil\" # entre guillemets")]
    [InlineData("- # une entrée\n  id: cnil")]
    public void Load_CommentBesideAValue_IsRead(string entry)
    {
        using var folder = new ContentFixture();
        folder.Replace("sources.yml", "- id: cnil", entry);

        var (content, problems) = folder.Load();

        Assert.Empty(problems);
        Assert.NotNull(content);
    }

    [Fact]
    public void Load_FileInAnOldEncoding_IsNamedFirst()
    {
        using var folder = new ContentFixture();
        File.WriteAllBytes(Path.Combine(folder.Root, ContentFixture.Page), System.Text.Encoding.Latin1.GetBytes(folder.Read(ContentFixture.Page) + "é"));

        var (_, problems) = folder.Load();

        Assert.Equal($"content/{ContentFixture.Page}", problems[0].File);
        Assert.Contains("not UTF-8", problems[0].Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Load_TabInData_IsNamedFirstOnItsOwnLine()
    {
        using var folder = new ContentFixture();
        var line = folder.Replace("links.yml", "  login: true", "\tlogin: true");

        var (_, problems) = folder.Load();

        Assert.Equal(("content/links.yml", line), (problems[0].File, problems[0].Line));
        Assert.Contains("tab", problems[0].Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Load_FileThatNothingReads_IsWarnedOf()
    {
        using var folder = new ContentFixture();
        folder.Write("fr/guides/quest.txt", "un guide");

        var (content, problems) = folder.Load();

        Assert.NotNull(content);
        Assert.Equal("content/fr/guides/quest.txt", Assert.Single(problems).File);
    }

    [Fact]
    public void Load_PageWithAnIdOfTheSitesOwn_IsNamed()
    {
        using var folder = new ContentFixture();
        folder.Replace(ContentFixture.Text, "id: complaint", "id: list");

        var (_, problems) = folder.Load();

        Assert.Contains(problems, problem => problem.Text.Contains("one of the site's own", StringComparison.Ordinal));
    }
}
