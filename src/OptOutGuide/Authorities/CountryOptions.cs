using System.Collections.Concurrent;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Components;

namespace OptOutGuide.Authorities;

/// <summary>
/// The countries as the options of a form, drawn once and shared: drawn anew they would be a fifth of every open list.
/// </summary>
internal sealed class CountryOptions(SiteContent content)
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    private readonly ConcurrentDictionary<(string Language, string? Chosen), MarkupString> _drawn = new();

    /// <param name="chosen">Code of the country that a page without JavaScript shows as chosen; null for none.</param>
    public MarkupString Draw(Language language, string? chosen)
    {
        var known = content.Authorities.FirstOrDefault(authority => authority.Country == chosen)?.Country;
        return _drawn.GetOrAdd((language.Code, known), _ => new(Option("", language.Words.List.CountryAny) + string.Concat(
            content.AuthoritiesIn(language).Select(authority => Option(authority.Country, authority.CountryName.In(language), authority.Country == known)))));
    }

    private static string Option(string value, string name, bool isChosen = false) =>
        $"<option value=\"{value}\"{(isChosen ? " selected" : "")}>{Encoder.Encode(name)}</option>";
}
