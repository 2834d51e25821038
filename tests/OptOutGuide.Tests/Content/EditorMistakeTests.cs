namespace OptOutGuide.Tests.Content;

/// <summary>Mistakes that editors make, found by one who tried: each is said where it stands.</summary>
public sealed class EditorMistakeTests
{
    [Theory]
    [InlineData(ContentFixture.Guide, "::: see\nUne page de Meta.\n:::\n", "::: see\nUne page de Meta.\n", "inside \"::: see\"")]
    [InlineData(ContentFixture.Guide, "::: else\nReprenez à [la première étape](#ouvrir).\n:::\n", "::: else\nReprenez à [la première étape](#ouvrir).\n", "inside \"::: else\"")]
    [InlineData(ContentFixture.Guide, "Touchez **Envoyer**.", "### Puis {#puis}\n\nTouchez.[^cnil]", "only \"##\" has an anchor")]
    [InlineData(ContentFixture.Guide, "Touchez **Envoyer**.", "Touchez **Envoyer.", "bold text is not closed")]
    [InlineData(ContentFixture.Guide, "introduction.[^cnil]", "introduction.[^cnil", "note is not closed")]
    [InlineData(ContentFixture.Guide, "Touchez **Envoyer**.", "Voyez www.cnil.fr.", "bare addresses")]
    [InlineData(ContentFixture.Guide, "Touchez **Envoyer**.", "Touchez **[Send](lang:english)**.", "names no language")]
    [InlineData(ContentFixture.Guide, "Touchez **Envoyer**.", "::: timeline\n:::", "shows data on pages only")]
    [InlineData(ContentFixture.Guide, "Touchez **Envoyer**.", "```screen\ndevice: phone\ntitle: Menu\nrows: [Envoyer]\ntap: Envoyez\n```", "neither one of this screen's rows")]
    [InlineData(ContentFixture.Guide, "Touchez **Envoyer**.", "```screen\ndevice: watch\ntitle: Menu\nrows: [Envoyer]\n```", "one of phone, browser")]
    [InlineData(ContentFixture.Guide, "Touchez **Envoyer**.", "```screen\ndevice: phone\ntitle: Menu\n```", "one to 7 things")]
    [InlineData(ContentFixture.Guide, "Touchez **Envoyer**.", "```screen\ndevice: phone\ntitle: Menu\nrow: [Envoyer]\nbutton: Oui\n```", "not a field known here")]
    [InlineData(ContentFixture.Guide, "Touchez **Envoyer**.", "```screen\ndevice: [phone\n```", "not valid YAML")]
    [InlineData(ContentFixture.Guide, "Une page de Meta.", "```screen\ndevice: phone\ntitle: Menu\nrows: [Envoyer]\n```", "stands by itself")]
    [InlineData(ContentFixture.Guide, "Une phrase d'introduction.[^cnil]", "```screen\ndevice: phone\ntitle: Menu\nrows: [Envoyer]\n```", "stands in a step")]
    [InlineData(ContentFixture.Page, "reviewed:", "next: nowhere\nreviewed:", "there is no page \"nowhere\"")]
    [InlineData(ContentFixture.Words, "step-of: \"Étape {0} sur {1}\"", "step-of: \"Étape {0} sur {2}\"", "{0} and {1} only")]
    [InlineData(ContentFixture.Words, "step-of: \"Étape {0} sur {1}\"", "step-of: \"Étape {0 sur {1}\"", "brace out of place")]
    [InlineData(ContentFixture.Words, "step-of: \"Étape {0} sur {1}\"", "step-of: \"Étape {un}\"", "brace out of place")]
    [InlineData(ContentFixture.Words, "  list: ma-liste", "  list: Ma Liste", "cannot be part of an address")]
    [InlineData("deadlines.yml", "Dans {days} jours.", "Dans {day} jours.", "{days}, {hours}")]
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
        folder.Replace(ContentFixture.Words, "day: d MMMM yyyy", "day: \"d 'de MMMM\"");

        var (_, problems) = folder.Load();

        Assert.Contains(problems, problem => problem.Text.Contains("not a date form", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("trop **tard**")]
    [InlineData("trop\ntard")]
    [InlineData("Trop tard")]
    public void Load_ForbiddenWordsInDisguise_AreFound(string words)
    {
        using var folder = new ContentFixture();
        var line = folder.Replace(ContentFixture.Guide, "Touchez **Envoyer**.", $"Il est {words}.") - words.Count(character => character == '\n');

        var (_, problems) = folder.Load();

        Assert.Contains(problems, problem => problem.Line == line && problem.Text.Contains("never says \"trop tard\"", StringComparison.Ordinal));
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
