namespace OptOutGuide.Tests.Content.Parsing;

/// <summary>Texts that visitors or reviewers would take for something else.</summary>
public sealed class DeceptiveTextTests
{
    private const string Form = "https://www.facebook.com/help/contact/1";

    [Theory]
    // A Cyrillic letter, a Greek one, a dotless one, a full-width one, a look-alike of a slash.
    [InlineData("https://www.f\u0430cebook.com/help/contact/1", "leads to www.xn--fcebook-2fg.com")]
    [InlineData("https://www.faceb\u03BFok.com/", "leads to www.xn--facebok-dpf.com")]
    [InlineData("https://www.faceb\u0131ok.com/", "xn--")]
    [InlineData("https://www.\uFF46acebook.com/", "leads to www.facebook.com")]
    [InlineData("https://www.facebook.com\u2215help.evil.example/", "")]
    [InlineData("https://www.facebook.com\u3002evil.example/", "")]
    // The same in ASCII form, which browsers decode.
    [InlineData("https://www.xn--fcebook-2fg.com/", "two alphabets")]
    // The part before the @ is a user name, not a site.
    [InlineData("https://facebook.com@evil.example/", "leads to evil.example")]
    [InlineData("https://facebook.com%2Fhelp@evil.example/", "leads to evil.example")]
    [InlineData("https://www.facebook.com:x@evil.example/", "leads to evil.example")]
    [InlineData("https://www.facebook.com:8443/", "port")]
    [InlineData("https://www.facebook.com:443/", "port")]
    [InlineData("https://facebook.com@evil.example:8443/", "leads to evil.example")]
    [InlineData("https://evil.example\\\\@www.facebook.com/", "")]
    [InlineData("https://1.2.3.4/", "names no site")]
    [InlineData("https://2130706433/", "names no site")]
    [InlineData("https://[::1]/", "")]
    [InlineData("https://localhost/", "names no site")]
    [InlineData("https://www.f%61cebook.com/", "")]
    [InlineData("https://www.facebook.com./", "names no site")]
    [InlineData("https:www.facebook.com/", "")]
    [InlineData("https:///www.facebook.com/", "")]
    [InlineData("https://www.facebook.com/help\u202Econtact", "U+202E")]
    [InlineData("https://www.facebook.com/h\u0435lp", "write https://www.facebook.com/h%D0%B5lp")]
    [InlineData("https://www.facebook.com/ help", "write https://www.facebook.com/%20help")]
    [InlineData("javascript:alert(1)//https://www.facebook.com/", "starts with https://")]
    public void Load_AddressThatDeceives_IsNamed(string address, string culprit)
    {
        (string File, string Good)[] addresses = [("links.yml", Form), ("sources.yml", "https://meta.example/mail"), ("authorities.yml", "https://www.dsb.gv.at/")];
        using var folder = new ContentFixture();
        var places = addresses.Select(place => (File: $"content/{place.File}", Line: folder.Replace(place.File, place.Good, $"\"{address}\""))).ToArray();

        var (content, problems) = folder.Load();

        Assert.Null(content);
        Assert.All(places, place => Assert.Contains(problems, problem => (problem.File, problem.Line) == place && problem.ToString().Contains(culprit, StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("https://www.facebook.com.evil.example/help")]
    [InlineData("https://facebook-help.example/")]
    [InlineData("https://notfacebook.com/")]
    [InlineData("https://www.faceb00k.com/help/contact/1")]
    [InlineData("https://fb.com/help")]
    public void Load_LinkOfMetasToAnotherSite_IsNamed(string address)
    {
        using var folder = new ContentFixture();
        var line = folder.Replace("links.yml", Form, address);

        var (content, problems) = folder.Load();

        Assert.Null(content);
        var problem = Assert.Single(problems);
        Assert.Equal(("content/links.yml", line), (problem.File, problem.Line));
        Assert.Contains("none of Meta's sites (facebook.com, instagram.com, whatsapp.com, meta.com)", problem.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Load_LinkThatBearsMetasName_IsNamedThoughNobodySaysItIsMetas()
    {
        using var folder = new ContentFixture();
        folder.Replace("links.yml", $"{Form}\n  meta: true", "https://instagram-help.example/\n  meta: false");
        folder.Replace(ContentFixture.Guide, "forms: [privacy-portal, facebook-short]", "forms: [privacy-portal]");

        var (_, problems) = folder.Load();

        Assert.Contains("bears a name of Meta's", Assert.Single(problems).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Load_LinkToMetaThatIsNotSaidToBe_IsNamed()
    {
        using var folder = new ContentFixture();
        folder.Replace("links.yml", $"{Form}\n  meta: true", $"{Form}\n  meta: false");

        var (_, problems) = folder.Load();

        Assert.Contains(problems, problem => problem.Text.Contains("write \"meta: true\"", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(ContentFixture.Guide, "leads neither to Meta")]
    [InlineData("links.yml", "cannot stand in")]
    public void Load_SomebodyElsesPageInPlaceOfAForm_IsNamed(string file, string culprit)
    {
        using var folder = new ContentFixture();
        folder.Replace("links.yml", "https://privacycenter.instagram.com/?a=1&b=\"2\"\n  meta: true", "https://form.example/\n  meta: false");

        var (_, problems) = folder.Load();

        Assert.Contains(problems, problem => problem.File == $"content/{file}" && problem.Text.Contains(culprit, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("[evil.example](link:facebook-short)", "evil.example")]
    [InlineData("[Facebook.com](link:facebook-short)", null)]
    [InlineData("[www.facebook.com](page:understand)", "www.facebook.com")]
    [InlineData("[instagram.com](link:facebook-short)", "instagram.com")]
    [InlineData("[book.com](link:facebook-short)", "book.com")]
    [InlineData("[**facebook**.com](link:privacy-portal)", "facebook.com")]
    public void Load_WordsOfALinkThatNameAnotherSite_AreNamed(string link, string? culprit)
    {
        using var folder = new ContentFixture();
        folder.Replace(ContentFixture.Guide, "Touchez **Envoyer**.", $"Ouvrez {link}.");

        var (_, problems) = folder.Load();

        Assert.Equal(culprit is not null, problems.Any(problem => problem.Text.Contains($"the words name {culprit}", StringComparison.Ordinal)));
    }

    [Fact]
    public void Load_NameOfALinkThatNamesAnotherSite_IsNamed()
    {
        using var folder = new ContentFixture();
        folder.Replace(ContentFixture.Data, "Formulaire court", "Formulaire de instagram.com");

        var (_, problems) = folder.Load();

        Assert.Contains("the words name instagram.com, the address leads to www.facebook.com", Assert.Single(problems).Text, StringComparison.Ordinal);
    }

    /// <summary>In titles, texts, data and the site's texts; raw, as entities in Markdown or as escapes in YAML.</summary>
    [Theory]
    [InlineData(ContentFixture.Guide, "title: S'opposer", "title: S'\u202Eopposer", "U+202E")]
    [InlineData(ContentFixture.Guide, "title: S'opposer sur Facebook", "title: \"S'\\u202Eopposer\"", "U+202E")]
    [InlineData(ContentFixture.Guide, "Touchez **Envoyer**.", "Touchez \u2066Envoyer\u2069.", "U+2066")]
    [InlineData(ContentFixture.Guide, "Touchez **Envoyer**.", "Touchez &#x202E;Envoyer.", "U+202E")]
    [InlineData(ContentFixture.Guide, "Touchez **Envoyer**.", "Touchez &ZeroWidthSpace;Envoyer.", "U+200B")]
    [InlineData(ContentFixture.Guide, "Touchez **Envoyer**.", "Touchez Env\u200Boyer.", "U+200B")]
    [InlineData(ContentFixture.Guide, "Touchez **Envoyer**.", "Touchez Env\u2060oyer.", "U+2060")]
    [InlineData(ContentFixture.Guide, "Touchez **Envoyer**.", "Touchez Env\uFEFFoyer.", "U+FEFF")]
    [InlineData(ContentFixture.Guide, "Touchez **Envoyer**.", "Touchez Env\u200Doyer.", "U+200D")]
    [InlineData(ContentFixture.Guide, "Touchez **Envoyer**.", "Touchez \u200FEnvoyer.", "U+200F")]
    [InlineData(ContentFixture.Guide, "Touchez **Envoyer**.", "Touchez\u2028Envoyer.", "U+2028")]
    [InlineData(ContentFixture.Guide, "Touchez **Envoyer**.", "Touchez\u0085Envoyer.", "U+0085")]
    [InlineData(ContentFixture.Guide, "Touchez **Envoyer**.", "Touchez\u3164Envoyer.", "U+3164")]
    [InlineData(ContentFixture.Guide, "Touchez **Envoyer**.", "Touchez \U000E0041Envoyer.", "U+E0041")]
    [InlineData(ContentFixture.Guide, "Touchez **Envoyer**.", "Touchez Envoyer \uFFFD.", "U+FFFD")]
    [InlineData(ContentFixture.Guide, "Son **téléphone**", "Son\u202E **téléphone**", "U+202E")]
    [InlineData(ContentFixture.Guide, "- Son adresse e-mail.", "- \"Son adresse\\u200B e-mail.\"", "U+200B")]
    [InlineData(ContentFixture.Guide, "{#envoyer}", "{#envoyer\u200B}", "U+200B")]
    [InlineData(ContentFixture.SiteTexts, "step-of: \"Étape", "step-of: \"Ét\u202Eape", "U+202E")]
    [InlineData(ContentFixture.Data, "Formulaire court", "\"Formulaire \\u2067court\"", "U+2067")]
    [InlineData(ContentFixture.Data, "Des plaintes", "Des\u061C plaintes", "U+061C")]
    [InlineData("sources.yml", "publisher: CNIL", "publisher: CN\u200CIL", "U+200C")]
    [InlineData(ContentFixture.Forbidden, "trop tard", "trop\u200B tard", "U+200B")]
    // Letters of another alphabet within a word.
    [InlineData(ContentFixture.Guide, "title: S'opposer sur Facebook", "title: S'opposer sur F\u0430cebook", "U+0430")]
    [InlineData(ContentFixture.Guide, "title: S'opposer sur Facebook", "title: \"S'opposer sur F\\u0430cebook\"", "U+0430")]
    [InlineData(ContentFixture.Guide, "Touchez **Envoyer**.", "Touchez Env\u03BFyer.", "U+03BF")]
    [InlineData(ContentFixture.Guide, "Touchez **Envoyer**.", "Touchez Env&#x43E;yer.", "U+043E")]
    [InlineData(ContentFixture.Guide, "Touchez **Envoyer**.", "Touchez Env**\u043E**yer.", "U+043E")]
    [InlineData(ContentFixture.Data, "Des plaintes", "Des pl\u0430intes", "U+0430")]
    public void Load_TextThatReadsOtherwiseThanItIs_IsNamed(string file, string good, string bad, string culprit)
    {
        using var folder = new ContentFixture();
        var line = folder.Replace(file, good, bad);

        var (content, problems) = folder.Load();

        Assert.Null(content);
        Assert.Contains(problems, problem => problem.File == $"content/{file}" && problem.Line == line && problem.Text.Contains(culprit, StringComparison.Ordinal));
    }

    /// <summary>Joiners in Persian, Hindi and emoji of families, direction marks in Arabic, and soft hyphens are allowed.</summary>
    [Theory]
    [InlineData("می\u200Cخواهم")]
    [InlineData("क्\u200Dष")]
    [InlineData("اضغط على \u200EFacebook\u200F.")]
    [InlineData("\U0001F469\u200D\U0001F4BB et \u2764\uFE0F")]
    [InlineData("Daten\u00ADschutz")]
    [InlineData("натисніть Facebook")]
    [InlineData("Facebook-сторінка")]
    [InlineData("5 µm, la lettre α, 2 kΩ")]
    [InlineData("ﬁn d\u2019e\u0301te\u0301")]
    public void Load_TextThatNeedsSuchSigns_IsRead(string text)
    {
        using var folder = new ContentFixture();
        folder.Replace(ContentFixture.Guide, "Touchez **Envoyer**.", $"Touchez {text}.");

        var (content, problems) = folder.Load();

        Assert.Empty(problems);
        Assert.NotNull(content);
    }

    [Fact]
    public void Problem_AboutHiddenCharacters_ShowsThemOnOneLine()
    {
        var problem = new ContentProblem("content/fr/a\n::error::b\u202E.md", 1, Severity.Error, "x\r\ny\u200Bz");

        Assert.Equal("content/fr/a ::error::bU+202E.md:1: error: x  yU+200Bz", problem.ToString());
    }
}
