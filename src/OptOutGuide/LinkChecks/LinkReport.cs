using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace OptOutGuide.LinkChecks;

/// <summary>The report of the last check of all outside addresses (<c>links-report.json</c>), by address.</summary>
/// <param name="Checked">The day of the check.</param>
internal sealed record LinkReport(DateOnly Checked, SortedDictionary<string, LinkReport.Entry> Addresses)
{
    /// <summary>Other sites' titles in ASCII: the report is read as content, which may hold no letter that deceives.</summary>
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.KebabCaseLower,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        WriteIndented = true,
    };

    /// <param name="Outcome">A <see cref="LinkOutcome"/> in kebab case.</param>
    /// <param name="Answered">The last day on which the address answered; null if it never did.</param>
    internal sealed record Entry(string Outcome, int? Status, DateOnly? Answered, string? Title, Uri? MovedTo, string? Error)
    {
        [JsonIgnore]
        public bool IsAlive => Outcome is "answered" or "needs-login";
    }

    /// <summary>The report after a check. Days on which an address answered are kept from the report before.</summary>
    public static LinkReport After(LinkReport? before, IReadOnlyList<LinkVisit> visits, DateOnly today)
    {
        var addresses = visits.ToDictionary(visit => visit.Address.AbsoluteUri, visit => new Entry(
            KebabCase.Of(visit.Outcome),
            visit.Status,
            visit.IsAlive ? today : before?.Addresses.GetValueOrDefault(visit.Address.AbsoluteUri)?.Answered,
            visit.Title,
            visit.MovedTo,
            visit.Error));
        return new(today, new(addresses, StringComparer.Ordinal));
    }

    /// <summary>The addresses that answered once and do not any more.</summary>
    public IEnumerable<string> Lost => Addresses.Where(address => address.Value is { IsAlive: false, Answered: not null }).Select(address => address.Key);

    /// <summary>Null where there is no report yet; throws <see cref="JsonException"/> for a file that is none.</summary>
    public static LinkReport? Read(string file) => File.Exists(file) ? JsonSerializer.Deserialize<LinkReport>(File.ReadAllText(file), Options) : null;

    public void Write(string file) => File.WriteAllText(file, JsonSerializer.Serialize(this, Options) + "\n");
}
