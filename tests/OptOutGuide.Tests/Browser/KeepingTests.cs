using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace OptOutGuide.Tests.Browser;

/// <summary>Taking a list along: to a file, to a phone, to paper, out of Meta's apps.</summary>
[Collection("browser")]
public sealed class KeepingTests(Chromium chromium)
{
    [Fact]
    public async Task List_SavedWipedAndTakenUpAgain_IsTheSame()
    {
        await using var visitor = await chromium.VisitorAsync();
        var list = await ListVisit.OpenAsync(visitor, "?l=1.Lfs250522i-Rw");
        await list.WaitForCircuitAsync();
        var saved = await list.Page.RunAndWaitForDownloadAsync(() => list.ClickAsync("Enregistrer la liste dans un fichier"));
        var file = await saved.PathAsync();
        await list.RemoveAsync("Vider la liste");
        await list.ExpectProgressAsync("Votre liste est vide.");

        await list.Page.GetByLabel("Reprendre une liste d’un fichier").SetInputFilesAsync(file);

        await list.ExpectProgressAsync("Oppositions faites : 1 sur 2");
        await list.Page.GotoAsync("/fr/ma-liste");
        await list.ExpectProgressAsync("Oppositions faites : 1 sur 2");
    }

    [Fact]
    public async Task File_WithoutAList_ChangesNothingAndSaysSo()
    {
        await using var visitor = await chromium.VisitorAsync();
        var list = await ListVisit.OpenAsync(visitor, "?l=1.Rw");
        await list.WaitForCircuitAsync();

        await list.Page.GetByLabel("Reprendre une liste d’un fichier").SetInputFilesAsync(new FilePayload { Name = "photo.json", MimeType = "application/json", Buffer = [1, 2, 3] });

        await Expect(list.Page.GetByText("Ce fichier ne contient pas de liste lisible.")).ToBeVisibleAsync();
        await list.ExpectProgressAsync("Oppositions faites : 0 sur 1");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Objection_AMonthWithoutAnAnswer_LeadsToTheReminder(bool hasJavaScript)
    {
        await using var visitor = await chromium.VisitorAsync(hasJavaScript);

        var list = await ListVisit.OpenAsync(visitor, "?l=1.Lfs250522i");

        await Expect(list.Next).ToContainTextAsync("Un mois sans réponse");
        await list.ClickAsync("Que faire sans réponse");
        await Expect(list.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Si Meta refuse ou ne répond pas");
    }

    [Fact]
    public async Task Change_Undone_ComesBackAsItWas()
    {
        await using var visitor = await chromium.VisitorAsync();
        var list = await ListVisit.OpenAsync(visitor, "?l=1.Lfs250522i-Rw");
        await list.WaitForCircuitAsync();
        await list.RemoveAsync("Retirer cet Espace Comptes");
        await list.ExpectProgressAsync("Oppositions faites : 0 sur 1");

        await list.ClickAsync("Annuler le dernier changement");

        await list.ExpectProgressAsync("Oppositions faites : 1 sur 2");
    }

    [Theory]
    [InlineData("Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 Mobile/22A3354 [FBAN/FBIOS;FBAV/484.0]", true)]
    [InlineData("Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 Chrome/130.0 Mobile Safari/537.36 Instagram 355.0.0 Android", true)]
    [InlineData("Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 Chrome/130.0 Mobile Safari/537.36", false)]
    public async Task Page_InsideMetasApp_SaysHowToLeaveIt(string browser, bool isSaid)
    {
        using var client = new HttpClient { BaseAddress = chromium.Site.Address };
        client.DefaultRequestHeaders.TryAddWithoutValidation("User-Agent", browser);

        var html = await client.GetStringAsync("/fr/guides/facebook");

        Assert.Equal(isSaid, html.Contains("Vous êtes dans l’application de Meta", StringComparison.Ordinal));
    }
}
