using Microsoft.Playwright;

namespace OptOutGuide.Tests.Browser;

/// <summary>One check of any page: a screen size, a user style sheet, and a script that lists the errors.</summary>
internal sealed record PageLook(string Name, string Script, int Width = 360, int Height = 740, string Styles = "", bool HasStyles = true)
{
    /// <summary>WCAG 2.2, 1.4.12.</summary>
    private const string WideSpacing = "* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-bottom: 2em !important }";

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

    /// <summary>
    /// Elements that leave the screen when each text begins with a word of 34 letters: German and Finnish have such. Pictures
    /// of screens are drawn by the server, which breaks their lines.
    /// </summary>
    private const string OffScreenWithLongWords =
        $$"""
        (() => {
          const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
          const texts = new Map();
          while (walker.nextNode()) {
            if (!walker.currentNode.parentElement.closest('script, style, svg')) texts.set(walker.currentNode, walker.currentNode.data);
          }
          texts.forEach((data, text) => { text.data = data.replace(/[\p{L}\p{M}’-]+/u, 'Donaudampfschifffahrtsgesellschaft'); });
          const found = {{OffScreen}};
          texts.forEach((data, text) => { text.data = data; });
          return found;
        })()
        """;

    /// <summary>
    /// Elements that, written from the right (Arabic, Farsi), are not where they were from the other side, with their borders
    /// and paddings. Addresses stay left to right, and ticks follow the direction of the words, which stay French here.
    /// </summary>
    private const string NotMirrored =
        """
        (() => {
          const look = it => (style => [style.borderLeftWidth, style.borderRightWidth, style.paddingLeft, style.paddingRight])(getComputedStyle(it));
          const parts = [...document.querySelectorAll('body *')].filter(it => it.checkVisibility() && getComputedStyle(it).display !== 'inline'
            && !it.closest('svg, table, .hidden, .skip, .address, .domain, .typed, .poster-address, .strips, .mark, .tick, input, select'));
          const before = parts.map(it => ({ it, box: it.getBoundingClientRect(), look: look(it) })).filter(({ box }) => box.width > 0);
          document.documentElement.dir = 'rtl';
          const width = document.documentElement.clientWidth;
          const found = before.filter(({ it, box, look: [left, right, leftPadding, rightPadding] }) => {
            const now = it.getBoundingClientRect();
            return Math.abs(now.left - (width - box.right)) > 2 || Math.abs(now.width - box.width) > 2 || `${look(it)}` !== `${[right, left, rightPadding, leftPadding]}`;
          }).map(({ it, box }) => `${it.outerHTML.slice(0, 100)} was at ${Math.round(box.left)}, is at ${Math.round(width - it.getBoundingClientRect().right)} from the right`);
          document.documentElement.removeAttribute('dir');
          return found;
        })()
        """;

    private const string Sideways = "document.documentElement.scrollWidth > document.documentElement.clientWidth ? ['scrolls sideways'] : []";

    /// <summary>A link alone on its line is a control; one in a sentence or a note is not.</summary>
    private const string SmallTargets =
        """
        [...document.querySelectorAll('a, button, input:not([type=hidden]), select, summary')]
          .filter(it => it.checkVisibility() && !it.closest('.hidden, sup') && !it.matches('.skip'))
          .filter(it => getComputedStyle(it).display !== 'inline' || ![...it.parentElement.childNodes].some(node => node.nodeName.match(/^(#text|SPAN)$/) && node.textContent.trim()))
          .map(it => ({ it, box: (it.closest('label') ?? it).getBoundingClientRect() }))
          .filter(({ box }) => box.width < 44 || box.height < 44)
          .map(({ it, box }) => `${it.outerHTML.slice(0, 100)} is ${Math.round(box.width)} by ${Math.round(box.height)}`)
        """;

    /// <summary>Four hundred per cent on a small laptop: sticky elements must leave room to read.</summary>
    private const string TallStepNumber = "[...document.querySelectorAll('.step-of')].filter(it => it.offsetHeight > innerHeight / 5).map(it => it.textContent)";

