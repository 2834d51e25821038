using System.Text.Json;

namespace OptOutGuide.MyList;

/// <summary>
/// The list as the visitor's own device keeps it: <c>{"version":1,"list":"1.Lf"}</c>. The codes are those of
/// <see cref="ChecklistAddress"/>, so that the page's script can turn them into an address without a server.
/// </summary>
internal static class ChecklistStorage
{
    private const int Version = 1;

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web);

    public static string Write(Checklist list) => JsonSerializer.Serialize(new Stored(Version, ChecklistAddress.Encode(list)), Options);

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
                { Version: Version, List: { Length: > 0 } code } => ChecklistAddress.Decode(code),
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

    private sealed record Stored(int Version, string? List);
}
