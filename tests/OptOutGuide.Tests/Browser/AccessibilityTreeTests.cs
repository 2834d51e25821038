using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace OptOutGuide.Tests.Browser;

/// <summary>The accessibility tree of the list: names, states, error messages.</summary>
[Collection("journeys")]
public sealed partial class AccessibilityTreeTests(Chromium chromium)
{
    private const string Renew = "RENEW_ACCESSIBILITY_TREE";

    private static DateOnly Today => RealContent.Today;

    private static string TodaysCode => Today.ToString("yyMMdd", CultureInfo.InvariantCulture);

    /// <summary>To do, sent today, sent a month ago without an answer, confirmed and refused; two people.</summary>
    private static string EveryState => $"?l=1.CFR-Lfs250522c250523it-Uffs250522-Uis{TodaysCode}-Rws250522nsr250523.Lf";

    /// <summary>The panels of the list, one at a time.</summary>
    private static string[] Panels => ["&open=date.0-0-0&wrong=date", "&open=add.0", "&open=country.0", "&open=remove.0-1", "&open=remove.0", "&open=clear.0"];

    [TheoryWith(Tool.Chromium)]
    [InlineData("fr", "/fr/ma-liste")]
    [FullData("en", "/en/my-list")]
    [Trait("Suite", "Sample")]
    public async Task List_InEveryState_MatchesItsSnapshot(string language, string path)
    {
        await using var visitor = await chromium.VisitorAsync();
        var page = await visitor.NewPageAsync();
        await page.AddInitScriptAsync("localStorage.clear(); sessionStorage.clear()");
        var tree = Names(await SnapshotAsync(page, path + EveryState, page.GetByRole(AriaRole.Main)), language);
        foreach (var open in Panels)
        {
            tree += $"# {open}\n" + Names(await SnapshotAsync(page, path + EveryState + open, page.Locator("[data-panel]")), language);
        }

        foreach (var list in (string[])["?l=1.&wrong=services", "?l=1.Lfs250522c250523"])
        {
            tree += $"# {list}\n" + Names(await SnapshotAsync(page, path + list, page.GetByRole(AriaRole.Main)), language);
        }

        var file = Path.Combine(Repository.Root, "tests/OptOutGuide.Tests/Browser", $"accessibility-tree.{language}.yml");
        if (Environment.GetEnvironmentVariable(Renew) is not null)
        {
            await File.WriteAllTextAsync(file, tree);
        }

        var written = await File.ReadAllTextAsync(file);
        Assert.True(
            tree == written,
            $"The accessibility tree differs from {file}. First difference:\n{FirstDifference(written, tree)}\nIf the change is intended, run the tests with {Renew}=1 once, review the file's diff as a screen reader would announce it, and commit it.");
    }

    [TheoryWith(Tool.Chromium)]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Date_ThatCannotBe_IsSaidAtItsField(bool hasJavaScript)
    {
        await using var visitor = await chromium.VisitorAsync(hasJavaScript, hasPausedClock: true);
        var list = await ListPageObject.OpenAsync(visitor, "?l=1.Lfs250522-Ufff");
        if (hasJavaScript)
        {
            await list.WaitForCircuitAsync();
        }

        await list.PressAsync(ListPageObject.OtherDate);
        var date = list.Date;
        await date.FillAsync("2025-05-21");
        await list.PressAsync("Confirmée à cette date");

        await Expect(date).ToHaveAttributeAsync("aria-invalid", "true");
        await Expect(date).ToHaveAccessibleDescriptionAsync("Cette date n’est pas possible. Choisissez un jour passé, depuis le 1er mai 2024, dans l’ordre des étapes.");
        await Expect(date).ToBeFocusedAsync();
        await Expect(list.Page.GetByRole(AriaRole.Alert)).ToBeInViewportAsync();
        await Expect(list.Page.GetByRole(AriaRole.Alert)).ToHaveCountAsync(1);
    }

    [FactWith(Tool.Chromium)]
    public async Task File_WithoutAList_IsSaidAtItsField()
    {
        await using var visitor = await chromium.VisitorAsync();
        var list = await ListPageObject.OpenAsync(visitor, "?l=1.Rn");
        await list.WaitForCircuitAsync();
        await list.More.ClickAsync();
        var file = list.Page.GetByLabel("Ouvrir une liste enregistrée");
        await Expect(file).ToHaveAccessibleDescriptionAsync("");

        await file.SetInputFilesAsync(new FilePayload { Name = "photo.json", MimeType = "application/json", Buffer = [1, 2, 3] });

        await Expect(file).ToHaveAttributeAsync("aria-invalid", "true");
        await Expect(file).ToHaveAccessibleDescriptionAsync("Nous n’avons pas pu lire ce fichier. Votre liste n’a pas changé.");
        await list.ExpectProgressAsync("Oppositions envoyées : 0 sur 1");
    }

    /// <summary>Somebody who presses twice by mistake is asked again for the second.</summary>
    [FactWith(Tool.Chromium)]
    public async Task Removal_Confirmed_AsksAgainForTheNext()
    {
        await using var visitor = await chromium.VisitorAsync();
        var list = await ListPageObject.OpenAsync(visitor, "?l=1.Lfi-Uf-Ui");
        await list.WaitForCircuitAsync();

        await list.Button("Retirer cet Espace Comptes").First.ClickAsync();
        await list.PressAsync("Oui, retirer");
        await list.ExpectProgressAsync("Oppositions envoyées : 0 sur 2");

        await Expect(list.Button("Oui, retirer")).ToHaveCountAsync(0);
    }

    private static async Task<string> SnapshotAsync(IPage page, string address, ILocator part)
    {
        await page.GotoAsync(address);
        await new ListPageObject(page).WaitForCircuitAsync();
        return await part.AriaSnapshotAsync();
    }

    /// <summary>Without addresses, and without today in the forms in which the list has it.</summary>
    private static string Names(string tree, string language) => Addresses().Replace(tree, "")
        .Replace(Today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), "{today}", StringComparison.Ordinal)
        .Replace(RealContent.Content.FindLanguage(language)!.Date(Today), "{today}", StringComparison.Ordinal) + "\n";

    [GeneratedRegex(@":\n\s+- /url: .*")]
    private static partial Regex Addresses();

    private static string FirstDifference(string written, string tree)
    {
        var (was, now) = (written.Split('\n'), tree.Split('\n'));
        var line = Enumerable.Range(0, Math.Max(was.Length, now.Length)).FirstOrDefault(line => was.ElementAtOrDefault(line) != now.ElementAtOrDefault(line));
        return $"line {line + 1} was:  {was.ElementAtOrDefault(line)}\nline {line + 1} now is: {now.ElementAtOrDefault(line)}";
    }
}
