using System.Collections.Concurrent;
using static Microsoft.Playwright.Assertions;

namespace OptOutGuide.Tests.Browser;

/// <summary>
/// axe on every page and state of the site, in French in each theme and width; <see cref="PageKindTests"/> has one of each kind.
/// </summary>
[Collection("looks")]
public sealed class AccessibilityTests(Chromium chromium)
{
    /// <summary>About as many as the machine has cores.</summary>
    private const int Tabs = 2;

    private static readonly string[] ListStates =
        ["", "?l=1.Lfs250522c250523it-Uff-Rws250522nsr250523", "?l=1.Lfi..Uf", "?l=broken", "?l=1.Ufs250522&open=date.0-0-0&on=2999-01-01&wrong=date"];

    private static readonly string[] QuestionStates =
        ["", "?where=FR", "?where=FR&have=facebook&have=instagram", "?where=FR&have=facebook&have=instagram&linked=unsure", "?where=FR&have=facebook&login=yes"];

    public static TheoryData<string> Languages => [.. RealContent.Content.Languages.Select(language => language.Code)];

    [TheoryWith(Tool.Chromium)]
    [Trait("Suite", "Full")]
    [MemberData(nameof(Languages))]
    public async Task EveryPage_CheckedWithAxe_HasNoViolation(string language)
    {
        var paths = new ConcurrentQueue<string>(Paths(language));

        var found = await Task.WhenAll(Enumerable.Range(0, Tabs).Select(tab => FindAsync(paths, tab)));

        AssertNone([.. found.SelectMany(violations => violations)]);
    }

    [FactWith(Tool.Chromium)]
    [Trait("Suite", "Full")]
    public async Task PageInsideMetasApp_CheckedWithAxe_HasNoViolation()
    {
        await using var visitor = await chromium.VisitorAsync();
        await visitor.Browser.SetExtraHTTPHeadersAsync(new Dictionary<string, string> { ["User-Agent"] = "Mozilla/5.0 (Linux; Android 15) Instagram 355.0.0 Android" });

        var page = await PageKinds.OpenAsync(visitor, "/fr/guides/facebook");

        await Expect(page.Locator("#page-in-app")).ToBeVisibleAsync();
        AssertNone(await AxeAudit.FindAsync(page));
    }

    [FactWith(Tool.Chromium)]
    [Trait("Suite", "Full")]
    public async Task ListBesideAnotherOne_CheckedWithAxe_HasNoViolation()
    {
        await using var visitor = await chromium.VisitorAsync();
        await visitor.Browser.AddInitScriptAsync("""localStorage.setItem('optoutguide.list', '{"version":1,"list":"1.Rw"}')""");

        var page = await PageKinds.OpenAsync(visitor, "/fr/ma-liste?l=1.Ufs250522");

        await Expect(page.Locator("[data-notice=other]")).ToBeVisibleAsync();
        AssertNone(await AxeAudit.FindAsync(page));
    }

    private async Task<IReadOnlyList<string>> FindAsync(ConcurrentQueue<string> paths, int tab)
    {
        var violations = new List<string>();
        while (paths.TryDequeue(out var path))
        {
            var page = await chromium.OpenAsync(path, tab: tab);
            await PageKinds.UnfoldAsync(page);
            violations.AddRange((await AxeAudit.FindAsync(page, PageKinds.IsTranslation(path))).Select(found => $"{path} {found}"));
        }

        return violations;
    }

    private static void AssertNone(IReadOnlyList<string> violations) =>
        Assert.True(violations.Count == 0, string.Join('\n', violations));

    private static IEnumerable<string> Paths(string language) => RealContent.Content.SiteMap.Pages
        .Where(page => page.Language == language)
        .SelectMany(page => page.Kind switch
        {
            PageKind.List => ListStates.Select(state => page.Path + state),
            PageKind.Questions => QuestionStates.Select(state => page.Path + state),
            _ => [RealContent.Address(page)],
        })
        .Append(PageKinds.Missing(language));
}
