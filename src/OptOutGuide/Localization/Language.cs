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
