using System.Text.RegularExpressions;
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
        await using var visitor = await chromium.VisitorAsync(isPatient: true);
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
    [InlineData(false)]
    public async Task Objection_SentWithoutAMail_LeadsToTheBranchesAndToTheCalendar(bool hasJavaScript)
    {
        await using var visitor = await chromium.VisitorAsync(hasJavaScript);
        var list = await ListPageObject.OpenAsync(visitor, "?l=1.Lfi");
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
            events.Select(happening => happening.Split('\u00A0', '?')[0].Trim()));
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

    [FactWith(Tool.Chromium)]
    public async Task File_WithoutAList_ChangesNothingAndSaysSo()
    {
        await using var visitor = await chromium.VisitorAsync();
        var list = await ListPageObject.OpenAsync(visitor, "?l=1.Rn");
        await list.WaitForCircuitAsync();

        await list.Page.GetByLabel("Ouvrir une liste enregistrée").SetInputFilesAsync(new FilePayload { Name = "photo.json", MimeType = "application/json", Buffer = [1, 2, 3] });

        await Expect(list.Page.GetByText("Nous n’avons pas pu lire ce fichier.")).ToBeVisibleAsync();
        await list.ExpectProgressAsync("Oppositions envoyées : 0 sur 1");
    }

    [TheoryWith(Tool.Chromium)]
    [InlineData(true)]
    [InlineData(false)]
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
        await using var visitor = await chromium.VisitorAsync(isPatient: true);
        var list = await ListPageObject.OpenAsync(visitor, "?l=1.Lfs250522i-Uf");
        await list.WaitForCircuitAsync();
        await list.Button("Retirer cet Espace Comptes").First.ClickAsync();
        await list.PressAsync("Oui, retirer");
        await list.ExpectProgressAsync("Oppositions envoyées : 0 sur 1");

        await list.FollowAsync("Annuler la dernière action");

        await list.ExpectProgressAsync("Oppositions envoyées : 1 sur 2");
    }

    [Theory]
    [InlineData("Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 Mobile/22A3354 [FBAN/FBIOS;FBAV/484.0]", true)]
    [InlineData("Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 Chrome/130.0 Mobile Safari/537.36 Instagram 355.0.0 Android", true)]
    [InlineData("Mozilla/5.0 (iPad; U; CPU iPhone OS 5_1_1 like Mac OS X; en_US) AppleWebKit (KHTML, like Gecko) Mobile [FBAN/FBForIPhone;FBAV/4.1.1;FBBV/4110.0;FBDV/iPad2,1]", true)]
    [InlineData("Mozilla/5.0 (iPhone; CPU iPhone OS 12_1_4 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/16D57 [FBAN/FBIOS;FBDV/iPhone11,2;FBMD/iPhone]", true)]
    [InlineData("Mozilla/5.0 (iPhone; CPU iPhone OS 18_6_2 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/22G100 Safari/604.1 MetaIAB Facebook", true)]
    [InlineData("Mozilla/5.0 (Linux; Android 10; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/138.0.7204.179 Mobile Safari/537.36 MetaIAB Threads", true)]
    [InlineData("Mozilla/5.0 (Linux; Android 9; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/76.0 Mobile Safari/537.36 [FB_IAB/Orca-Android;FBAV/222.0.0.15.124;]", true)]
    [InlineData("Mozilla/5.0 (iPhone; CPU iPhone OS 10_2_1 like Mac OS X) AppleWebKit/602.4.6 (KHTML, like Gecko) Mobile/14D27 [FBAN/MessengerForiOS;FBAV/124.0.0.50.70]", true)]
    [InlineData("Mozilla/5.0 (Linux; Android 14; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/144.0 Mobile Safari/537.36 Barcelona 414.0.0.39.83 Android (34/14; 440dpi)", true)]
    [InlineData("Mozilla/5.0 (iPhone; CPU iPhone OS 18_7 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/23C55 Barcelona 414.1.0.26.79 (iPhone14,7; iOS 26_2; IABMV/1)", true)]
    [InlineData("Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/22F76 Instagram 393.1.0.36.70 (iPhone15,3; IABMV/1) Safari/604.1", true)]
    [InlineData("Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 Chrome/130.0 Mobile Safari/537.36", false)]
    [InlineData("Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1", false)]
    [InlineData("facebookexternalhit/1.1 (+http://www.facebook.com/externalhit_uatext.php)", false)]
    [InlineData("WhatsApp/2.23.20.0 A", false)]
    public async Task Page_InsideMetasApp_SaysHowToLeaveIt(string browser, bool isSaid)
    {
        using var client = new HttpClient { BaseAddress = chromium.Site.Address };
        client.DefaultRequestHeaders.TryAddWithoutValidation("User-Agent", browser);

        var html = await client.GetStringAsync("/fr/guides/facebook");

        Assert.Equal(isSaid, html.Contains("Vous êtes dans l’application de Meta", StringComparison.Ordinal));
    }
}
