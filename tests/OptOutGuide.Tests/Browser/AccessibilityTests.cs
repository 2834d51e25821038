using System.Collections.Concurrent;
using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace OptOutGuide.Tests.Browser;

/// <summary>axe with every rule that it has, on every page, on a phone and on a desk, light and dark.</summary>
[Collection("looks")]
public sealed class AccessibilityTests(Chromium chromium)
{
    /// <summary>As many as the machine has cores, or nearly.</summary>
    private const int Tabs = 2;

    /// <summary>
    /// Also takes away what style sheets add to the markup (numbers of steps, the lines between them): it stands beside the
    /// text, but axe takes it for a ground that it cannot judge, and would judge no text of a step at all.
    /// </summary>
    private const string OpenEverything =
        """
        (() => {
          document.querySelectorAll('details').forEach(details => details.open = true);
          const sheet = new CSSStyleSheet();
          sheet.replaceSync('::before, ::after { content: none !important }');
          document.adoptedStyleSheets = [sheet];
        })()
        """;

    /// <summary>
    /// Waits until a change of size or theme is painted, then says what is wrong, and which text's contrast axe could not
    /// judge: it leaves out the text of pictures, see <see cref="PreferenceTests"/>, and signs of a single character.
    /// </summary>
    private const string Look =
        """
        async rules => {
          for (let frame = 0; frame < 2; frame++) await new Promise(requestAnimationFrame);
          const result = await axe.run({
            runOnly: { type: 'rule', values: rules ?? axe.getRules().map(rule => rule.ruleId) },
            resultTypes: ['violations', 'incomplete'],
          });
          const contrast = result.incomplete.filter(found => found.id.startsWith('color-contrast'));
          const isJudgedElsewhere = node => node.html.startsWith('<tspan') || node.html === '<strong>☰</strong>';
          return [...result.violations, ...contrast].flatMap(found =>
            found.nodes.filter(node => !(contrast.includes(found) && isJudgedElsewhere(node))).map(node => `${found.id}: ${node.html}`));
        }
        """;

    private static readonly string Axe = new BundledAxeScriptProvider().GetScript();

    /// <summary>What a theme can change: it is colours alone. The other rules have the same elements before them.</summary>
    private static readonly string[] ColourRules = ["color-contrast", "color-contrast-enhanced", "link-in-text-block"];

    private static readonly string[] ListStates =
        ["", "?l=1.Lfs250522c250523it-Uff-Rws250522nsr250523", "?l=1.Lfi..Uf", "?l=broken", "?l=1.Ufs250522&open=date.0-0-0&on=2999-01-01&wrong=date"];

    private static readonly string[] QuestionStates =
        ["", "?where=FR", "?where=FR&have=facebook&have=instagram", "?where=FR&have=facebook&have=instagram&linked=unsure", "?where=FR&have=facebook&login=yes"];

    [Theory]
    [InlineData("fr")]
    [InlineData("en")]
    public async Task EveryPage_CheckedWithAxe_HasNoViolation(string language)
    {
        var paths = new ConcurrentQueue<string>(Paths(language));

        var found = await Task.WhenAll(Enumerable.Range(0, Tabs).Select(_ => LookAtAsync(paths)));

        AssertNone([.. found.SelectMany(violations => violations)]);
    }

    [Fact]
    public async Task PageInsideMetasApp_CheckedWithAxe_HasNoViolation()
    {
        await using var visitor = await chromium.VisitorAsync();
        await visitor.SetExtraHTTPHeadersAsync(new Dictionary<string, string> { ["User-Agent"] = "Mozilla/5.0 (Linux; Android 15) Instagram 355.0.0 Android" });

        var found = await LookAtAsync(await visitor.NewPageAsync(), "/fr/guides/facebook");

        AssertNone(found);
    }

    [Fact]
    public async Task ListBesideAnotherOne_CheckedWithAxe_HasNoViolation()
    {
        await using var visitor = await chromium.VisitorAsync();
        await visitor.AddInitScriptAsync("""localStorage.setItem('optoutguide.list', '{"version":1,"list":"1.Rw"}')""");

        var found = await LookAtAsync(await visitor.NewPageAsync(), "/fr/ma-liste?l=1.Ufs250522");

        AssertNone(found);
    }

    /// <summary>A visitor of their own, who forgets between two pages: a list that is kept would come back in the next.</summary>
    private async Task<IReadOnlyList<string>> LookAtAsync(ConcurrentQueue<string> paths)
    {
        await using var visitor = await chromium.VisitorAsync();
        await visitor.AddInitScriptAsync("localStorage.clear(); sessionStorage.clear()");
        var page = await visitor.NewPageAsync();
        var violations = new List<string>();
        while (paths.TryDequeue(out var path))
        {
            violations.AddRange(await LookAtAsync(page, path));
        }

        return violations;
    }

    private static async Task<IReadOnlyList<string>> LookAtAsync(IPage page, string path)
    {
        var violations = new List<string>();
        await page.GotoAsync(path);
        await ListPageObject.WaitIfLiveAsync(page);
        await page.EvaluateAsync(OpenEverything);
        await page.EvaluateAsync(Axe);
        foreach (var width in new[] { 360, 1280 })
        {
            await page.SetViewportSizeAsync(width, 740);
            foreach (var (scheme, rules) in new[] { (ColorScheme.Light, null), (ColorScheme.Dark, ColourRules) })
            {
                await page.EmulateMediaAsync(new() { ColorScheme = scheme });
                violations.AddRange((await page.EvaluateAsync<string[]>(Look, rules)).Select(found => $"{path} at {width} in {scheme}: {found}"));
            }
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
        .Append($"/{language}/nulle-part");
}
