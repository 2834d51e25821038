namespace OptOutGuide.Tests.Content;

/// <summary>Words that the site never says are found in disguise, however they are spelt, and in data.</summary>
public sealed class ForbiddenWordTests
{
    [Theory]
    [InlineData("trop **tard**")]
    [InlineData("trop\ntard")]
    [InlineData("Trop tard")]
    [InlineData("trop\u202Ftard")]
    [InlineData("trop\u2009tard")]
    [InlineData("trop\u3000tard")]
    [InlineData("trop  tard")]
    [InlineData("trop \n  tard")]
    [InlineData("tr\u00ADop tard")]
    [InlineData("trop\u200B tard")]
    [InlineData("trop&nbsp;tard")]
    [InlineData("trop&#8239;ta&shy;rd")]
    [InlineData("trop &#116;ard")]
    [InlineData("trop \uFF54ard")]
    [InlineData("[trop](page:understand) tard")]
    [InlineData("trop[^cnil] tard")]
    [InlineData("~~trop~~ tard")]
    [InlineData("`trop` tard")]
    [InlineData("trop\\\ntard")]
    public void Load_ForbiddenWordsInDisguise_AreFound(string words)
    {
        using var folder = new ContentFixture();
        var line = folder.Replace(ContentFixture.Guide, "Touchez **Envoyer**.", $"Il est {words}.") - words.Count(character => character == '\n');

        var (_, problems) = folder.Load();

        Assert.Contains(problems, problem => problem.Line == line && problem.Text.Contains("never says \"trop tard\"", StringComparison.Ordinal));
    }

    /// <summary>macOS decomposes accented letters when it copies names and texts.</summary>
    [Theory]
    [InlineData("approuvé", "approuve\u0301")]
    [InlineData("approuve\u0301", "approuvé")]
    [InlineData("vérifié par nous", "ve\u0301rifie\u0301\u202Fpar nous")]
    [InlineData("offusqué", "oﬀusqué")]
    [InlineData("l’accord donné", "l'accord donné")]
    [InlineData("feu-vert", "feu\u2011vert")]
    public void Load_ForbiddenWordsSpeltOtherwise_AreFound(string words, string spelt)
    {
        using var folder = new ContentFixture();
        folder.Replace(ContentFixture.Forbidden, "trop tard", words);
        var line = folder.Replace(ContentFixture.Page, "Après les données.", $"C'est {spelt}.");

        var (_, problems) = folder.Load();

        var problem = Assert.Single(problems);
        Assert.Equal(($"content/{ContentFixture.Page}", line), (problem.File, problem.Line));
        Assert.Contains("the site never says", problem.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Formulaire court", "Avant qu'il soit trop tard")]
    [InlineData("Ce que dit l'e-mail.", "\"Il est trop\\u0020tard.\"")]
    [InlineData("country: Autriche", "country: Autriche, note: Trop\\_tard.")]
    [InlineData("Des plaintes sont déposées.", "\"Trop\\_tard.\"")]
    public void Load_ForbiddenWordsInData_AreFound(string good, string bad)
    {
        using var folder = new ContentFixture();
        var line = folder.Replace(ContentFixture.Data, good, bad);

        var (_, problems) = folder.Load();

        Assert.Contains(problems, problem => problem.File == $"content/{ContentFixture.Data}" && problem.Line == line && problem.Text.Contains("never says \"trop tard\"", StringComparison.Ordinal));
    }

    /// <summary>Titles of sources are quotations and may contain any words.</summary>
    [Fact]
    public void Load_ForbiddenWordsInTheTitleOfASource_AreRead()
    {
        using var folder = new ContentFixture();
        folder.Replace("sources.yml", "title: E-mail de confirmation", "title: Il est trop tard");

        var (content, problems) = folder.Load();

        Assert.Empty(problems);
        Assert.NotNull(content);
    }
}
