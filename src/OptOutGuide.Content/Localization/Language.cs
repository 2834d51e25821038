using System.Globalization;

namespace OptOutGuide.Content.Localization;

/// <summary>A language of the site: a folder of <c>content</c> that <c>languages.yml</c> lists.</summary>
/// <param name="Code">The first part of every address in it: <c>fr</c>.</param>
/// <param name="Name">The language's own name: « Français ».</param>
public sealed record Language(string Code, string Name, CultureInfo Culture, TextSet TextSet)
{
    /// <summary>Code of the language that stands in for one that lacks a text, where the site has it; otherwise the default.</summary>
    public const string Fallback = "en";

    /// <summary>Arabic, Farsi, Hebrew: pages are laid out from the right.</summary>
    public bool IsRightToLeft => Culture.TextInfo.IsRightToLeft;

    /// <summary>The texts of one part of the site in this language.</summary>
    public T Texts<T>() where T : class, ITexts => TextSet.Get<T>();

    /// <summary>Fills in a template. A value that the template names but the caller does not have stays empty, since content is not code.</summary>
    public string Format(string template, params ReadOnlySpan<object?> values) => string.Format(Culture, template, [.. values, "", ""]);

    public string Format(PluralText text, int count) => Format(text.For(count, PluralRule.Of(Culture)), count);

    /// <summary>« 14 h », « 14 h 30 »</summary>
    public string Time(TimeOnly time) => time.ToString(time.Minute == 0 ? Dates.FullHour : Dates.Time, Culture);

    /// <summary>The date in words: « 1er juin 2025 ».</summary>
    public string Date(DateOnly date) => date.ToString(date.Day == 1 ? Dates.First : Dates.Day, Culture);

    /// <summary>« 27 mai 2025 », « mai 2025 » or « 2025 », as precise as it is known.</summary>
    public string Date(PartialDate date) => date.Precision switch
    {
        DatePrecision.Year => date.FirstDay.ToString(Dates.Year, Culture),
        DatePrecision.Month => date.FirstDay.ToString(Dates.Month, Culture),
        DatePrecision.Day => Date(date.FirstDay),
    };

    /// <summary>In a sentence: « le 27 mai 2025 », « en mai 2025 ».</summary>
    public string When(PartialDate date) => Format(date.Precision is DatePrecision.Day ? Dates.OnDay : Dates.InMonth, Date(date));

    private DateTexts Dates => Texts<DateTexts>();
}
