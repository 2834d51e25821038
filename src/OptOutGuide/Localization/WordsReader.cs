using System.Reflection;
using System.Text;
using System.Text.RegularExpressions;

namespace OptOutGuide.Localization;

/// <summary>Fills a record of words from a content file: every property is a required field of the same name.</summary>
internal static partial class WordsReader
{
    /// <summary>The site fills in at most two values, <c>{0}</c> and <c>{1}</c>.</summary>
    private const int MostValues = 2;

    public static T? Read<T>(YamlMap map) where T : class => (T?)Read(typeof(T), map, TemplateFault);

    /// <summary>The words of a deadline, whose values have names.</summary>
    public static DeadlineWords? ReadDeadline(YamlMap map) => (DeadlineWords?)Read(typeof(DeadlineWords), map, NamedValueFault);

    private static object? Read(Type type, YamlMap map, Func<string, string?> fault)
    {
        var words = Activator.CreateInstance(type);
        foreach (var property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(property => property.CanWrite))
        {
            property.SetValue(words, ReadValue(property.PropertyType, map, KebabCase.Of(property.Name), fault));
        }

        map.RefuseOtherFields();
        return words;
    }

    private static object? ReadValue(Type type, YamlMap map, string key, Func<string, string?> fault)
    {
        if (type == typeof(string))
        {
            var text = map.Text(key);
            if (fault(text) is { } found)
            {
                map.Error(key, $"\"{key}\" {found}");
            }

            return text;
        }

        if (type == typeof(IReadOnlyList<string>))
        {
            return map.Texts(key);
        }

        return map.Map(key) is { } nested ? Read(type, nested, fault) : null;
    }

    private static string? TemplateFault(string text)
    {
        try
        {
            return CompositeFormat.Parse(text).MinimumArgumentCount <= MostValues ? null : "may use {0} and {1} only; correct the number";
        }
        catch (FormatException)
        {
            return "has a brace out of place; write {0} and {1} whole, and no other braces";
        }
    }

    private static string? NamedValueFault(string text) =>
        Braces().Replace(text, "").IndexOfAny(['{', '}']) < 0 ? null : "may use {days}, {hours}, {minutes} and {date} only; correct it";

    [GeneratedRegex(@"\{(days|hours|minutes|date)\}")]
    private static partial Regex Braces();
}
