namespace OptOutGuide.Content.Hosts;

/// <summary>A host's two colours, each as it is in light and in dark.</summary>
/// <param name="Accent">Of links, buttons and borders.</param>
/// <param name="Hero">The ground of the first screen, under white text.</param>
public sealed record HostColours(Colour Accent, Colour Hero)
{
    /// <summary>WCAG 2, level AAA.</summary>
    public const double Contrast = 7;

    /// <summary>What <c>site.css</c> puts below links and buttons: pages, fields and the boxes.</summary>
    public static readonly IReadOnlyList<Colour> LightGrounds = [.. new[] { 0xfbf8f3, 0xffffff, 0xfff1cf, 0xe2f2e4, 0xfbe6e1 }.Select(Colour.Of)];

    public static readonly IReadOnlyList<Colour> DarkGrounds = [.. new[] { 0x14191a, 0x1d2425, 0x3a2b08, 0x12301d, 0x431611 }.Select(Colour.Of)];

    /// <summary>The text on the first screen's ground.</summary>
    public static readonly IReadOnlyList<Colour> LightHeroText = [Colour.White];

    public static readonly IReadOnlyList<Colour> DarkHeroText = [Colour.Of(0xf3f0ea)];

    /// <summary>The share of black mixed into the first screen's colour in dark mode, from 0 to 1.</summary>
    private const double DarkModeBlackShare = 0.35;

    public Colour DarkAccent => Accent.NearestWith(Contrast, DarkGrounds, Colour.White);

    public Colour DarkHero => Hero.Mixed(Colour.Black, DarkModeBlackShare).NearestWith(Contrast, DarkHeroText, Colour.Black);

    /// <summary>Over <c>site.css</c> and <c>embed.css</c>; paper stays black and white.</summary>
    public string StyleSheet => $$"""
        @media screen { :root { --accent: {{Accent}}; --hero: {{Hero}}; } }
        @media screen and (prefers-color-scheme: dark) { :root { --accent: {{DarkAccent}}; --on-fill: {{DarkGrounds[0]}}; --hero: {{DarkHero}}; } }

        """;

    /// <summary>What is wrong with a colour, with the nearest one that passes; null for nothing.</summary>
    public static string? ErrorIn(Colour colour, IReadOnlyList<Colour> against)
    {
        var least = against.MinBy(other => colour.ContrastTo(other));
        return colour.ContrastTo(least) >= Contrast
            ? null
            : FormattableString.Invariant($"has a contrast of {Math.Floor(colour.ContrastTo(least) * 10) / 10:0.0}:1 to {least}, under {Contrast}:1; write {colour.NearestWith(Contrast, against, Colour.Black)}, the nearest that passes");
    }
}