    /// <summary>No page has an animation, so none has to be switched off.</summary>
    private const string Moving =
        """
        [...document.querySelectorAll('*')].flatMap(it => [null, '::before', '::after'].map(part => ({ it, style: getComputedStyle(it, part) })))
          .filter(({ style }) => style.animationName !== 'none' || style.transitionDuration !== '0s' || style.scrollBehavior === 'smooth')
          .map(({ it }) => it.outerHTML.slice(0, 100))
        """;

    /// <summary>
    /// The order of the markup, in which a screen reader reads, is the order on the screen. Cards of one row are side by side.
    /// </summary>
    private const string OutOfOrder =
        """
        (() => {
          const parts = [...document.querySelectorAll('header, main, h1, h2, h3, h4, footer')].filter(it => it.checkVisibility() && !it.matches('.hidden') && !it.closest('.aside, .contents'));
          const tops = parts.map(it => it.getBoundingClientRect().top);
          return parts.filter((it, index) => index > 0 && tops[index] < tops[index - 1] - 1).map(it => it.outerHTML.slice(0, 100));
        })()
        """;

    /// <summary>Headings that skip a level.</summary>
    private const string SkippedHeadings =
        """
        (() => {
          const headings = [...document.querySelectorAll('main h1, main h2, main h3, main h4')].filter(it => it.checkVisibility());
          const levels = headings.map(it => Number(it.tagName[1]));
          const errors = headings.filter((it, index) => index === 0 ? levels[0] !== 1 : levels[index] > levels[index - 1] + 1);
          return errors.map(it => it.outerHTML.slice(0, 100));
        })()
        """;

    /// <summary>What the length of words decides.</summary>
    private static readonly PageLook[] OfWords =
    [
        new("sideways scrolling on a small screen", Sideways, 320, 256),
        new("step number too tall when magnified fourfold", TallStepNumber, 320, 256),
        new("sideways scrolling on a phone that is turned", Sideways, 740, 360),
        new("cut off with wide spacing", TooWide, Styles: WideSpacing),
        new("off a phone's screen with letters twice as large", OffScreen, Styles: "html { font-size: 200% !important }"),
        new("sideways scrolling with letters twice as large", $"document.body.matches('.sheet') ? [] : {Sideways}", Styles: "html { font-size: 225% !important }"),
        new("smaller than a thumb", SmallTargets),
        new("cut off with letters twice as large", TooWide, 1280, Styles: "html { font-size: 250% !important }"),
    ];

    /// <summary>What styles and markup decide, which are the same in every language.</summary>
    private static readonly PageLook[] OfMarkup =
    [
        new("off a screen of 320 pixels with long words", OffScreenWithLongWords, 320),
        new("off a phone's screen with long words", OffScreenWithLongWords),
        new("not mirrored on a phone", NotMirrored),
        new("moving", Moving),
        new("out of order on a phone", OutOfOrder),
        new("not mirrored on a desk", NotMirrored, 1280),
        new("out of order on a desk", OutOfOrder, 1280),
        new("heading level left out, without styles", SkippedHeadings, HasStyles: false),
    ];

    public static IEnumerable<PageLook> For(string path) => PageKinds.IsTranslation(path) ? OfWords : OfWords.Concat(OfMarkup);

    /// <summary>The errors of the open page, each with the name of the check.</summary>
    public async Task<IEnumerable<string>> FindAsync(IPage page)
    {
        await page.SetViewportSizeAsync(Width, Height);
        await page.EvaluateAsync(
            """
            ([styles, hasStyles]) => {
              const sheet = new CSSStyleSheet();
              sheet.replaceSync(styles);
              document.adoptedStyleSheets = [sheet];
              for (const own of document.styleSheets) own.disabled = !hasStyles;
            }
            """,
            new object[] { Styles, HasStyles });
        return (await page.EvaluateAsync<string[]>(Script)).Select(found => $"{Name}: {found}");
    }
}
