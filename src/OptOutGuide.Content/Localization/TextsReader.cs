using System.Collections.Concurrent;
using System.Reflection;
using System.Text;

namespace OptOutGuide.Content.Localization;

/// <summary>Fills records of texts from YAML: every writable property is a required field of the same name in kebab case.</summary>
internal static class TextsReader
{
    /// <summary>The site fills in at most two values, <c>{0}</c> and <c>{1}</c>.</summary>
    private const int MaxValues = 2;

    /// <summary>The fields of each type of record, which are the same in every language.</summary>
    private static readonly ConcurrentDictionary<Type, (PropertyInfo Property, string Key)[]> Fields = new();

    /// <summary>One record of each type, from the sections of a language's <c>site.yml</c>. A section that is missing is one problem.</summary>
    /// <param name="plurals">Of the language that the texts are in.</param>
    public static TextSet ReadSections(YamlReader file, IEnumerable<TextsType> types, PluralRule plurals)
    {
        var records = new Dictionary<Type, object>();
        foreach (var section in types.GroupBy(type => type.Section))
        {
            if (file.Map(section.Key) is { } fields)
            {
                foreach (var (type, _) in section)
                {
                    records.Add(type, ReadFields(type, fields, plurals, TemplateError));
                }

                fields.RefuseOtherFields();
            }
        }

        return new(records);
    }

    /// <param name="errorIn">What is wrong with a text; null for nothing.</param>
    public static T Read<T>(YamlReader fields, PluralRule plurals, Func<string, string?> errorIn) where T : class
    {
        var record = (T)ReadFields(typeof(T), fields, plurals, errorIn);
        fields.RefuseOtherFields();
        return record;
    }

    private static object ReadFields(Type type, YamlReader fields, PluralRule plurals, Func<string, string?> errorIn)
    {
        var record = Activator.CreateInstance(type)!;
        foreach (var (property, key) in Fields.GetOrAdd(type, FieldsOf))
        {
            property.SetValue(record, ReadValue(property.PropertyType, fields, key, plurals, errorIn));
        }

        return record;
    }

    private static (PropertyInfo Property, string Key)[] FieldsOf(Type type) =>
        [.. type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(property => property.CanWrite).Select(property => (property, KebabCase.Of(property.Name)))];

    private static object? ReadValue(Type type, YamlReader fields, string key, PluralRule plurals, Func<string, string?> errorIn) =>
        type == typeof(string) ? ReadText(fields, key, errorIn)
        : type == typeof(IReadOnlyList<string>) ? fields.Texts(key)
        : fields.Map(key) is { } forms ? ReadPlural(forms, plurals, errorIn)
        : null;

    private static string ReadText(YamlReader fields, string key, Func<string, string?> errorIn)
    {
        var text = fields.Text(key);
        if (errorIn(text) is { } error)
        {
            fields.Error(key, $"\"{key}\" {error}");
        }

        return text;
    }

    private static PluralText ReadPlural(YamlReader fields, PluralRule plurals, Func<string, string?> errorIn)
    {
        var texts = new Dictionary<PluralForm, string>();
        var names = string.Join(", ", plurals.Forms.Select(form => KebabCase.Of($"{form}")));
        foreach (var form in Enum.GetValues<PluralForm>())
        {
            var key = KebabCase.Of($"{form}");
            if (fields.Has(key))
            {
                texts.Add(form, ReadText(fields, key, errorIn));
                if (!plurals.Forms.Contains(form))
                {
                    fields.Warning(key, $"whole numbers have no form \"{key}\" in this language, only {names}; remove it");
                }
            }
            else if (plurals.Forms.Contains(form))
            {
                fields.Error(key, $"the form \"{key}\" is missing; this language has {names}, so add it");
            }
        }

        fields.RefuseOtherFields();
        return new(texts);
    }

    private static string? TemplateError(string text)
    {
        try
        {
            return CompositeFormat.Parse(text).MinimumArgumentCount <= MaxValues ? null : "may use {0} and {1} only; correct the number";
        }
        catch (FormatException)
        {
            return "has a brace out of place; write {0} and {1} whole, and no other braces";
        }
    }
}
