using System.Text.Json;
using System.Text.Json.Serialization;

namespace OptOutGuide.MyList;

/// <summary>
/// The list as the visitor's own device keeps it: <c>{"version":1,"list":"1.Lf","labels":["Maman"]}</c>. The codes are
/// those of <see cref="ChecklistAddress"/>, so that the page's script can turn them into an address without a server;
/// <c>labels</c>, which may be left out, holds the people's names in their order and never leaves the device in a file
/// or an address.
/// </summary>
internal static class ChecklistStorage
{
    private const int Version = 1;

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    public static string Write(Checklist list) => JsonSerializer.Serialize(new Stored(
        Version,
        ChecklistAddress.Encode(list),
        list.People.Any(person => person.Label is not null) ? [.. list.People.Select(person => person.Label)] : null), Options);

    /// <summary>Never throws: whatever a device kept is either read or named as a fault.</summary>
    public static ReadList Read(string? json)
    {
        if (string.IsNullOrEmpty(json))
        {
            return new(Checklist.Empty, ListFault.None);
        }

        try
        {
            return JsonSerializer.Deserialize<Stored>(json, Options) switch
            {
                { Version: Version, List: { Length: > 0 } code, Labels: var labels } when ChecklistAddress.Decode(code) is var read =>
                    read with { List = read.List.WithLabels(labels ?? []) },
                { Version: > Version } => new(Checklist.Empty, ListFault.Newer),
                _ => new(Checklist.Empty, ListFault.Unreadable),
            };
        }
        catch (Exception fault) when (fault is JsonException or ArgumentException)
        {
            // Not JSON, or not even text: half a character is an ArgumentException.
            return new(Checklist.Empty, ListFault.Unreadable);
        }
    }

    private sealed record Stored(int Version, string? List, IReadOnlyList<string?>? Labels);
}
