using System.Reflection;

namespace OptOutGuide.Localization;

/// <summary>Fills a record of words from a content file: every property is a required field of the same name.</summary>
internal static class WordsReader
{
    public static T? Read<T>(YamlMap map) where T : class => (T?)Read(typeof(T), map);

    private static object? Read(Type type, YamlMap map)
    {
        var words = Activator.CreateInstance(type);
        foreach (var property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(property => property.CanWrite))
        {
            property.SetValue(words, ReadValue(property.PropertyType, map, Kebab.Of(property.Name)));
        }

        map.RefuseOtherFields();
        return words;
    }

    private static object? ReadValue(Type type, YamlMap map, string key)
    {
        if (type == typeof(string))
        {
            return map.Text(key);
        }

        if (type == typeof(IReadOnlyList<string>))
        {
            return map.Texts(key);
        }

        return map.Map(key) is { } nested ? Read(type, nested) : null;
    }
}
