using System.Text.Json;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace OptOutGuide.Tests.Browser;

/// <summary>Whatever is stored, imported or typed: the list page opens, works and renders none of it as markup.</summary>
[Collection("list")]
public sealed class HostileStorageTests(Chromium chromium)
{
    private const string Markup = "<i9x onclick=alert(1)>";

    /// <summary>Larger files are refused unread.</summary>
    private const int MaxFileBytes = 100_000;

    /// <summary>What a device may hold where a list should be, one of each sort, and the progress of what can be read of it; tests/scripts has the rest.</summary>
    private static readonly (string Text, string? Progress)[] Stored =
    [
        ("", null), ("{\"version\":1", null), ("\uD800", null),
        (Markup, null),
        (List("1.Lf\\\"><i9x>"), null),
        (List("1.Lf.Rn", "[\"" + Markup + "\"]"), "Oppositions envoyées : 0 sur 2"),
        (List("1.Lf.Rn", "[\"\\u0000\\u202e\\ud800\"]"), "Oppositions envoyées : 0 sur 2"),
        (List("1.Lf.Rn", "[\"" + new string('a', 200_000) + "\"]"), "Oppositions envoyées : 0 sur 2"),
        (List("1." + new string('L', 3_900)), null),
        ("{\"version\":99,\"list\":\"1.Lf\"}", null),
        (new('[', 50_000), null),
        (List("1.Lfs250522i-Rw", "[\"Maman\"]"), "Oppositions envoyées : 1 sur 1"),
    ];

    /// <summary>On a push every third of them.</summary>
    private static IEnumerable<(string Text, string? Progress)> SampledStored => Stored.Where((_, index) => RealContent.RunsAllRows || index % 3 == 2);

    /// <summary>What somebody may type as a name, and what is shown of it.</summary>
    private static readonly (string Typed, string Shown)[] Labels =
    [
        (Markup, Markup),
        ("\"><i9x>{{7*7}}${7*7}", "\"><i9x>{{7*7}}${7*7}"),
        ("\u202Eabc\u0000\uD83D", "\u202Eabc"),
        ("'); alert(1); ('", "'); alert(1); ('"),
    ];

    [FactWith(Tool.Chromium)]
    [Trait("Suite", "Sample")]
    public async Task Storage_OfAnyKind_IsAListOrAnEmptyOne()
    {
        await using var visitor = await chromium.VisitorAsync();
        var list = await ListPageObject.OpenAsync(visitor, ListMode.Live);
        var errors = Errors(list.Page);
        foreach (var (stored, progress) in SampledStored)
        {
            await StoreAsync(list.Page, stored);

            await list.Page.GotoAsync("/fr/ma-liste");

            await AssertAliveAsync(list, errors, stored);
            await list.ExpectProgressAsync(progress ?? "Votre liste est vide.");
        }
    }

    [FactWith(Tool.Chromium)]
    [Trait("Suite", "Full")]
    public async Task Storage_OfAnyKind_NeverKeepsAnotherListFromWorking()
    {
        await using var visitor = await chromium.VisitorAsync();
        var list = await ListPageObject.OpenAsync(visitor, ListMode.Live);
        var errors = Errors(list.Page);
        foreach (var (stored, _) in Stored)
        {
            await StoreAsync(list.Page, stored);
            await list.Page.GotoAsync("/fr/ma-liste?l=1.Lfi");
            await AssertAliveAsync(list, errors, stored);

            await list.PressAsync(ListPageObject.Send);

            await list.ExpectProgressAsync("Oppositions envoyées : 1 sur 1");
            await AssertAliveAsync(list, errors, stored);
        }
    }

    [FactWith(Tool.Chromium)]
    [Trait("Suite", "Sample")]
    public async Task File_OfAnyKind_IsAListOrIsRefused()
    {
        await using var visitor = await chromium.VisitorAsync();
        var list = await ListPageObject.OpenAsync(visitor, ListMode.Live);
        var errors = Errors(list.Page);
        foreach (var (stored, progress) in SampledStored)
        {
            await list.Page.EvaluateAsync("localStorage.clear()");
            await list.Page.GotoAsync("/fr/ma-liste");
            await list.WaitForCircuitAsync();
            await list.Page.GetByLabel("Ouvrir une liste enregistrée").SetInputFilesAsync(
                new FilePayload { Name = Markup + ".json", MimeType = "application/json", Buffer = System.Text.Encoding.UTF8.GetBytes(stored) });

            await (progress is null || stored.Length > MaxFileBytes
                ? Expect(list.Page.GetByText("Nous n’avons pas pu lire ce fichier.")).ToBeVisibleAsync()
                : list.ExpectProgressAsync(progress));
            await AssertAliveAsync(list, errors, stored);
        }
    }

    /// <summary>Not a theory: an attribute cannot hold half a surrogate pair.</summary>
    [FactWith(Tool.Chromium)]
    public async Task Label_OfAnyKind_IsShownAsItWasTyped()
    {
        await using var visitor = await chromium.VisitorAsync();
        var list = await ListPageObject.OpenAsync(visitor, "?l=1.Lf.Li");
        var errors = Errors(list.Page);
        var field = list.Name;
        foreach (var (typed, shown) in Labels)
        {
            await list.WaitForCircuitAsync();
            await field.EvaluateAsync("""
                (field, units) => {
                  field.value = String.fromCharCode(...units);
                  field.dispatchEvent(new Event('change', { bubbles: true }));
                }
                """, typed.Select(unit => (int)unit));

            await AssertAliveAsync(list, errors, typed);
            await list.Page.ReloadAsync();
            await AssertAliveAsync(list, errors, typed);
            await Expect(field).ToHaveValueAsync(shown);
        }
    }

    private static async Task StoreAsync(IPage page, string text)
    {
        await page.GotoAsync("/fr/");
        await page.EvaluateAsync("text => localStorage.setItem('optoutguide.list', text)", text);
    }

    private static string List(string list, string? labels = null) =>
        $"{{\"version\":1,\"list\":\"{list}\"{(labels is null ? "" : ",\"labels\":" + labels)}}}";

    private static List<string> Errors(IPage page)
    {
        var errors = new List<string>();
        page.PageError += (_, error) => errors.Add(error);
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning")
            {
                errors.Add(message.Text);
            }
        };
        return errors;
    }

    private static async Task AssertAliveAsync(ListPageObject list, List<string> errors, string input)
    {
        await list.WaitForCircuitAsync();
        await Expect(list.Status).ToBeVisibleAsync();
        Assert.Equal(0, await list.Page.Locator("i9x").CountAsync());
        Assert.True(errors.Count == 0, $"{JsonSerializer.Serialize(input[..Math.Min(60, input.Length)])}: {string.Join('\n', errors)}");
    }
}
