using System.Globalization;

namespace OptOutGuide.Content.Parsing;

/// <summary>A date as precise as its source, in the reduced forms of ISO 8601: <c>2025</c>, <c>2025-05</c>, <c>2025-05-27</c>.</summary>
/// <param name="FirstDay">The date itself, or the first day of the month or year. Dates are sorted by it.</param>
public readonly record struct PartialDate(DateOnly FirstDay, DatePrecision Precision = DatePrecision.Day)
{
    public static bool TryParse(string text, out PartialDate date)
    {
        foreach (var precision in Enum.GetValues<DatePrecision>())
        {
            if (DateOnly.TryParseExact(text, Form(precision), CultureInfo.InvariantCulture, DateTimeStyles.None, out var firstDay))
            {
                date = new(firstDay, precision);
                return true;
            }
        }

        date = default;
        return false;
    }

    /// <summary>ISO 8601, with the known precision only.</summary>
    public override string ToString() => FirstDay.ToString(Form(Precision), CultureInfo.InvariantCulture);

    private static string Form(DatePrecision precision) => precision switch
    {
        DatePrecision.Year => "yyyy",
        DatePrecision.Month => "yyyy-MM",
        DatePrecision.Day => "yyyy-MM-dd",
    };
}

public enum DatePrecision
{
    Day,
    Month,
    Year,
}
