namespace OptOutGuide.Tests.Content;

/// <summary>Each mistake is named with its file, its line and the culprit.</summary>
public sealed class ContentProblemTests
{
    [Theory]
    // References that lead nowhere.
    [InlineData(ContentFixture.Guide, "introduction.[^cnil]", "introduction.[^nobody]", "nobody")]
    [InlineData(ContentFixture.Guide, "introduction.[^cnil]", "introduction.[^CNIL]", "CNIL")]
    [InlineData(ContentFixture.Guide, "avenir.[^meta-mail]", "avenir.[^nobody]", "nobody")]
    [InlineData(ContentFixture.Guide, "compte.[^meta-mail]", "compte.[^nobody]", "nobody")]
    [InlineData(ContentFixture.Guide, "link:facebook-short", "link:nowhere", "nowhere")]
    [InlineData(ContentFixture.Guide, "Son **téléphone**", "Son [téléphone](link:nowhere)", "nowhere")]
    [InlineData(ContentFixture.Guide, "forms: [privacy-portal, facebook-short]", "forms: [privacy-portal, nowhere]", "nowhere")]
    [InlineData(ContentFixture.Guide, "page:understand#en-bref", "page:nowhere", "nowhere")]
    [InlineData(ContentFixture.Guide, "page:understand#en-bref", "page:understand#nowhere", "nowhere")]
    [InlineData(ContentFixture.Guide, "(#ouvrir)", "(#nowhere)", "nowhere")]
    [InlineData("links.yml", "fallbacks: [privacy-portal]", "fallbacks: [nowhere]", "nowhere")]
    [InlineData("links.yml", "evidence: [cnil, meta-mail]", "evidence: [cnil, nobody]", "nobody")]
    [InlineData("deadlines.yml", "sources: [cnil]", "sources: [nobody]", "nobody")]
    [InlineData("timeline.yml", "sources: [cnil]", "sources: [nobody]", "nobody")]
    [InlineData("changes.yml", "pages: [facebook]", "pages: [nowhere]", "nowhere")]
    [InlineData(ContentFixture.Easy, "id: facebook", "id: nowhere", "nowhere")]
    // Addresses and markup.
    [InlineData(ContentFixture.Guide, "minutes: 5", "minutes: 5\nform-button: Ouvrir facebook.com", "the words name facebook.com, the address leads to privacycenter.instagram.com")]
    [InlineData(ContentFixture.Guide, "link:facebook-short", "https://evil.example/", "https://evil.example/")]
    [InlineData(ContentFixture.Guide, "link:facebook-short", "javascript:alert(1)", "javascript:alert(1)")]
    [InlineData("links.yml", "https://www.facebook.com/help/contact/1", "https://l.facebook.com/l.php?u=https%3A%2F%2Fevil.example%2F", "leads on to a site")]
    [InlineData("links.yml", "https://www.facebook.com/help/contact/1", "https://www.facebook.com/flx/warn/?u=https%3A%2F%2Fevil.example%2F", "leads on to a site")]
    [InlineData("links.yml", "https://www.facebook.com/help/contact/1", "https://apps.facebook.com/form", "leads on to a site")]
    [InlineData(ContentFixture.Guide, "link:facebook-short", "//evil.example/", "//evil.example/")]
    [InlineData(ContentFixture.Guide, "Touchez **Envoyer**.", "[là]: https://evil.example/\n\nTouchez [là].", "https://evil.example/")]
    [InlineData(ContentFixture.Guide, "Touchez **Envoyer**.", "Touchez\n<https://evil.example/>", "address")]
    [InlineData(ContentFixture.Guide, "Touchez **Envoyer**.", "Ouvrez https://evil.example/ici.", "address")]
    [InlineData(ContentFixture.Guide, "Touchez **Envoyer**.", "<div onclick=\"alert(1)\">", "HTML")]
    [InlineData(ContentFixture.Guide, "Touchez **Envoyer**.", "Touchez\n<b>Envoyer", "HTML")]
    [InlineData(ContentFixture.Guide, "Envoyez **vite**", "Envoyez <script>", "HTML")]
    [InlineData(ContentFixture.Guide, "qui a un compte", "qui a un <img src=x onerror=alert(1)> compte", "HTML")]
    [InlineData(ContentFixture.Guide, "Son **téléphone**", "Son [téléphone](javascript:alert(1))", "javascript:alert(1)")]
    [InlineData(ContentFixture.Guide, "Touchez **Envoyer**.", "![Bouton](link:facebook-short)", "pictures")]
    // Fields.
    [InlineData(ContentFixture.Guide, "minutes: 5", "minutes: 5\ncolour: blue", "colour")]
    [InlineData(ContentFixture.Guide, "minutes: 5", "minutes: 5\noptional-steps: [nowhere]", "no anchor \"nowhere\"")]
    [InlineData(ContentFixture.Guide, "minutes: 5", "minutes: five", "minutes: five")]
    [InlineData(ContentFixture.Guide, "minutes: 5", "minutes: 0", "minutes: 0")]
    [InlineData(ContentFixture.Guide, "minutes: 5", "minutes: -5", "minutes: -5")]
    [InlineData(ContentFixture.Guide, "review-every: 90", "review-every: 99999999", "99999999")]
    [InlineData(ContentFixture.Guide, "reviewed: 2026-11-22", "reviewed: 2026-02-30", "2026-02-30")]
    [InlineData(ContentFixture.Guide, "reviewed: 2026-11-22", "reviewed: 22/11/2026", "22/11/2026")]
    [InlineData(ContentFixture.Guide, "reviewed: 2026-11-22", "reviewed: 2026-11-23", "future")]
    [InlineData(ContentFixture.Guide, "services: [facebook, instagram, threads, whatsapp, no-account]", "services: [facebook, minitel]", "minitel")]
    [InlineData(ContentFixture.Guide, "name: Facebook", "name: [Facebook]", "name")]
    [InlineData(ContentFixture.Page, "order: 10", "order: 10\nminutes: 5", "minutes")]
    [InlineData(ContentFixture.Page, "order: 10", "order: 10\nsections:\n  countries: nowhere", "no anchor \"nowhere\"")]
    [InlineData(ContentFixture.Page, "order: 10", "order: 10\nsections:\n  continents: en-bref", "countries, claims")]
    [InlineData(ContentFixture.Page, "order: 10", "order: 10\nlaw: uk", "law")]
    [InlineData(ContentFixture.Text, "order: 1", "order: 1\nlaw: roman", "gdpr, uk, ch")]
    [InlineData("sources.yml", "weight: authority", "weight: heavy", "heavy")]
    [InlineData("sources.yml", "date: 2025-05-27", "date: May", "May")]
    [InlineData("sources.yml", "date: 2025-05-27", "date: 2025-5", "2025-05-27, 2025-05 or 2025")]
    [InlineData("sources.yml", "date: 2025-05-27", "date: 2026-11-23", "future")]
    [InlineData("sources.yml", "date: 2025-05-27", "date: 2026-12", "future")]
    [InlineData("sources.yml", "date: 2025-05-27", "date: 2025-05\n  read: 2026-11-21", "\"read\" is for a text without a date")]
    [InlineData("sources.yml", "date: 2025-05-27", "read: 2026-11-23", "future")]
    [InlineData("links.yml", "date: 2025-04-29", "date: 2025-04-29\n  read: 2026-11-21", "\"read\" is for a text without a date")]
    [InlineData("sources.yml", "url: https://meta.example/mail", "url: https://meta.example/mail\n  home: https://meta.example/", "\"home\" is for a text whose own address was not seen")]
    [InlineData("sources.yml", "url: https://meta.example/mail", "home: http://meta.example/", "http://meta.example/")]
    [InlineData("timeline.yml", "date: 2024-06-06", "date: June", "2025-05-27, 2025-05 or 2025")]
    [InlineData("links.yml", "https://www.facebook.com/", "http://www.facebook.com/", "http://www.facebook.com/")]
    [InlineData("links.yml", "login: true", "login: perhaps", "true, false or unknown")]
    [InlineData(ContentFixture.Data, "Formulaire court", "Formulaire court, french: x", "french")]
    [InlineData("authorities.yml", "area: eu", "area: mars", "mars")]
    [InlineData("authorities.yml", "confirmed: false", "confirmed: false\n  phone: 123", "phone")]
    [InlineData("deadlines.yml", "at: 2025-05-27T00:00", "at: 2025-05-27", "at: 2025-05-27")]
    [InlineData("deadlines.yml", "Europe/Paris", "Europe/Ys", "Europe/Ys")]
    [InlineData(ContentFixture.Data, "today: Aujourd'hui.", "today: Aujourd'hui.\n    tomorrow: Demain.", "tomorrow")]
    [InlineData(ContentFixture.SiteTexts, "culture: fr-FR", "culture: fr-XX", "fr-XX")]
    [InlineData(ContentFixture.SiteTexts, "culture: fr-FR", "culture: fr-FR\ncolour: blue", "colour")]
    [InlineData(ContentFixture.SiteTexts, "heading: Sources", "heading: Sources\n  colour: blue", "colour")]
    // Texts of shared data.
    [InlineData(ContentFixture.Data, "AT: { country: Autriche }", "AT: { country: Autriche, land: x }", "land")]
    [InlineData(ContentFixture.Data, "AT: {", "DE: { country: Allemagne }, AT: {", "\"DE\" is not an id of content/authorities.yml")]
    [InlineData(ContentFixture.Data, "Ce que dit l'e-mail.", "Ce que dit l'e-mail.\n  nobody: x", "\"nobody\" is not an id of content/sources.yml")]
    [InlineData(ContentFixture.Data, "complaints:", "nothing: x, complaints:", "\"nothing\" is not an id of content/timeline.yml")]
    [InlineData(ContentFixture.Data, "points: {", "points: { 2025-04-15: x,", "\"2025-04-15\" is not a date of \"training-start\"")]
    [InlineData(ContentFixture.Data, "{ complaints: Des plaintes sont déposées. }", "{}", "\"complaints\" of content/timeline.yml has no text")]
    [InlineData(ContentFixture.Data, ", no-account: Sans compte", "", "\"no-account\" of content/services.yml")]
    [InlineData("deadlines.yml", "points: [2025-04-14]", "points: [2025-04-14, April]", "\"April\" is not a date")]
    // Plurals.
    [InlineData(ContentFixture.SiteTexts, "    one: \"Environ {0}\u00a0minute\"\n", "", "the form \"one\" is missing; this language has one, other")]
    [InlineData(ContentFixture.SiteTexts, "other: \"Environ {0}\u00a0minutes\"", "other: \"Environ {0}\u00a0minutes\"\n    several: x", "several")]
    [InlineData(ContentFixture.SiteTexts, "other: \"Environ {0}\u00a0minutes\"", "other: \"Environ {2} minutes\"", "{0} and {1}")]
    // The shape of a text.
    [InlineData(ContentFixture.Guide, "{#envoyer}", "{#ouvrir}", "ouvrir")]
    [InlineData(ContentFixture.Guide, " {#envoyer}", "", "anchor")]
    [InlineData(ContentFixture.Guide, "::: see", "::: hint", "hint")]
    [InlineData(ContentFixture.Guide, "Touchez **Envoyer**.", "# Titre", "\"#\"")]
    [InlineData(ContentFixture.Guide, "Touchez **Envoyer**.", "#### Titre", "level")]
    [InlineData(ContentFixture.Guide, "Envoyez **vite** {#envoyer}", "{#envoyer}", "no words")]
    [InlineData(ContentFixture.Guide, "[le formulaire](", "[](", "no words")]
    [InlineData(ContentFixture.Text, "Je soussigné", "Il est Trop\u00A0tard", "trop tard")]
    // YAML.
    [InlineData(ContentFixture.Text, "title: Une plainte", "title: Plainte: une lettre", "YAML")]
    [InlineData(ContentFixture.Text, "order: 1", "order: 1\norder: 2", "YAML")]
    [InlineData(ContentFixture.Guide, "Touchez **Envoyer**.", "Touchez **Envoyer.", "bold text is not closed")]
    [InlineData(ContentFixture.Guide, "introduction.[^cnil]", "introduction.[^cnil", "note is not closed")]
    [InlineData(ContentFixture.Guide, "Touchez **Envoyer**.", "Voyez www.cnil.fr.", "bare addresses")]
    [InlineData(ContentFixture.Guide, "Touchez **Envoyer**.", "Touchez **[Send](lang:english)**.", "names no language")]
    [InlineData(ContentFixture.Guide, "Touchez **Envoyer**.", "```screen\ndevice: [phone\n```", "not valid YAML")]
    [InlineData(ContentFixture.SiteTexts, "step-of: \"Étape {0}\u00a0sur\u00a0{1}\"", "step-of: \"Étape {0} sur {2}\"", "{0} and {1} only")]
    [InlineData(ContentFixture.SiteTexts, "step-of: \"Étape {0}\u00a0sur\u00a0{1}\"", "step-of: \"Étape {0 sur {1}\"", "brace out of place")]
    [InlineData(ContentFixture.SiteTexts, "step-of: \"Étape {0}\u00a0sur\u00a0{1}\"", "step-of: \"Étape {un}\"", "brace out of place")]
    [InlineData(ContentFixture.Data, "Dans {days} jours.", "Dans {day} jours.", "{days}, {hours}")]
    public void Load_BrokenText_NamesFileLineAndCulprit(string file, string text, string broken, string culprit)
    {
        using var folder = new ContentFixture();
        var line = folder.Replace(file, text, broken);

        var (content, problems) = folder.Load();

        AssertOne(problems, file, line, culprit);
        Assert.Null(content);
    }

