using Microsoft.Playwright;

namespace OptOutGuide.Tests.Browser;

/// <summary>A frame in a page of another origin.</summary>
[Collection("looks")]
public sealed class EmbedFrameTests(Chromium chromium)
{
    [TheoryWith(Tool.Chromium)]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Frame_InAPageOfAnotherOrigin_ShowsWhereThatOriginIsAllowed(bool isAllowed)
    {
        await using var other = OtherSite.Start();
        await using var site = await InProcessSite.ListenAsync($"--Site:EmbedOrigins={(isAllowed ? other.Origin : "https://news.example")}");
        other.Html = $"""<!DOCTYPE html><title>News</title><iframe src="{site.Address}fr/integrer/dates" width="300" height="540"></iframe>""";
        await using var visitor = await chromium.VisitorAsync();
        var page = await visitor.NewPageAsync();

        await page.GotoAsync(other.Origin);

        var heading = page.FrameLocator("iframe").GetByRole(AriaRole.Heading, new() { Level = 1 });
        await Assertions.Expect(heading).ToHaveCountAsync(isAllowed ? 1 : 0);
    }

    [TheoryWith(Tool.Chromium)]
    [InlineData(300)]
    [FullData(700)]
    [Trait("Suite", "Sample")]
    public async Task Frames_AtTheHeightOfTheirCode_DoNotScroll(int width)
    {
        await using var visitor = await chromium.VisitorAsync();
        var page = await visitor.NewPageAsync();
        foreach (var embed in RealContent.SamplePages.Where(page => page.Kind is PageKind.Embed))
        {
            await page.GotoAsync(embed.Path);
            var frames = await page.EvaluateAsync<string[][]>("[...document.querySelectorAll('iframe')].map(frame => [frame.getAttribute('src'), frame.getAttribute('height')])");
            Assert.NotEmpty(frames);
            foreach (var frame in frames)
            {
                var height = int.Parse(frame[1], System.Globalization.CultureInfo.InvariantCulture);
                await page.SetViewportSizeAsync(width, height);
                await page.GotoAsync(frame[0]);
                Assert.InRange(await page.EvaluateAsync<int>("document.documentElement.scrollHeight"), 1, height);
            }
        }
    }
}
