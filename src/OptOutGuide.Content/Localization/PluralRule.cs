using System.Collections.Frozen;
using System.Globalization;

namespace OptOutGuide.Content.Localization;

/// <summary>Which form a language uses beside a whole number, as in CLDR: https://cldr.unicode.org/index/cldr-spec/plural-rules</summary>
public sealed class PluralRule
{
    /// <summary>For every language that is not in the table: Germanic, most Romance and Finnic languages, Bulgarian, Greek, Hungarian.</summary>
    private static readonly PluralRule Default = new(number => number is 1 ? PluralForm.One : PluralForm.Other);

    /// <summary>By the name of a culture or of a language.</summary>
    private static readonly FrozenDictionary<string, PluralRule> Rules = new (string[] Names, Func<int, PluralForm> FormOf)[]
    {
        (["fr", "pt-BR"], number => number is 0 or 1 ? PluralForm.One : PluralForm.Other),
        (["cs", "sk"], number => number switch { 1 => PluralForm.One, >= 2 and <= 4 => PluralForm.Few, _ => PluralForm.Other }),
        (["ga"], number => number switch { 1 => PluralForm.One, 2 => PluralForm.Two, >= 3 and <= 6 => PluralForm.Few, >= 7 and <= 10 => PluralForm.Many, _ => PluralForm.Other }),
        (["hr"], number => EndsInOne(number) ? PluralForm.One : EndsInTwoToFour(number) ? PluralForm.Few : PluralForm.Other),
        (["is"], number => EndsInOne(number) ? PluralForm.One : PluralForm.Other),
        (["lt"], number => IsTeen(number) || number % 10 is 0 ? PluralForm.Other : number % 10 is 1 ? PluralForm.One : PluralForm.Few),
        (["lv"], number => IsTeen(number) || number % 10 is 0 ? PluralForm.Zero : number % 10 is 1 ? PluralForm.One : PluralForm.Other),
        (["mt"], number => number switch { 1 => PluralForm.One, 2 => PluralForm.Two, _ when number is 0 || number % 100 is >= 3 and <= 10 => PluralForm.Few, _ when IsTeen(number) => PluralForm.Many, _ => PluralForm.Other }),
        (["pl"], number => number is 1 ? PluralForm.One : EndsInTwoToFour(number) ? PluralForm.Few : PluralForm.Many),
        (["ro"], number => number is 1 ? PluralForm.One : number is 0 || number % 100 is >= 1 and <= 19 ? PluralForm.Few : PluralForm.Other),
        (["sl"], number => (number % 100) switch { 1 => PluralForm.One, 2 => PluralForm.Two, 3 or 4 => PluralForm.Few, _ => PluralForm.Other }),
    }.SelectMany(rule => rule.Names, (rule, name) => (Name: name, Rule: new PluralRule(rule.FormOf))).ToFrozenDictionary(rule => rule.Name, rule => rule.Rule);

    private readonly Func<int, PluralForm> _formOf;

    private PluralRule(Func<int, PluralForm> formOf)
    {
        _formOf = formOf;
        // From 100 on, a form depends on the last two digits alone, so 0 to 199 show every form.
        Forms = [.. Enumerable.Range(0, 200).Select(formOf).Distinct().Order()];
    }

    /// <summary>The forms that whole numbers have.</summary>
    public IReadOnlyList<PluralForm> Forms { get; }

    /// <summary>The rule of a culture's language; of the culture itself where it has one of its own, as in Brazil.</summary>
    public static PluralRule Of(CultureInfo culture) =>
        Rules.GetValueOrDefault(culture.Name) ?? Rules.GetValueOrDefault(culture.TwoLetterISOLanguageName) ?? Default;

    public PluralForm FormOf(int number) => _formOf(number);

    private static bool IsTeen(int number) => number % 100 is >= 11 and <= 19;

    private static bool EndsInOne(int number) => number % 10 is 1 && number % 100 is not 11;

    private static bool EndsInTwoToFour(int number) => number % 10 is >= 2 and <= 4 && !IsTeen(number);
}
