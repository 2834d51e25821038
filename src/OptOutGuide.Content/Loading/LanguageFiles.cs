using System.Globalization;

namespace OptOutGuide.Content.Loading;

/// <summary>A language as its <c>site.yml</c> describes it, with its texts of shared data.</summary>
internal sealed record LanguageFiles(Language Language, DataTexts Data)
{
    /// <summary>The records of this project that <c>site.yml</c> must fill.</summary>
    private static readonly TextsType[] OwnTexts =
    [
        TextsType.Of<AddressTexts>(), TextsType.Of<DateTexts>(), TextsType.Of<BoxTexts>(), TextsType.Of<NoteTexts>(), TextsType.Of<GradeTexts>(), TextsType.Of<LawTexts>(),
    ];

    /// <summary>Null, with problems, where a file cannot be read.</summary>
    /// <param name="host">Its names override those of <c>site.yml</c>.</param>
    /// <param name="texts">The records that <c>site.yml</c> must fill beside those of this project.</param>
    public static LanguageFiles? Read(MergedFolder folder, string code, HostFile host, IReadOnlyList<TextsType> texts)
    {
        if (folder.Map($"{code}/site.yml") is not { } own || folder.Map($"{code}/data.yml") is not { } data)
        {
            return null;
        }

        var map = host.MergeInto(own, code);
        var (name, culture) = (map.Text("name"), ReadCulture(map));
        var plurals = PluralRule.Of(culture);
        var set = TextsReader.ReadSections(map, [.. OwnTexts, .. texts], plurals);
        map.RefuseOtherFields();
        CheckDates(map, set.Find<DateTexts>());
        CheckAddresses(map, set.Find<AddressTexts>());
        var language = new Language(code, name, culture, set);
        return new(language, new DataTexts(language, data));
    }

    private static CultureInfo ReadCulture(YamlReader map)
    {
        var name = map.Text("culture");
        if (FindRegionalForm(name) is { } culture)
        {
            return culture;
        }

        map.Error("culture", $"\"{name}\" is not a regional form; write one such as fr-FR");
        return CultureInfo.InvariantCulture;
    }

    /// <summary>Null for a name that is not a regional form.</summary>
    public static CultureInfo? FindRegionalForm(string name)
    {
        try
        {
            var culture = CultureInfo.GetCultureInfo(name, predefinedOnly: true);
            return culture.IsNeutralCulture || culture.Name != name ? null : InTheCommonCalendar(culture);
        }
        catch (CultureNotFoundException)
        {
            return null;
        }
    }

    /// <summary>
    /// The cultures of Persian, Thai and Saudi Arabia have other calendars; the dates of mails and laws here are Gregorian.
    /// </summary>
    private static CultureInfo InTheCommonCalendar(CultureInfo culture)
    {
        if (culture.OptionalCalendars.OfType<GregorianCalendar>().FirstOrDefault() is not { } calendar || culture.Calendar is GregorianCalendar)
        {
            return culture;
        }

        var own = (CultureInfo)culture.Clone();
        own.DateTimeFormat.Calendar = calendar;
        return CultureInfo.ReadOnly(own);
    }

    private static void CheckDates(YamlReader map, DateTexts? dates)
    {
        foreach (var form in new[] { dates?.Day, dates?.First, dates?.Month, dates?.Year }.OfType<string>())
        {
            try
            {
                _ = DateOnly.MinValue.ToString(form, CultureInfo.InvariantCulture);
            }
            catch (FormatException)
            {
                map.Error("dates", $"\"{form}\" is not a date form; write one such as d MMMM yyyy, with words between two '");
            }
        }
    }

    private static void CheckAddresses(YamlReader map, AddressTexts? addresses)
    {
        var words = typeof(AddressTexts).GetProperties().Where(property => property.PropertyType == typeof(string)).Select(property => property.GetValue(addresses) as string);
        foreach (var word in addresses is null ? [] : words.Where(word => !Slug.IsValid(word ?? "")))
        {
            map.Error("addresses", $"\"{word}\" cannot be part of an address; use small letters, digits and hyphens only");
        }
    }
}
