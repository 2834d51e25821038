namespace OptOutGuide.Content.Guides;

/// <summary>How a translated page came to be.</summary>
/// <param name="ReadBy">The person or organisation that has read it; null for a translation by machine that nobody has read.</param>
public sealed record Translation(string? ReadBy)
{
    public bool IsByMachine => ReadBy is null;

    /// <summary>Null where the front matter does not say.</summary>
    internal static Translation? Read(YamlReader fields) => fields.OptionalText("translation") switch
    {
        null => null,
        "machine" => new(ReadBy: null),
        var name => new(name),
    };
}