    [Theory]
    [InlineData(ContentFixture.Text, "id: complaint\n", "order: 1", "\"id\"")]
    [InlineData(ContentFixture.Guide, "minutes: 5\n", "id: facebook", "\"minutes\"")]
    [InlineData(ContentFixture.Guide, "forms: [privacy-portal, facebook-short]\n", "id: facebook", "\"forms\"")]
    [InlineData(ContentFixture.Guide, "review-every: 90\n", "id: facebook", "\"review-every\"")]
    [InlineData(ContentFixture.Guide, "::: limits\n- Elle vaut pour l'avenir.[^meta-mail]\n:::", "---", "::: limits")]
    [InlineData(ContentFixture.Page, "summary: Une phrase.\n", "id: understand", "\"summary\"")]
    [InlineData("sources.yml", "  publisher: CNIL\n", "- id: cnil", "\"publisher\"")]
    [InlineData("links.yml", "  url: https://www.facebook.com/help/contact/1\n", "- id: facebook-short", "\"url\"")]
    [InlineData(ContentFixture.Forbidden, "  instead: le droit reste ouvert", "- words: trop tard", "\"instead\"")]
    [InlineData("deadlines.yml", "  at: 2025-05-27T00:00\n", "- id: training-start", "\"at\"")]
    [InlineData(ContentFixture.Data, "    passed: Depuis le {date}.\n", "    points: { 2025-04-14: Meta annonce son projet }", "\"passed\"")]
    [InlineData(ContentFixture.SiteTexts, "name: Français\n", "culture: fr-FR", "\"name\"")]
    [InlineData(ContentFixture.SiteTexts, "  first: \"'1er' MMMM yyyy\"\n", "  day: d MMMM yyyy", "\"first\"")]
    public void Load_MissingPart_NamesWhereItBelongs(string file, string part, string besides, string culprit)
    {
        using var folder = new ContentFixture();
        folder.Replace(file, part, "");

        var (content, problems) = folder.Load();

        AssertOne(problems, file, folder.LineOf(file, besides), culprit);
        Assert.Null(content);
    }

