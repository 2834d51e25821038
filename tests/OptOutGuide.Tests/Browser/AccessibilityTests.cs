using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace OptOutGuide.Tests.Browser;

[Collection("browser")]
public sealed class AccessibilityTests(Chromium chromium)
{
    private static readonly string[] ListStates = ["?l=1.Lfs250522c250523it-Uff-Rws250522nsr250523", "?l=1.Lfi..Uf", "?l=broken"];

    /// <summary>Each page is looked at once: light on a phone in one language, dark on a desk in the other.</summary>
    [Theory]
    [InlineData(360, ColorScheme.Light, 0)]
    [InlineData(1280, ColorScheme.Dark, 1)]
    public async Task EveryPage_CheckedWithAxe_HasNoViolation(int width, ColorScheme scheme, int turn)
    {
        await using var visitor = await chromium.VisitorAsync(width: width, scheme: scheme);
        var page = await visitor.NewPageAsync();
        var violations = new List<string>();

        foreach (var path in Paths(turn))
        {
            // On a busy machine a page may be looked at before its colours are there; a true violation stays.
            var found = await FindViolationsAsync(page, path);
            violations.AddRange(found.Count == 0 ? found : await FindViolationsAsync(page, path));
        }

        Assert.Empty(violations);
    }

    private static async Task<IReadOnlyList<string>> FindViolationsAsync(IPage page, string path)
    {
        await page.GotoAsync(path);
        var result = await page.RunAxe(new AxeRunOptions { Rules = new() { ["color-contrast-enhanced"] = new() { Enabled = true }, ["target-size"] = new() { Enabled = true } } });
        return [.. result.Violations.SelectMany(violation => violation.Nodes.Select(node => $"{path}: {violation.Id}: {node.Html}"))];
    }

    private static IEnumerable<string> Paths(int turn) => RealContent.Content.SiteMap.Pages
        .GroupBy(page => page.Language)
        .SelectMany((pages, language) => pages.Where((_, index) => (index + language) % 2 == turn))
        .SelectMany(page => page.Kind is PageKind.List ? ListStates.Select(state => page.Path + state).Prepend(page.Path) : [RealContent.Address(page)])
        .Append("/fr/nulle-part");
}
