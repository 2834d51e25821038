namespace OptOutGuide.Tests.Content.Localization;

/// <summary>A sentence with a word such as "today" and without a date gets a warning.</summary>
public sealed class UndatedWordsTests
{
    [Theory]
    [InlineData("Meta propose encore ce formulaire.", "encore")]
    [InlineData("Le formulaire est toujours en ligne.", "toujours")]
    [InlineData("Aujourd’hui, le formulaire est en ligne.", "Aujourd’hui")]
    [InlineData("Aujourd'hui, le formulaire est en ligne.", "Aujourd'hui")]
    [InlineData("WhatsApp n’est actuellement pas concerné.", "actuellement")]
    [InlineData("En 2025, il existait. Il existe encore.", "encore")]
    [InlineData("Vous pouvez encore utiliser l’ancien formulaire.", "encore")]
    [InlineData("Vous trouvez toujours le lien en bas.", "toujours")]
    [InlineData("WhatsApp n’est pas concerné pour le moment.", "pour le moment")]
    public void ErrorsIn_FrenchSentenceWithoutADate_NameTheWord(string sentence, string word) => AssertWarned(sentence, word);

    [Theory]
    [InlineData("En mai 2026, Meta proposait encore ce formulaire.")]
    [InlineData("En mai, la DPC et Meta discutaient toujours.")]
    [InlineData("À cette date, la DPC et Meta discutaient toujours.")]
    [InlineData("Lisez toujours l’adresse avant de toucher le bouton.")]
    [InlineData("La page est vide ? Reconnectez-vous, puis essayez encore.")]
    [InlineData("Vous pouvez toujours vous opposer.")]
    [InlineData("Le droit de s’opposer reste toujours ouvert.")]
    [InlineData("Il est encore possible de s’opposer.")]
    [InlineData("Toujours rien ? Renvoyez l’opposition.")]
    [InlineData("S’il manque encore, restez prudent.")]
    [InlineData("Ouvrez l’application, si elle est encore connectée.")]
    [InlineData("Cela ne suffit pas toujours.")]
    public void ErrorsIn_FrenchSentenceThatNeedsNoDate_AreNone(string sentence) => AssertRead(sentence);

    [Theory]
    [InlineData("Meta still offers this form.", "still")]
    [InlineData("Today, the form is online.", "Today")]
    [InlineData("WhatsApp is currently left out.", "currently")]
    [InlineData("The link now leads to a portal.", "now")]
    [InlineData("Nobody has tried it yet.", "yet")]
    [InlineData("Nobody has tried it yet. Others may.", "yet")]
    [InlineData("You can still use the old form.", "still")]
    [InlineData("It may still be there.", "still")]
    public void ErrorsIn_EnglishSentenceWithoutADate_NameTheWord(string sentence, string word) => AssertWarned(sentence, word, "en");

    [Theory]
    [InlineData("In August 2026, Meta still had this clause.")]
    [InlineData("In April, the channel said that WhatsApp was left out for now.")]
    [InlineData("At that date, the DPC and Meta were still talking.")]
    [InlineData("You can still object at any time.")]
    [InlineData("You’ll still be able to object afterwards.")]
    [InlineData("You can say no today.")]
    [InlineData("Your objection applies from now on.")]
    [InlineData("Still nothing? Send it again.")]
    [InlineData("If it’s still missing, stay careful.")]
    [InlineData("Open the app instead, if it’s still logged in.")]
    [InlineData("Open it now.")]
    public void ErrorsIn_EnglishSentenceThatNeedsNoDate_AreNone(string sentence) => AssertRead(sentence, "en");

    /// <summary>Titles, headings and the lines of the front matter are checked too.</summary>
    [Theory]
    [InlineData(ContentFixture.Guide, "title: S'opposer sur Facebook", "title: S'inscrire encore sur Facebook")]
    [InlineData(ContentFixture.Guide, "summary: Deux étapes.", "summary: Il y a encore deux étapes.")]
    [InlineData(ContentFixture.Guide, "qui a un compte.", "qui a encore un compte.")]
    [InlineData(ContentFixture.Guide, "- Son adresse e-mail.", "- Son adresse e-mail actuellement connue.")]
    [InlineData(ContentFixture.Guide, "## Envoyez **vite** {#envoyer}", "## Ce qui manque encore {#envoyer}")]
    [InlineData(ContentFixture.Guide, "- Elle vaut pour l'avenir.", "- Elle vaut encore.")]
    [InlineData(ContentFixture.Guide, "Touchez **Envoyer**.", "Meta **propose** [encore](page:understand) ce formulaire.")]
    [InlineData(ContentFixture.Easy, "Ouvrez le formulaire.", "Le formulaire existe encore.")]
    [InlineData(ContentFixture.Data, "Des plaintes sont déposées.", "Des plaintes sont encore déposées.")]
    public void Load_UndatedWordAnywhereInATextOfOurs_IsWarnedOfOnItsLine(string file, string good, string bad)
    {
        using var folder = new ContentFixture();
        var line = folder.Replace(file, good, bad);

        var (content, problems) = folder.Load();

        Assert.NotNull(content);
        var problem = Assert.Single(problems);
        Assert.Equal(($"content/{file}", line, Severity.Warning), (problem.File, problem.Line, problem.Severity));
        Assert.Contains("without a date", problem.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Load_UndatedWordInATextToCopy_IsRead()
    {
        using var folder = new ContentFixture();
        folder.Replace(ContentFixture.Text, "Je soussigné", "Je soussigné aujourd'hui");

        var (_, problems) = folder.Load();

        Assert.Empty(problems);
    }

    [Fact]
    public void ErrorsIn_InALanguageWithoutRules_AreNone() => Assert.Empty(UndatedWords.ErrorsIn("Het is today encore zo.", "nl"));

    private static void AssertWarned(string sentence, string word, string language = "fr") =>
        Assert.StartsWith($"\"{word}\" stands in a sentence without a date", Assert.Single(UndatedWords.ErrorsIn(sentence, language)), StringComparison.Ordinal);

    private static void AssertRead(string sentence, string language = "fr") => Assert.Empty(UndatedWords.ErrorsIn(sentence, language));
}