    [Theory]
    [InlineData("", "empty file")]
    [InlineData("\n", "front matter is missing")]
    [InlineData("Un texte sans rien devant.\n", "front matter is missing")]
    [InlineData("---\nid: lost\ntitle: Une tête sans fin\n", "front matter does not end")]
    public void Load_FileWithoutFrontMatter_IsNamed(string text, string culprit)
    {
        using var folder = new ContentFixture();
        folder.Write("fr/pages/perdue.md", text);

        var (content, problems) = folder.Load();

        AssertOne(problems, "fr/pages/perdue.md", 1, culprit);
        Assert.Null(content);
    }

    [Fact]
    public void Load_IdOfAnotherPage_NamesTheSecond()
    {
        using var folder = new ContentFixture();
        folder.Write("fr/pages/double.md", "---\norder: 1\nid: facebook\ntitle: x\nsummary: x\nreviewed: 2026-11-22\nreview-every: 90\n---\n");

        var (content, problems) = folder.Load();

        AssertOne(problems, "fr/pages/double.md", 3, "\"facebook\"");
        Assert.Null(content);
    }

    [Theory]
    [InlineData("sources.yml", "- id: meta-mail", "- id: cnil", "\"cnil\"")]
    [InlineData("links.yml", "- id: privacy-portal", "- id: facebook-short", "\"facebook-short\"")]
    public void Load_IdOfAnotherEntry_NamesTheSecond(string file, string text, string broken, string culprit)
    {
        using var folder = new ContentFixture();
        var line = folder.Replace(file, text, broken);

        var (_, problems) = folder.Load();

        Assert.Contains(problems, problem => problem.File == $"content/{file}" && problem.Line == line && problem.Text.Contains(culprit, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("fr/pages/Ma page.md", "Ma page")]
    [InlineData("fr/pages/ma-liste.md", "/fr/ma-liste")]
    public void Load_FileNameThatMakesNoAddressOfItsOwn_IsNamed(string file, string culprit)
    {
        using var folder = new ContentFixture();
        folder.Write(file, "---\nid: another\norder: 1\ntitle: x\nsummary: x\nreviewed: 2026-11-22\nreview-every: 90\n---\n");

        var (content, problems) = folder.Load();

        AssertOne(problems, file, 1, culprit);
        Assert.Null(content);
    }

    [Theory]
    [InlineData(ContentFixture.Guide, "reviewed: 2026-11-22", "reviewed: 2026-08-23", "2026-11-21")]
    [InlineData(ContentFixture.Guide, "Ouvrez [le formulaire](link:facebook-short).[^cnil]", "C'est [ici](link:facebook-short).[^cnil]", "ici")]
    [InlineData(ContentFixture.SiteTexts, "    one: \"Environ {0}\u00a0minute\"", "    few: \"Environ {0}\u00a0minutes\"\n    one: \"Environ {0}\u00a0minute\"", "no form \"few\" in this language, only one, other")]
    public void Load_DoubtfulText_WarnsAndLoadsAllTheSame(string file, string text, string doubtful, string culprit)
    {
        using var folder = new ContentFixture();
        folder.Replace(file, text, doubtful);

        var (content, problems) = folder.Load();

        var warning = Assert.Single(problems);
        Assert.Equal(($"content/{file}", folder.LineOf(file, doubtful.Split('\n')[0]), Severity.Warning), (warning.File, warning.Line, warning.Severity));
        Assert.Contains(culprit, warning.Text, StringComparison.Ordinal);
        Assert.NotNull(content);
    }

    private static void AssertOne(IReadOnlyList<ContentProblem> problems, string file, int line, string culprit)
    {
        var problem = Assert.Single(problems, problem => problem.Severity is Severity.Error);
        Assert.Equal(($"content/{file}", line), (problem.File, problem.Line));
        Assert.Contains(culprit, problem.Text, StringComparison.Ordinal);
    }
}
