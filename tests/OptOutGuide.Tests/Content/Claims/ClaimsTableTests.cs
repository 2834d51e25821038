namespace OptOutGuide.Tests.Content.Claims;

public sealed class ClaimsTableTests : IDisposable
{
    private readonly ContentFixture _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Table_OfAFolder_NamesEachNotedSentenceItsPlaceAndItsSources()
    {
        _folder.Replace(ContentFixture.Guide, "Touchez **Envoyer**.", "Rien ici. Meta répond **vite** (« [tout de suite](page:understand) »).[^meta-mail][^cnil] Puis | rien.");

        var table = Table();

        Assert.Contains("## /fr/guides/facebook\n\nS'opposer sur Facebook (`content/fr/guides/facebook.md`)\n", table, StringComparison.Ordinal);
        Assert.Contains("|  | Toute personne qui a un compte. | `meta-mail`, Meta | 2025-05-01 |\n", table, StringComparison.Ordinal);
        Assert.Contains("|  | Une phrase d'introduction. | `cnil`, CNIL | 2025-05-27 |\n", table, StringComparison.Ordinal);
        Assert.Contains("| #ouvrir | Ouvrez le formulaire. | `cnil`, CNIL | 2025-05-27 |\n", table, StringComparison.Ordinal);
        Assert.Contains("| #envoyer | Meta répond vite (« tout de suite »). | `meta-mail`, Meta<br>`cnil`, CNIL | 2025-05-01<br>2025-05-27 |\n", table, StringComparison.Ordinal);
        Assert.Contains("| #envoyer | Elle vaut pour l'avenir. | `meta-mail`, Meta | 2025-05-01 |\n", table, StringComparison.Ordinal);
        Assert.DoesNotContain("Rien ici", table, StringComparison.Ordinal);
        Assert.DoesNotContain("Puis", table, StringComparison.Ordinal);
    }

    [Fact]
    public void Table_OfAFolder_HoldsItsDataToo()
    {
        var table = Table();

        Assert.Contains("| 2024-06-06 | Des plaintes sont déposées. | `cnil`, CNIL | 2025-05-27 |\n", table, StringComparison.Ordinal);
        Assert.Contains("| training-start | Depuis le {date}. | `cnil`, CNIL | 2025-05-27 |\n", table, StringComparison.Ordinal);
        Assert.Contains("| facebook-short | Formulaire court: https://www.facebook.com/help/contact/1. | `cnil`, CNIL<br>`meta-mail`, Meta |", table, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Un.[^cnil] Deux.[^meta-mail]", "Un.", "Deux.")]
    [InlineData("Un. Deux.[^cnil]", "Deux.")]
    [InlineData("Un[^cnil], deux.[^meta-mail]", "Un, deux.")]
    [InlineData("Est-ce vrai ? Oui ![^cnil]", "Oui !")]
    [InlineData("Elle a dit « Oui. »[^cnil] Puis non.", "Elle a dit « Oui. »")]
    [InlineData("Le 2.5 et l’art. 21 s’appliquent[^cnil]", "Le 2.5 et l’art. 21 s’appliquent")]
    [InlineData("Rien.")]
    public void Claims_OfAParagraph_AreItsNotedSentences(string markdown, params string[] sentences)
    {
        _folder.Replace(ContentFixture.Page, "Après les données.", markdown);

        var problems = new ProblemList();
        var labels = new Dictionary<string, LabelSet> { ["fr"] = LabelSet.Empty };
        var pages = new MergedFolder(ContentTree.List(_folder.Layers, problems), ContentFixture.Today, problems).Pages([ContentFixture.Valid.FindLanguage("fr")!], [PageKind.Article], ContentFixture.Valid.Services, labels);

        Assert.Equal(sentences, Claim.In(pages.Single(page => page.Id == "understand")).Select(claim => claim.Sentence));
    }

    [Fact]
    public async Task Check_Claims_AreThoseOfTheRepository()
    {
        var file = Path.GetTempFileName();

        var (exitCode, output) = await RunningSite.RunAsync("check", $"--claims={file}", $"--Site:ContentFolder={Repository.Content}");

        Assert.InRange(exitCode, 0, 1);
        Assert.Contains("Claims written", output, StringComparison.Ordinal);
        var isUpToDate = await File.ReadAllTextAsync(file) == await File.ReadAllTextAsync(Path.Combine(Repository.Root, "docs/claims.md"));
        File.Delete(file);
        Assert.True(isUpToDate, "docs/claims.md is not what the content says; write it with: dotnet run --project src/OptOutGuide -- check --claims=../../docs/claims.md");
    }

    private string Table() => ContentLoader.LoadClaims(_folder.Layers, ContentFixture.Today, TextCatalog.All).Claims!;
}
