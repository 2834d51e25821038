namespace OptOutGuide.Tests.Browser;

/// <summary>Small screens, large text, large fingers.</summary>
[Collection("looks")]
public sealed class ZoomTests(Chromium chromium)
{
    /// <summary>WCAG 2.2, 1.4.12.</summary>
    private const string WideSpacing = "* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-bottom: 2em !important }";

    private const string DoubleText = "html { font-size: 250% !important }";

    /// <summary>
    /// Elements that overflow the page or their box, or are clipped. A data table may be wider than a narrow page; the line
    /// between two dates is meant to reach the next.
    /// </summary>
    private const string TooWide =
        """
        (() => {
          const isWide = document.documentElement.scrollWidth > document.documentElement.clientWidth;
          const sticksOut = it => it.clientWidth > 0 && getComputedStyle(it).display !== 'inline' && (it.scrollWidth > it.clientWidth + 1
            || getComputedStyle(it).overflowY !== 'visible' && it.scrollHeight > it.clientHeight + 1);
          const isMeant = it => it.closest('svg, table, .time-line, input, select, .hidden, [aria-hidden]') || it.querySelector('table, [aria-hidden] > li');
          return [...isWide ? [document.body] : [], ...document.querySelectorAll('body *')]
            .filter(it => it.checkVisibility() && sticksOut(it) && !isMeant(it))
            .map(it => it.outerHTML.slice(0, 100));
        })()
        """;

    /// <summary>
    /// Elements that overflow a phone's screen with large text. A data table may, and can be scrolled; a sheet is for paper.
    /// </summary>
    private const string OffScreen =
        """
        document.body.matches('.sheet') ? [] : [...document.querySelectorAll('body *')]
          .filter(it => it.checkVisibility() && !it.closest('table, .hidden, .skip, [aria-hidden]'))
          .filter(it => it.getBoundingClientRect().right > innerWidth + 1)
          .map(it => it.outerHTML.slice(0, 100))
        """;

    private const string Sideways = "document.documentElement.scrollWidth > document.documentElement.clientWidth ? ['scrolls sideways'] : []";

    /// <summary>A link alone on its line is a control; one in a sentence or a note is not.</summary>
    private const string SmallTargets =
        """
        [...document.querySelectorAll('a, button, input:not([type=hidden]), select, summary')]
          .filter(it => it.checkVisibility() && !it.closest('.hidden, sup') && !it.matches('.skip'))
          .filter(it => getComputedStyle(it).display !== 'inline' || ![...it.parentElement.childNodes].some(node => node.nodeName.match(/^(#text|SPAN)$/) && node.textContent.trim()))
          .map(it => ({ it, box: (it.closest('label, .card') ?? it).getBoundingClientRect() }))
          .filter(({ box }) => box.width < 44 || box.height < 44)
          .map(({ it, box }) => `${it.outerHTML.slice(0, 100)} is ${Math.round(box.width)} by ${Math.round(box.height)}`)
        """;

    [Theory]
    [InlineData(320, 256)]
    [InlineData(740, 360)]
    public async Task EveryPageKind_OnASmallScreenOrTurned_NeedsNoSidewaysScrolling(int width, int height)
    {
        await using var visitor = await chromium.VisitorAsync();

        Assert.Empty(await PageKinds.AskAsync(visitor, Sideways, size: (width, height)));
    }

    [Fact]
    public async Task EveryPageKind_WithTheLinesFartherApart_CutsNothingOff()
    {
        await using var visitor = await chromium.VisitorAsync();

        Assert.Empty(await PageKinds.AskAsync(visitor, TooWide, WideSpacing));
    }

    [Fact]
    public async Task EveryPageKind_WithLettersTwiceAsLarge_CutsNothingOff()
    {
        await using var visitor = await chromium.VisitorAsync();

        Assert.Empty(await PageKinds.AskAsync(visitor, TooWide, DoubleText, (1280, 740)));
    }

    [Fact]
    public async Task EveryPageKind_WithLettersTwiceAsLargeOnAPhone_StaysOnTheScreen()
    {
        await using var visitor = await chromium.VisitorAsync();

        var off = await PageKinds.AskAsync(visitor, OffScreen, "html { font-size: 200% !important }");

        Assert.True(off.Count == 0, string.Join('\n', off));
    }

    [Fact]
    public async Task EveryPageKind_UnderAThumb_HasNoSmallTarget()
    {
        await using var visitor = await chromium.VisitorAsync();

        var small = await PageKinds.AskAsync(visitor, SmallTargets);

        Assert.True(small.Count == 0, string.Join('\n', small));
    }

    /// <summary>Four hundred per cent on a small laptop: sticky elements must leave room to read.</summary>
    [Fact]
    public async Task StepsNumber_MagnifiedFourfold_TakesLessThanAFifthOfTheScreen()
    {
        await using var visitor = await chromium.VisitorAsync();

        var heights = await PageKinds.AskAsync(visitor, "[...document.querySelectorAll('.step-of')].filter(it => it.offsetHeight > innerHeight / 5).map(it => it.textContent)", size: (320, 256));

        Assert.Empty(heights);
    }
}
