using System.Globalization;

namespace OptOutGuide.Content.Hosts;

/// <summary>A colour as <c>#rrggbb</c>, with the contrast of WCAG 2 (https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio).</summary>
public readonly record struct Colour(byte Red, byte Green, byte Blue)
{
    public static readonly Colour Black = new(0, 0, 0);

    public static readonly Colour White = new(255, 255, 255);

    public static bool TryParse(string text, out Colour colour)
    {
        if (text.Length == 7 && text[0] == '#' && int.TryParse(text.AsSpan(1), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var number))
        {
            colour = Of(number);
            return true;
        }

        colour = default;
        return false;
    }

    /// <summary>From 1 (none) to 21 (black on white).</summary>
    public double ContrastTo(Colour other)
    {
        var (one, two) = (Luminance, other.Luminance);
        return (Math.Max(one, two) + 0.05) / (Math.Min(one, two) + 0.05);
    }

    /// <summary>The contrast to the one of several grounds on which this colour is hardest to see.</summary>
    public double LeastContrastTo(IEnumerable<Colour> grounds) => grounds.Min(ContrastTo);

    /// <summary>The first colour on the way to another that has a contrast; the other one where none has.</summary>
    public Colour NearestWith(double contrast, IReadOnlyList<Colour> grounds, Colour towards)
    {
        const int Steps = 255;
        var from = this;
        return Enumerable.Range(0, Steps).Select(step => from.Mixed(towards, (double)step / Steps)).Append(towards)
            .First(colour => colour == towards || colour.LeastContrastTo(grounds) >= contrast);
    }

    /// <param name="share">Of the other colour, from 0 to 1.</param>
    public Colour Mixed(Colour other, double share) => new(Mix(Red, other.Red, share), Mix(Green, other.Green, share), Mix(Blue, other.Blue, share));

    public override string ToString() => $"#{Red:x2}{Green:x2}{Blue:x2}";

    internal static Colour Of(int number) => new((byte)(number >> 16), (byte)(number >> 8), (byte)number);

    private double Luminance => (0.2126 * Linear(Red)) + (0.7152 * Linear(Green)) + (0.0722 * Linear(Blue));

    private static double Linear(byte part)
    {
        var share = part / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.Pow((share + 0.055) / 1.055, 2.4);
    }

    private static byte Mix(byte from, byte to, double share) => (byte)Math.Round(from + ((to - from) * share));
}
