using Microsoft.Playwright;

namespace OptOutGuide.Tests.Browser;

/// <summary>
/// Opens each kind of page once and runs every check on it: small screens, large text, large fingers, both themes, no style
/// sheet.
/// </summary>
[Collection("looks")]
public sealed class PageKindTests(Chromium chromium)
{
    public static TheoryData<string> Paths => [.. PageKinds.Paths];

    [TheoryWith(Tool.Chromium)]
    [MemberData(nameof(Paths))]
    [Trait("Suite", "Sample")]
    public async Task PageKind_OnAnyScreenAndInAnyTheme_HasNothingWrong(string path)
    {
        var page = await chromium.OpenAsync(path);
        await PageKinds.UnfoldAsync(page);
        var found = new List<string>();

        foreach (var look in PageLook.For(path))
        {
            found.AddRange(await look.FindAsync(page));
        }

        if (RealContent.RunsAllRows || !PageKinds.IsVariant(path))
        {
            found.AddRange(await AxeAudit.FindAsync(page, PageKinds.IsVariant(path)));
        }

        Assert.True(found.Count == 0, string.Join('\n', found));
    }
}
