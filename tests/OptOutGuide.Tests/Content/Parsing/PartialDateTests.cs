namespace OptOutGuide.Tests.Content.Parsing;

public sealed class PartialDateTests
{
    [Theory]
    [InlineData("2025", 2025, 1, 1, DatePrecision.Year)]
    [InlineData("2025-05", 2025, 5, 1, DatePrecision.Month)]
    [InlineData("2025-05-27", 2025, 5, 27, DatePrecision.Day)]
    public void TryParse_DateOfAnyPrecision_IsWrittenTheSameAgain(string text, int year, int month, int day, DatePrecision precision)
    {
        var isDate = PartialDate.TryParse(text, out var date);

        Assert.True(isDate);
        Assert.Equal(new PartialDate(new DateOnly(year, month, day), precision), date);
        Assert.Equal(text, date.ToString());
    }

    [Theory]
    [InlineData("")]
    [InlineData("25")]
    [InlineData("2025-5")]
    [InlineData("2025-13")]
    [InlineData("2025-02-29")]
    [InlineData("2025-05-")]
    [InlineData("05/2025")]
    [InlineData("May 2025")]
    public void TryParse_AnythingElse_IsRefused(string text)
    {
        var isDate = PartialDate.TryParse(text, out _);

        Assert.False(isDate);
    }
}
