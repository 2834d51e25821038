using System.Globalization;

namespace OptOutGuide.Tests.Content.Localization;

public sealed class LanguageTests
{
    private static readonly Language French = ContentFixture.Valid.Languages[0];

    [Theory]
    [InlineData("fr-FR", 0, "0 minute")]
    [InlineData("fr-FR", 1, "1 minute")]
    [InlineData("fr-FR", 2, "2 minutes")]
    [InlineData("en-GB", 0, "0 minutes")]
    [InlineData("en-GB", 1, "1 minute")]
    public void Format_Number_TakesTheLanguagesForm(string culture, int count, string expected)
    {
        var language = French with { Culture = CultureInfo.GetCultureInfo(culture) };
        var text = new PluralText(new Dictionary<PluralForm, string> { [PluralForm.One] = "{0} minute", [PluralForm.Other] = "{0} minutes" });

        Assert.Equal(expected, language.Format(text, count));
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
