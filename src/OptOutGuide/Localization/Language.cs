using System.Globalization;

namespace OptOutGuide.Localization;

/// <summary>A language of the site: a folder of <c>content</c> that holds a <c>site.yml</c>.</summary>
/// <param name="Code">The first part of every address in it: <c>fr</c>.</param>
public sealed record Language(string Code, CultureInfo Culture, Words Words)
{
    /// <summary>Fills in a template; a value that it names but nobody has stays empty, since content is not code.</summary>
    public string Say(string template, params ReadOnlySpan<object?> values) => string.Format(Culture, template, [.. values, "", ""]);

    public string Say(Plural words, int count) => Say(words.For(count, Code), count);

    /// <summary>The date in words, such as « 1er juin 2025 ».</summary>
    public string Date(DateOnly date) => date.ToString(date.Day == 1 ? Words.Dates.First : Words.Dates.Day, Culture);

    /// <summary>« 27 mai 2025 », « mai 2025 » or « 2025 », as precise as it is known.</summary>
    public string Date(PartialDate date) => date.Precision switch
    {
        DatePrecision.Year => date.FirstDay.ToString(Words.Dates.Year, Culture),
        DatePrecision.Month => date.FirstDay.ToString(Words.Dates.Month, Culture),
        _ => Date(date.FirstDay),
    };

    /// <summary>The same, or « sans date, lu le 28 novembre 2026 ».</summary>
    public string Date(SourceDate date) => date.IsUndated ? Say(Words.Dates.Undated, When(date.Date)) : Date(date.Date);

    /// <summary>In a sentence: « le 27 mai 2025 », « en mai 2025 », « dans un texte sans date, lu le 28 novembre 2026 ».</summary>
    public string When(SourceDate date) => date.IsUndated ? Say(Words.Dates.InUndated, When(date.Date)) : When(date.Date);

    private string When(PartialDate date) => Say(date.Precision is DatePrecision.Day ? Words.Dates.OnDay : Words.Dates.InMonth, Date(date));
}

/// <summary>A text in each language of the site.</summary>
public sealed record Translated(IReadOnlyDictionary<string, string> Texts)
{
    public string In(Language language) => Texts[language.Code];
}

/// <summary>Words that change with a number. Languages with more than two forms would need a rule here.</summary>
public sealed record Plural
{
    public required string One { get; init; }
    public required string Other { get; init; }

    /// <summary>French counts zero as one; the other languages here do not.</summary>
    public string For(int count, string language) => count == 1 || (count == 0 && language == "fr") ? One : Other;
}
