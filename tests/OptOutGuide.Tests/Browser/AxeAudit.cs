using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace OptOutGuide.Tests.Browser;

/// <summary>
/// axe with all its rules, at a phone's and a desktop's width, light and dark; the contrast of level AA, which takes as long as
/// that of level AAA, is included in the latter.
/// </summary>
internal static class AxeAudit
{
    /// <summary>
    /// Also removes generated content (numbers of steps, the lines between them): axe takes it for a background that it cannot
    /// judge, and would judge no text of a step.
    /// </summary>
    private const string Prepare =
        """
        (() => {
          const sheet = new CSSStyleSheet();
          sheet.replaceSync('::before, ::after { content: none !important }');
          document.adoptedStyleSheets = [sheet];
          for (const own of document.styleSheets) own.disabled = false;
        })()
        """;

    /// <summary>
    /// Waits until a change of size or theme is painted, then returns the violations, and the texts whose contrast axe could
    /// not judge, without the text of pictures (<see cref="PreferenceTests"/>) and single characters.
    /// </summary>
    private const string Run =
        """
        async rules => {
          for (let frame = 0; frame < 2; frame++) await new Promise(requestAnimationFrame);
          const result = await axe.run({
            runOnly: { type: 'rule', values: rules ?? axe.getRules().map(rule => rule.ruleId).filter(rule => rule !== 'color-contrast') },
            resultTypes: ['violations', 'incomplete'],
          });
          const contrast = result.incomplete.filter(found => found.id.startsWith('color-contrast'));
          const isJudgedElsewhere = node => node.html.startsWith('<tspan') || node.html === '<strong>☰</strong>';
          return [...result.violations, ...contrast].flatMap(found =>
            found.nodes.filter(node => !(contrast.includes(found) && isJudgedElsewhere(node))).map(node => `${found.id}: ${node.html}`));
        }
        """;

    private static readonly string Axe = new BundledAxeScriptProvider().GetScript();

    /// <summary>The rules about colours; a theme changes nothing else.</summary>
    private static readonly string[] ColourRules = ["color-contrast-enhanced", "link-in-text-block"];

    /// <summary>Violations on the page that is open, each with the width and the theme.</summary>
    /// <param name="isVariant">Its markup and colours are audited on another page: a phone's width in light is enough.</param>
    public static async Task<IReadOnlyList<string>> FindAsync(IPage page, bool isVariant = false)
    {
        var violations = new List<string>();
        await page.EvaluateAsync(Prepare);
        await page.EvaluateAsync(Axe);
        foreach (var width in isVariant ? [360] : new[] { 360, 1280 })
        {
            await page.SetViewportSizeAsync(width, 740);
            foreach (var (scheme, rules) in new[] { (ColorScheme.Light, null), (ColorScheme.Dark, ColourRules) }.Take(isVariant ? 1 : 2))
            {
                await page.EmulateMediaAsync(new() { ColorScheme = scheme });
                violations.AddRange((await page.EvaluateAsync<string[]>(Run, rules)).Select(found => $"at {width} in {scheme}: {found}"));
            }
        }

        return violations;
    }
}
