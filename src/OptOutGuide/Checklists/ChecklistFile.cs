using System.Text.Json;

namespace OptOutGuide.Checklists;

/// <summary>The list as a file to keep: <c>{"version":1,"list":"1.Lf"}</c>, the form in which browsers store it (<c>storage.js</c>).</summary>
internal static class ChecklistFile
{
    private const int Version = 1;

    public static string Write(Checklist list) => JsonSerializer.Serialize(new { version = Version, list = ChecklistCodec.Encode(list) });
}
