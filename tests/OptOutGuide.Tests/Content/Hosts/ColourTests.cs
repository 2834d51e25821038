using System.Text.RegularExpressions;

namespace OptOutGuide.Tests.Content.Hosts;

public sealed partial class ColourTests
{
    /// <summary>Values of the WCAG's own examples and of common checkers.</summary>
    [Theory]
    [InlineData("#000000", "#ffffff", 21.0)]
    [InlineData("#777777", "#ffffff", 4.48)]
    [InlineData("#0000ff", "#ffffff", 8.59)]
    [InlineData("#ff0000", "#000000", 5.25)]
    [InlineData("#abcdef", "#abcdef", 1.0)]
    public void ContrastTo_TwoColours_IsWcags(string one, string other, double contrast)
    {
        Assert.Equal(contrast, Read(one).ContrastTo(Read(other)), 2);
        Assert.Equal(contrast, Read(other).ContrastTo(Read(one)), 2);
    }

    [Theory]
    [InlineData("#ff8800")]
    [InlineData("#00aa00")]
    [InlineData("#ffffff")]
    public void ErrorIn_PaleColour_NamesTheNearestThatPasses(string pale)
    {
        var error = HostColours.ErrorIn(Read(pale), HostColours.LightGrounds)!;

        var nearest = Read(Suggestion().Match(error).Groups[1].Value);
        Assert.Null(HostColours.ErrorIn(nearest, HostColours.LightGrounds));
        Assert.InRange(nearest.LeastContrastTo(HostColours.LightGrounds), HostColours.Contrast, HostColours.Contrast + 0.3);
    }

    [Fact]
    public void ErrorIn_ProjectsColours_IsNone()
    {
        Assert.Null(HostColours.ErrorIn(Read(Palette.Accent), HostColours.LightGrounds));
        Assert.Null(HostColours.ErrorIn(Read(Palette.Accent), HostColours.LightHeroText));
    }

    [Theory]
    [InlineData("#000000")]
    [InlineData("#0b4a50")]
    [InlineData("#7a0012")]
    [InlineData("#1a1aff")]
    public void DarkVariants_AnyColourThatPassesInLight_PassInDark(string colour)
    {
        var colours = new HostColours(Read(colour), Read(colour));

        Assert.True(colours.DarkAccent.LeastContrastTo(HostColours.DarkGrounds) >= 7);
        Assert.True(colours.DarkHero.LeastContrastTo(HostColours.DarkHeroText) >= 7);
    }

    /// <summary>Where <c>site.css</c> gets another ground, a host's colour must be held against it.</summary>
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void Grounds_AreThoseOfTheStyleSheet(int scheme)
    {
        var css = File.ReadAllText(Path.Combine(Repository.Root, "src/OptOutGuide/wwwroot/site.css"));
        var block = css.Split(":root {")[scheme + 1].Split('}')[0];

        Assert.Equal(
            Grounds().Matches(block).Select(ground => ground.Groups[1].Value).Order(),
            (scheme == 0 ? HostColours.LightGrounds : HostColours.DarkGrounds).Select(ground => ground.ToString()).Order());
        Assert.Contains($"--on-hero: {(scheme == 0 ? HostColours.LightHeroText : HostColours.DarkHeroText)[0]}", block, StringComparison.Ordinal);
    }

    private static Colour Read(string text)
    {
        Assert.True(Colour.TryParse(text, out var colour));
        Assert.Equal(text, colour.ToString());
        return colour;
    }

    [GeneratedRegex("write (#[0-9a-f]{6}), the nearest")]
    private static partial Regex Suggestion();

    /// <summary>All but the yellow of the focus ring, on which nothing is written.</summary>
    [GeneratedRegex("--(?!focus-)(?:[a-z]+-)?(?:ground|raised): (#[0-9a-f]{6})")]
    private static partial Regex Grounds();
}
