using System.Text.RegularExpressions;

namespace OptOutGuide.Content.Loading;

/// <summary>Reads <c>host.yml</c>: who runs this copy of the site. The file and each of its fields may be missing.</summary>
internal sealed partial class HostFile
{
    public const string Name = "host.yml";

    private const int MaxName = 40;

    private readonly MergedFolder _folder;
    private readonly IReadOnlyList<string> _languages;
    private readonly ProblemList _problems;
    private readonly YamlReader? _map;
    private readonly IReadOnlyDictionary<string, HostText> _names;
    private readonly IReadOnlyDictionary<string, HostText> _taglines;
    private readonly IReadOnlyList<(string Text, int Line)> _switchedOff;

    /// <param name="languages">Codes of the site's languages.</param>
    public HostFile(MergedFolder folder, IReadOnlyList<string> languages, ProblemList problems)
    {
        (_folder, _languages, _problems) = (folder, languages, problems);
        _map = folder.Has(Name) ? folder.Map(Name) : null;
        (_names, _taglines) = (Localized("name"), Localized("tagline"));
        _switchedOff = _map?.OptionalTextsWithLines("switched-off") ?? [];
        foreach (var name in _names.Values.Select(name => name.Text).Where(name => name.Length > MaxName).Distinct())
        {
            _map!.Error("name", $"\"{name}\" has {name.Length} letters, over {MaxName}; the top of a phone's screen has no room for more");
        }

        Profile = _map is null ? HostProfile.None with { Missing = Wanted } : Read(_map);
        _map?.RefuseOtherFields();
    }

    public HostProfile Profile { get; }

    private static readonly string[] Wanted = ["name", "tagline", "logo", "card", "colours", "publisher", "imprint", "contact"];

    /// <summary>Merges the host's names into the fields of a language's <c>site.yml</c>, which are changed and returned.</summary>
    public YamlReader MergeInto(YamlReader site, string language)
    {
        foreach (var (key, texts) in new[] { ("title", _names), ("tagline", _taglines) })
        {
            if (texts.TryGetValue(language, out var text))
            {
                site.OverrideField("site", key, text.Fields, text.FieldName);
            }
        }

        return site;
    }

    /// <summary>The pages without those in <c>switched-off</c>; an unknown id there is an error.</summary>
    public PageFile[] WithoutSwitchedOff(PageFile[] pages)
    {
        foreach (var (id, line) in _switchedOff.Where(page => Array.TrueForAll(pages, other => other.Id != page.Text)))
        {
            _problems.Error(_map!.FileOf("switched-off"), line, $"there is no page \"{id}\" to switch off; correct the id or remove it");
        }

        return [.. pages.Where(page => !Profile.SwitchedOff.Contains(page.Id))];
    }

    private HostProfile Read(YamlReader map)
    {
        var publisher = map.OptionalText("publisher");
        return new()
        {
            HasOwnName = _names.Count > 0,
            Logo = Picture(map, "logo"),
            Card = Card(map),
            Colours = map.Has("colours") ? Colours(map) : null,
            Publisher = publisher,
            Imprints = Imprints(map, publisher),
            Contact = map.Has("contact") ? Mail(map, "contact") : null,
            Partners = [.. map.Maps("partners").Select(Partner)],
            IsDemo = map.Has("demo") && map.Flag("demo"),
            SwitchedOff = _switchedOff.Select(page => page.Text).ToHashSet(StringComparer.Ordinal),
            Missing = [.. Wanted.Where(field => !map.Has(field))],
        };
    }

    /// <summary>A text for all languages, or one for each.</summary>
    private IReadOnlyDictionary<string, HostText> Localized(string key)
    {
        if (_map is null || !_map.Has(key))
        {
            return new Dictionary<string, HostText>();
        }

        if (_map.Peek(key) is not null)
        {
            var text = new HostText(_map.Text(key), _map, key);
            return _languages.ToDictionary(language => language, _ => text, StringComparer.Ordinal);
        }

        var fields = _map.Map(key);
        var texts = _languages.Where(language => fields?.Has(language) is true).ToDictionary(language => language, language => new HostText(fields!.Text(language), fields!, language), StringComparer.Ordinal);
        fields?.RefuseOtherFields("a language of this site");
        return texts;
    }

