using System.Globalization;

namespace OptOutGuide.Tests.Site;

public sealed class LanguageChoiceTests
{
    private static readonly Language[] Languages =
        [.. new[] { "fr", "en", "de", "pt", "sr", "nb", "ro" }.Select(code => new Language(code, code, CultureInfo.InvariantCulture, new(new Dictionary<Type, object>())))];

    [Theory]
    [InlineData("de-CH", "de")]
    [InlineData("de-Latn-AT-1996", "de")]
    [InlineData("pt-BR,en;q=0.8", "pt")]
    [InlineData("sr-Latn-RS", "sr")]
    [InlineData("sr_Cyrl", "sr")]
    [InlineData("no", "nb")]
    [InlineData("nn-NO,en;q=0.9", "nb")]
    [InlineData("NB", "nb")]
    [InlineData("mo", "ro")]
    [InlineData("zh-Hant-TW,en;q=0.5", "en")]
    [InlineData("zh-Hant", "fr")]
    [InlineData("x-klingon,i-navajo,de;q=0.1", "de")]
    [InlineData("nn;q=0,*", "fr")]
    [InlineData("fr;q=0,en;q=0,nn;q=0,*", "de")]
    [InlineData("de;q=0.3,pt;q=0.9", "pt")]
    [InlineData("", "fr")]
    public void Choice_OfWishes_IsTheNearestLanguage(string header, string expected)
    {
        (string, double)[] wishes = [.. header.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(wish => wish.Split(";q="))
            .Select(parts => (parts[0], parts.Length > 1 ? double.Parse(parts[1], CultureInfo.InvariantCulture) : 1))];

        Assert.Equal(expected, LanguageChoice.Of(Languages, wishes).Code);
    }
}
