namespace OptOutGuide.Content.Localization;

/// <summary>The forms of a word beside a number, by the names and in the order of Unicode's CLDR.</summary>
public enum PluralForm
{
    Zero,
    One,
    Two,
    Few,
    Many,
    Other,
}
