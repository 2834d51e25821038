using System.Globalization;

namespace OptOutGuide.Tests.Content.Localization;

public sealed class LanguageTests
{
    private static readonly Language French = ContentFixture.Valid.Languages[0];

    [Theory]
    [InlineData("fr", 0, "0 minute")]
    [InlineData("fr", 1, "1 minute")]
    [InlineData("fr", 2, "2 minutes")]
    [InlineData("en", 0, "0 minutes")]
    [InlineData("en", 1, "1 minute")]
    [InlineData("en", 2, "2 minutes")]
    public void Say_Number_TakesTheLanguagesForm(string code, int count, string expected)
    {
        var language = French with { Code = code };

        var said = language.Format(new PluralText { One = "{0} minute", Other = "{0} minutes" }, count);

        Assert.Equal(expected, said);
    }

    [Theory]
    [InlineData("2025-06-01", "1er juin 2025")]
    [InlineData("2025-05-27", "27 mai 2025")]
    [InlineData("2025-08-11", "11 août 2025")]
    public void Date_InFrench_ReadsAsSpoken(string date, string expected)
    {
        var said = French.Date(DateOnly.Parse(date, CultureInfo.InvariantCulture));

        Assert.Equal(expected, said);
    }

    [Theory]
    [InlineData("2025", false, "2025", "en 2025")]
    [InlineData("2025-05", false, "mai 2025", "en mai 2025")]
    [InlineData("2025-06-01", false, "1er juin 2025", "le 1er juin 2025")]
    [InlineData("2026-11-28", true, "sans date, lu le 28 novembre 2026", "dans un texte sans date, lu le 28 novembre 2026")]
    [InlineData("2026-11", true, "sans date, lu en novembre 2026", "dans un texte sans date, lu en novembre 2026")]
    public void Date_OfASource_SaysNoMoreThanIsKnown(string text, bool isUndated, string expected, string inASentence)
    {
        var date = new SourceDate(PartialDate.TryParse(text, out var read) ? read : default, isUndated);

        Assert.Equal(expected, French.Date(date));
        Assert.Equal(inASentence, French.When(date));
    }
}
