using System.Globalization;

namespace OptOutGuide.Content.Parsing;

/// <summary>Typed fields. One that cannot be read is a problem and gets a default value.</summary>
internal sealed partial class YamlReader
{
    public int Number(string key) => Parse(key, "a whole number above zero, such as 5",
        (string text, out int number) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number) && number > 0);

    public DateOnly Date(string key) => Parse<DateOnly>(key, "a date, such as 2025-05-27", TryParseDate);

    public IReadOnlyList<DateOnly> OptionalDates(string key) => [.. OptionalTextsWithLines(key)
        .Select(entry => (entry, IsDate: TryParseDate(entry.Text, out var date), date))
        .Where(item => Accept(item.IsDate, key, item.entry.Line, $"\"{item.entry.Text}\" is not a date; write one such as 2025-05-27"))
        .Select(item => item.date)];

    /// <summary>A date that is not in the future: something was published, read or changed on it.</summary>
    public DateOnly DateUntil(string key, DateOnly today) => RefuseFuture(key, Date(key), today);

    /// <summary>The same with the known precision; a month or a year counts by its first day.</summary>
    public PartialDate PartialDateUntil(string key, DateOnly today)
    {
        var date = Parse<PartialDate>(key, "a date as precise as it is known, such as 2025-05-27, 2025-05 or 2025", PartialDate.TryParse);
        RefuseFuture(key, date.FirstDay, today);
        return date;
    }

    /// <summary>A local date and time; a default where it cannot be read.</summary>
    public DateTime LocalTime(string key) => Parse<DateTime?>(key, "a local time, such as 2025-05-27T00:00",
        (string text, out DateTime? time) =>
        {
            var isTime = DateTime.TryParseExact(text, "yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var read);
            time = read;
            return isTime;
        }) ?? new(2025, 1, 1);

    public TimeZoneInfo Zone(string key) => Parse<TimeZoneInfo>(key, "a time zone, such as Europe/Paris",
        TimeZoneInfo.TryFindSystemTimeZoneById) ?? TimeZoneInfo.Utc;

    public Uri Address(string key)
    {
        var text = Scalar(key);
        var error = text.Length == 0 ? "" : OutsideAddress.ErrorIn(text);
        if (error is null)
        {
            return new Uri(text);
        }

        if (error.Length > 0)
        {
            Error(key, $"\"{key}: {text}\" {error}");
        }

        return OutsideAddress.Unreadable;
    }

    public Uri? OptionalAddress(string key) => Has(key) ? Address(key) : null;

    public bool Flag(string key) => Parse<bool>(key, "true or false", bool.TryParse);

    /// <summary>Null for <c>unknown</c>.</summary>
    public bool? FlagOrUnknown(string key) => Parse<bool?>(key, "true, false or unknown", (string text, out bool? flag) =>
    {
        flag = bool.TryParse(text, out var known) ? known : null;
        return flag is not null || text is "unknown";
    });

    /// <summary>A value of an enum, written as in content: <c>NoAccount</c> is <c>no-account</c>.</summary>
    public T Choice<T>(string key) where T : struct, Enum => Parse<T>(key, $"one of {KebabCase.All<T>()}", KebabCase.TryParse);

    private static bool TryParseDate(string text, out DateOnly date) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out date);

    private delegate bool TryParse<T>(string text, out T? value);

    private T? Parse<T>(string key, string expected, TryParse<T> tryParse)
    {
        if (Scalar(key) is not { Length: > 0 } text)
        {
            return default;
        }

        return Accept(tryParse(text, out var value), key, LineOf(key), $"\"{key}: {text}\" is not valid; write {expected}") ? value : default;
    }

    private DateOnly RefuseFuture(string key, DateOnly date, DateOnly today)
    {
        if (date > today)
        {
            Error(key, $"\"{key}: {OptionalText(key)}\" is in the future; correct it");
        }

        return date;
    }
}
