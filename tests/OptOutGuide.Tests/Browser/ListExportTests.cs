using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace OptOutGuide.Tests.Browser;

/// <summary>Exporting a list: to a file, to a phone, to paper, out of Meta's apps.</summary>
[Collection("list")]
public sealed class ListExportTests(Chromium chromium)
{
    [FactWith(Tool.Chromium)]
    public async Task List_SavedWipedAndTakenUpAgain_IsTheSame()
    {
        await using var visitor = await chromium.VisitorAsync();
        var list = await ListPageObject.OpenAsync(visitor, "?l=1.Lfs250522i-Uf");
        await list.WaitForCircuitAsync();
        await list.More.ClickAsync();
        var saved = await list.Page.RunAndWaitForDownloadAsync(() => list.FollowAsync("Enregistrer la liste dans un fichier"));
        var file = await saved.PathAsync();
        await list.RemoveAsync("Vider la liste");
        await list.ExpectProgressAsync("Votre liste est vide.");

        await list.Page.GetByLabel("Ouvrir une liste enregistrée").SetInputFilesAsync(file);

        await list.ExpectProgressAsync("Oppositions envoyées : 1 sur 2");
        await list.Page.GotoAsync("/fr/ma-liste");
        await list.ExpectProgressAsync("Oppositions envoyées : 1 sur 2");
    }

    /// <summary>Two people import their reminders into one calendar; the same list's are replaced.</summary>
    [FactWith(Tool.Chromium)]
    public async Task Calendar_OfEachBrowser_HasANameThatStaysUntilTheListIsEmptied()
    {
        var (first, again, emptied) = await UidsAsync();
        var (other, _, _) = await UidsAsync();

        Assert.Equal(first, again);
        Assert.NotEqual(first, other);
        Assert.NotEqual(first, emptied);
    }

    private async Task<(string First, string Again, string Emptied)> UidsAsync()
    {
        await using var visitor = await chromium.VisitorAsync(hasPausedClock: true);
        var list = await ListPageObject.OpenAsync(visitor, "?l=1.Lf");
        await list.WaitForCircuitAsync();
        await list.PressAsync(ListPageObject.Send);
        await list.ExpectProgressAsync("Oppositions envoyées : 1 sur 1");
        await list.More.ClickAsync();
        var (first, again) = (await DownloadAsync(), await DownloadAsync());
        await list.RemoveAsync("Vider la liste");
        await list.ExpectProgressAsync("Votre liste est vide.");
        await list.StartAsync("Facebook");
        await list.PressAsync(ListPageObject.Send);
        await list.ExpectProgressAsync("Oppositions envoyées : 1 sur 1");
        await list.More.ClickAsync();
        return (first, again, await DownloadAsync());

        async Task<string> DownloadAsync()
        {
            var file = await list.Page.RunAndWaitForDownloadAsync(() => list.FollowAsync("Ajouter des rappels à mon agenda"));
            return string.Join(' ', (await File.ReadAllLinesAsync(await file.PathAsync())).Where(line => line.StartsWith("UID:", StringComparison.Ordinal)));
        }
    }

    /// <summary>After the form is sent: no mail comes, the visitor reads why, and adds a reminder to the calendar.</summary>
    [TheoryWith(Tool.Chromium, Tool.ICalendar)]
    [InlineData(true)]
    [FullData(false)]
    [Trait("Suite", "Sample")]
    public async Task Objection_SentWithoutAMail_LeadsToTheBranchesAndToTheCalendar(bool hasJavaScript)
    {
        await using var visitor = await chromium.VisitorAsync(hasJavaScript, hasPausedClock: true);
        var list = await ListPageObject.OpenReadyAsync(visitor, "?l=1.Lfi", hasJavaScript);
        await list.PressAsync(ListPageObject.Send);
        await list.ExpectProgressAsync("Oppositions envoyées : 1 sur 1");
        await Expect(list.Page.GetByText("En mai 2025, Meta confirmait souvent en quelques minutes")).ToBeVisibleAsync();

        await list.More.ClickAsync();
        var reminders = await list.Page.RunAndWaitForDownloadAsync(() => list.FollowAsync("Ajouter des rappels à mon agenda"));
        var (exitCode, events) = await ReadCalendarAsync(await reminders.PathAsync());
        await list.FollowAsync("Pas d’e-mail ?");

        await Expect(list.Page.GetByRole(AriaRole.Heading, new() { Level = 2, Name = "Aucun e-mail n’est arrivé" })).ToBeVisibleAsync();
        Assert.Equal(0, exitCode);
        var today = RealContent.Today;
        Assert.Equal(
            [$"{today.AddDays(3):yyyy-MM-dd} Meta a-t-elle confirmé", $"{today.AddMonths(1).AddDays(2):yyyy-MM-dd} Un mois sans réponse"],
            events.Select(entry => entry.Split('\u00A0', '?')[0].Trim()));
    }

    /// <summary>Reads a calendar with an independent parser: the icalendar module of Debian's Python.</summary>
    private static async Task<(int ExitCode, string[] Events)> ReadCalendarAsync(string file)
    {
        const string program = "import icalendar,sys\nfor event in icalendar.Calendar.from_ical(open(sys.argv[1],'rb').read()).walk('VEVENT'): print(event['DTSTART'].dt, event['SUMMARY'])";
        using var reader = System.Diagnostics.Process.Start(new System.Diagnostics.ProcessStartInfo("/usr/bin/python3", ["-c", program, file]) { RedirectStandardOutput = true })!;
        var output = await reader.StandardOutput.ReadToEndAsync();
        await reader.WaitForExitAsync();
        return (reader.ExitCode, output.Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    [TheoryWith(Tool.Chromium)]
    [InlineData(true)]
    [FullData(false)]
    [Trait("Suite", "Sample")]
    public async Task Objection_AMonthWithoutAnAnswer_LeadsToTheReminder(bool hasJavaScript)
    {
        await using var visitor = await chromium.VisitorAsync(hasJavaScript);

        var list = await ListPageObject.OpenAsync(visitor, "?l=1.Lfs250522i");

        await Expect(list.Next).ToContainTextAsync("Pas de réponse depuis un mois");
        await list.FollowAsync("Que faire sans réponse");
        await Expect(list.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Si Meta refuse ou ne répond pas");
    }

    [FactWith(Tool.Chromium)]
    public async Task Change_Undone_ComesBackAsItWas()
    {
        await using var visitor = await chromium.VisitorAsync(hasPausedClock: true);
        var list = await ListPageObject.OpenAsync(visitor, "?l=1.Lfs250522i-Uf");
        await list.WaitForCircuitAsync();
        await list.Button("Retirer cet Espace Comptes").First.ClickAsync();
        await list.PressAsync("Oui, retirer");
        await list.ExpectProgressAsync("Oppositions envoyées : 0 sur 1");

        await list.FollowAsync("Annuler la dernière action");

        await list.ExpectProgressAsync("Oppositions envoyées : 1 sur 2");
    }
}