    private HostPicture? Picture(YamlReader map, string key)
    {
        if (!map.Has(key))
        {
            return null;
        }

        var name = map.Text(key);
        if (!PictureName().IsMatch(name) || !_folder.Has(name))
        {
            map.Error(key, $"\"{key}: {name}\" is no picture beside host.yml; put one there that ends in .svg or .png, named with small letters, digits and hyphens");
            return null;
        }

        if (_folder.Bytes(name) is not { } bytes)
        {
            return null;
        }

        var (picture, error) = HostPicture.Read(name, bytes);
        if (error is not null)
        {
            _problems.Error(_folder.ShownName(name), 1, error);
        }

        return picture;
    }

    /// <summary>Apps show PNG only, in the size that all of them take.</summary>
    private HostPicture? Card(YamlReader map)
    {
        var card = Picture(map, "card");
        if (card is not null && (card.IsVector || card.Width != 1200 || card.Height != 630))
        {
            map.Error("card", "a card is a PNG of 1200 by 630 pixels; save it so");
        }

        return card;
    }

    private static HostColours? Colours(YamlReader map)
    {
        if (map.Map("colours") is not { } colours)
        {
            return null;
        }

        var read = new HostColours(Colour(colours, "accent", HostColours.LightGrounds), Colour(colours, "hero", HostColours.LightHeroText));
        colours.RefuseOtherFields();
        return read;
    }

    private static Colour Colour(YamlReader colours, string key, IReadOnlyList<Colour> against)
    {
        var text = colours.Text(key);
        if (!Hosts.Colour.TryParse(text, out var colour))
        {
            if (text.Length > 0)
            {
                colours.Error(key, $"\"{key}: {text}\" is no colour; write one such as \"#0b4a50\", between quotes");
            }

            return Hosts.Colour.Black;
        }

        if (HostColours.ErrorIn(colour, against) is { } error)
        {
            colours.Error(key, $"\"{key}: {text}\" {error}");
        }

        return colour;
    }

    private Dictionary<string, Imprint> Imprints(YamlReader map, string? publisher)
    {
        var imprints = new Dictionary<string, Imprint>(StringComparer.Ordinal);
        if (!map.Has("imprint") || map.Map("imprint") is not { } languages)
        {
            return imprints;
        }

        if (publisher is null)
        {
            map.Error("imprint", "\"imprint\" has no \"publisher\" beside it; write who answers for the site");
        }

        foreach (var language in _languages.Where(languages.Has))
        {
            if (languages.Map(language) is { } fields)
            {
                imprints.Add(language, Imprint(fields, language, publisher ?? ""));
            }
        }

        languages.RefuseOtherFields("a language of this site");
        return imprints;
    }

    private static Imprint Imprint(YamlReader fields, string language, string publisher)
    {
        var imprint = new Imprint(
            language,
            fields.OptionalText("name") ?? publisher,
            fields.Texts("address"),
            Mail(fields, "mail"),
            fields.OptionalText("phone"),
            fields.OptionalText("register"),
            fields.OptionalText("responsible"));
        fields.RefuseOtherFields();
        if (imprint.Phone is { } phone && !PhoneNumber().IsMatch(phone))
        {
            fields.Error("phone", $"\"phone: {phone}\" is no number; write it with its country, such as \"+49 3456 789\"");
        }

        return imprint;
    }

    private static string Mail(YamlReader map, string key)
    {
        var text = map.Text(key);
        if (text.Length > 0 && !MailAddress().IsMatch(text))
        {
            map.Error(key, $"\"{key}: {text}\" is no e-mail address; write one such as hello@example.org");
        }

        return text;
    }

    private static Partner Partner(YamlReader map)
    {
        var partner = new Partner(map.Text("name"), map.Address("address"));
        map.RefuseOtherFields();
        return partner;
    }

    [GeneratedRegex(@"^[a-z0-9]+(-[a-z0-9]+)*\.(svg|png)\z")]
    private static partial Regex PictureName();

    /// <summary>Nothing that could begin another field of a mailto address.</summary>
    [GeneratedRegex(@"^[A-Za-z0-9._+-]+@([A-Za-z0-9-]+\.)+[A-Za-z]{2,}\z")]
    private static partial Regex MailAddress();

    [GeneratedRegex(@"^\+[0-9][0-9 ()/-]{4,24}\z")]
    private static partial Regex PhoneNumber();

    private sealed record HostText(string Text, YamlReader Fields, string FieldName);
}
