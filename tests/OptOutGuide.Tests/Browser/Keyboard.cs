using Microsoft.Playwright;

namespace OptOutGuide.Tests.Browser;

/// <summary>A visitor with a keyboard only. After each key the focus must be visible.</summary>
internal sealed class Keyboard(IPage page)
{
    private const int MaxSteps = 300;

    /// <summary>Where the focus is, and what hides it; no error where nothing does.</summary>
    private const string FocusState =
        """
        target => {
          const focused = document.activeElement;
          // The field of a file is shown by its label.
          const it = focused.matches('input[type=file]') ? focused.labels[0] : focused;
          const box = it.getClientRects()[0];
          if (focused === document.body) return { isThere: false, isNowhere: true, error: '' };
          if (!box) return { isThere: false, isNowhere: false, error: `has no box: ${it.outerHTML.slice(0, 120)}` };
          const style = getComputedStyle(it);
          const points = [[box.left + 2, box.top + 2], [box.right - 2, box.top + 2], [box.left + 2, box.bottom - 2], [box.right - 2, box.bottom - 2]];
          const isCovered = ([x, y]) => {
            const top = document.elementFromPoint(x, y);
            return !top || !(it.contains(top) || top.contains(it)) || top === document.documentElement;
          };
          const errors = [
            style.outlineStyle === 'none' || parseFloat(style.outlineWidth) < 2 ? 'has no ring' : '',
            it.matches('main') || !points.some(isCovered) ? '' : 'is covered or out of sight',
          ].filter(Boolean).join(', ');
          return { isThere: focused === target, isNowhere: false, error: errors && `${errors}: ${it.outerHTML.slice(0, 120)}` };
        }
        """;

    /// <summary>Presses Tab until the focus is on the first match.</summary>
    public async Task TabToAsync(ILocator wanted, string key = "Tab")
    {
        var target = await wanted.First.ElementHandleAsync();
        // Its styles draw the ring.
        await PageLoad.WaitAsync(page);
        for (var step = 0; step < MaxSteps; step++)
        {
            await page.Keyboard.PressAsync(key);
            if ((await LookAsync(target)).IsThere)
            {
                return;
            }
        }

        Assert.Fail($"{key} does not lead to {wanted}.");
    }

    /// <summary>Tabs through the whole page and out of it; returns how many elements had the focus.</summary>
    public async Task<int> TabThroughAsync(string key)
    {
        for (var step = 0; step < MaxSteps; step++)
        {
            await page.Keyboard.PressAsync(key);
            if ((await LookAsync(null)).IsNowhere)
            {
                return step;
            }
        }

        throw new InvalidOperationException($"{key} does not lead out of the page.");
    }

    public Task PressAsync(string key) => page.Keyboard.PressAsync(key);

    public async Task EnterAsync(AriaRole role, string name)
    {
        await TabToAsync(page.GetByRole(role, new() { Name = name, Exact = true }));
        await PressAsync("Enter");
    }

    public Task FollowAsync(string link) => EnterAsync(AriaRole.Link, link);

    /// <summary>Goes to a button and presses it.</summary>
    public async Task PressAsync(ILocator button)
    {
        await TabToAsync(button);
        await PressAsync("Enter");
    }

    /// <summary>
    /// After an action, some element has the focus and is visible. The page renders the result first and then moves the focus.
    /// </summary>
    public async Task ExpectFocusAsync()
    {
        var focus = new Focus();
        await Eventually.TrueAsync(
            async () =>
            {
                focus = await page.EvaluateAsync<Focus>(FocusState, null);
                return !focus.IsNowhere && focus.Error is "";
            },
            () => focus.IsNowhere ? "The focus is lost." : focus.Error);
    }

    private async Task<Focus> LookAsync(IElementHandle? target)
    {
        var focus = await page.EvaluateAsync<Focus>(FocusState, target);
        Assert.True(focus.Error is "", focus.Error);
        return focus;
    }

    private sealed class Focus
    {
        public bool IsThere { get; init; }

        public bool IsNowhere { get; init; }

        public string Error { get; init; } = "";
    }
}
