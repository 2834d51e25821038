namespace OptOutGuide.Tests.Content.Markdown;

/// <summary>
/// Text that an editor meant as markup and that Markdown does not parse as such: visitors would read its characters, or
/// nothing.
/// </summary>
public sealed class StrayMarkupTests
{
    [Theory]
    // Headings.
    [InlineData("##\u00A0Puis {#puis}", "this is no heading")]
    [InlineData("##\u202FPuis {#puis}", "this is no heading")]
    [InlineData("##Puis {#puis}", "this is no heading")]
    [InlineData("###Puis", "this is no heading")]
    [InlineData("#Puis", "this is no heading")]
    [InlineData("## {#puis}", "no words")]
    [InlineData("##", "no words")]
    [InlineData("## Puis {#Puis}", "this anchor is not understood")]
    [InlineData("## Puis {#puis} enfin", "this anchor is not understood")]
    [InlineData("Puis {#puis}", "only \"##\" has an anchor")]
    // Links and notes.
    [InlineData("Voyez [la page] (page:understand).", "this bracket makes no link")]
    [InlineData("Voyez [la page](page: understand).", "this bracket makes no link")]
    [InlineData("Voyez [la page](page:under stand).", "this bracket makes no link")]
    [InlineData("Voyez [la page][comprendre].", "this bracket makes no link")]
    [InlineData("Voyez [la page.", "this bracket makes no link")]
    [InlineData("Voyez [[comprendre]].", "this bracket makes no link")]
    [InlineData("Voyez (page:understand).", "this is no link")]
    [InlineData("Voyez page:understand.", "this is no link")]
    [InlineData("Voyez [la page](page:understand \"Comprendre\").", "would not be shown")]
    [InlineData("Voyez ceci.\n\n[comprendre]: page:understand", "would not be shown")]
    [InlineData("Une phrase.[cnil]", "this bracket makes no link")]
    // Signs around words.
    [InlineData("Touchez ~~Annuler~~ Envoyer.", "struck through")]
    [InlineData("Touchez ==Envoyer==.", "struck through")]
    [InlineData("Touchez *Envoyer.", "this sign is not closed")]
    [InlineData("Touchez * Envoyer*.", "this sign is not closed")]
    [InlineData("Touchez _Envoyer.", "this sign is not closed")]
    [InlineData("Touchez `Envoyer.", "this sign is not closed")]
    [InlineData("Touchez ** Envoyer **.", "this bold text is not closed")]
    [InlineData("Touchez&nbspEnvoyer.", "this stands for no character")]
    [InlineData("Touchez &envoyer; maintenant.", "this stands for no character")]
    // Lists, tables, code, boxes.
    [InlineData("- [ ] Touchez Envoyer.", "this bracket makes no link")]
    [InlineData("- [x] Touchez Envoyer.", "this bracket makes no link")]
    [InlineData("Ensuite :\n2. Touchez Envoyer.", "a list does not begin here")]
    [InlineData("-\u00A0Touchez Envoyer.", "this is no list")]
    [InlineData("1.\u00A0Touchez Envoyer.", "this is no list")]
    [InlineData("-Touchez Envoyer.", "this is no list")]
    [InlineData("1.Touchez Envoyer.", "this is no list")]
    [InlineData("• Touchez Envoyer.", "this is no list")]
    [InlineData("| Pays | Âge |", "this is no table")]
    [InlineData("    Touchez Envoyer.", "four spaces")]
    [InlineData("\tTouchez Envoyer.", "four spaces")]
    [InlineData("```scren\ndevice: phone\n```", "no block ```scren")]
    [InlineData("```\nTouchez Envoyer.\n```", "no block ```")]
    [InlineData(":: see", "this is no box")]
    [InlineData("::: note Touchez Envoyer.\nPuis.\n:::", "would not be shown")]
    public void Load_MarkupThatIsNone_IsNamedOnItsLine(string markdown, string culprit)
    {
        using var folder = new ContentFixture();
        var end = folder.Replace(ContentFixture.Page, "Après les données.", markdown);
        var sign = markdown.Split('\n').ToList().FindIndex(line => line.StartsWith("2.", StringComparison.Ordinal) || line.StartsWith("[comprendre]:", StringComparison.Ordinal));

        var (content, problems) = folder.Load();

        Assert.Null(content);
        Assert.Contains(problems, problem => problem.File == $"content/{ContentFixture.Page}"
            && problem.Line == end - markdown.Count(character => character == '\n') + Math.Max(sign, 0)
            && problem.Text.Contains(culprit, StringComparison.Ordinal));
    }

