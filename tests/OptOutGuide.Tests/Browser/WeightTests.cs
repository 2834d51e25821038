using Microsoft.Playwright;

namespace OptOutGuide.Tests.Browser;

/// <summary>Bytes and requests of a first visit with a phone.</summary>
[Collection("looks")]
public sealed class WeightTests(Chromium chromium)
{
    private const int MostRequests = 5;
    private const int MaxBytes = 30_000;
    private const int MostHtml = 10_000;
    private const int MostStepHtml = 8_000;
    private const int MostStyles = 7_000;

    [TheoryWith(Tool.Chromium)]
    [InlineData("/fr/guides/facebook", MostHtml)]
    [FullData("/en/guides/facebook", MostHtml)]
    [InlineData("/fr/guides/instagram", MostHtml)]
    [InlineData("/fr/guides/facebook/3", MostStepHtml)]
    [FullData("/en/guides/instagram/3", MostStepHtml)]
    [Trait("Suite", "Sample")]
    public async Task Guide_FirstVisit_IsLight(string path, int mostHtml)
    {
        await using var visitor = await chromium.VisitorAsync();
        var page = await visitor.NewPageAsync();
        List<IResponse> responses = [];
        page.Response += (_, response) => responses.Add(response);

        await page.GotoAsync(path, new() { WaitUntil = WaitUntilState.NetworkIdle });

        var sizes = await Task.WhenAll(responses.Select(async response => (response.Url, Sizes: await response.Request.SizesAsync())));
        Assert.InRange(sizes.Length, 3, MostRequests);
        Assert.InRange(sizes.Sum(answer => answer.Sizes.ResponseBodySize + answer.Sizes.ResponseHeadersSize), 1, MaxBytes);
        Assert.InRange(sizes.First(answer => answer.Url.EndsWith(path, StringComparison.Ordinal)).Sizes.ResponseBodySize, 1, mostHtml);
        Assert.InRange(sizes.Where(answer => answer.Url.EndsWith(".css", StringComparison.Ordinal)).Sum(answer => answer.Sizes.ResponseBodySize), 1, MostStyles);
    }
}