    /// <summary>Stray markup is also found in link texts and in bold text.</summary>
    [Theory]
    [InlineData("Voyez [~~la page~~](page:understand).")]
    [InlineData("Voyez **~~la page~~**.")]
    [InlineData("- Voyez ~~la page~~.")]
    [InlineData("| a |\n|---|\n| ~~b~~ |")]
    [InlineData("::: note\nVoyez ~~la page~~.\n:::")]
    public void Load_MarkupThatIsNoneInsideOther_IsNamed(string markdown)
    {
        using var folder = new ContentFixture();
        folder.Replace(ContentFixture.Page, "Après les données.", markdown);

        var (_, problems) = folder.Load();

        Assert.Contains("struck through", Assert.Single(problems).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Écrivez \\[votre nom\\], \\*, \\_, \\`, \\# et 3 * 4.")]
    [InlineData("\\# n’est pas un titre, \\- pas une liste, 1\\. non plus.")]
    [InlineData("Le n° 2. Puis le 3. Et `[x]`, `~~y~~`.")]
    [InlineData("Un_mot, R&D, Nutzer*innen, 10 % & plus, a &amp; b.")]
    [InlineData("- Un\n- Deux\n\n1. Un\n2. Deux\n\n2. Deux")]
    [InlineData("*Un* **deux** _trois_ __quatre__ ***cinq***")]
    [InlineData("La page\u00A0: voyez ci-dessous. Le lien\u00A0: le voici. Lang: en.")]
    [InlineData("> Un texte cité.")]
    [InlineData("En 2025\n2026 suit.")]
    [InlineData("Un\\\ndeux  \ntrois")]
    public void Load_MarkupThatIs_IsRead(string markdown)
    {
        using var folder = new ContentFixture();
        folder.Replace(ContentFixture.Page, "Après les données.", markdown);

        var (content, problems) = folder.Load();

        Assert.Empty(problems);
        Assert.NotNull(content);
    }

    /// <summary>Fields of the front matter are rendered as one line of Markdown, or as they are.</summary>
    [Theory]
    [InlineData("who: Toute personne qui a un compte.[^meta-mail]", "who: \"- Toute personne\"")]
    [InlineData("- Son adresse e-mail.", "- \"## Son adresse\"")]
    [InlineData("- Son adresse e-mail.", "- \"1. Son adresse\"")]
    [InlineData("- Son adresse e-mail.", "- \"Son adresse\\n\\nSon nom\"")]
    public void Load_LineOfAHeadThatIsMore_IsNamed(string good, string bad)
    {
        using var folder = new ContentFixture();
        var line = folder.Replace(ContentFixture.Guide, good, bad);

        var (content, problems) = folder.Load();

        Assert.Null(content);
        Assert.Contains(problems, problem => problem.Line == line && problem.Text.Contains("more than one line of text", StringComparison.Ordinal));
    }

    /// <summary>Titles, data and the site's texts are shown as they are: Markdown in them would be visible.</summary>
    [Theory]
    [InlineData(ContentFixture.Guide, "title: S'opposer sur Facebook", "title: S'opposer sur **Facebook**")]
    [InlineData(ContentFixture.Guide, "summary: Deux étapes.", "summary: Deux étapes.[^cnil]")]
    [InlineData(ContentFixture.Data, "Des plaintes sont déposées.", "\"Des [plaintes](page:understand) sont déposées.\"")]
    [InlineData(ContentFixture.Data, "Formulaire court", "Formulaire **court**")]
    [InlineData(ContentFixture.Data, "always-text: Le droit", "always-text: Le ~~droit~~")]
    [InlineData(ContentFixture.Data, "Première version.", "\"<b>Première</b> version.\"")]
    [InlineData(ContentFixture.SiteTexts, "step-of: \"Étape", "step-of: \"## Étape")]
    public void Load_MarkupInAPlainText_IsNamed(string file, string good, string bad)
    {
        using var folder = new ContentFixture();
        var line = folder.Replace(file, good, bad);

        var (content, problems) = folder.Load();

        Assert.Null(content);
        var problem = Assert.Single(problems);
        Assert.Equal(($"content/{file}", line), (problem.File, problem.Line));
        Assert.Contains("as it stands", problem.Text, StringComparison.Ordinal);
    }
}
