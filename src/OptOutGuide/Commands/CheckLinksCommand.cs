using System.Text.Json;
using OptOutGuide.LinkChecks;
using OptOutGuide.Site;

namespace OptOutGuide.Commands;

/// <summary>
/// Visits every outside address of the content and writes a dated report. Ends with 0, with 1 where an address that answered
/// before does not any more, with 2 where the content or the report cannot be read.
/// </summary>
internal static class CheckLinksCommand
{
    public static async Task<int> RunAsync(ContentLayers folders, string report, LinkVisitor visitor, TimeProvider time)
    {
        if (ContentLoader.Load(folders, ContentLoader.LatestToday, TextCatalog.All).Content is not { } content)
        {
            Console.Error.WriteLine("The content has errors; see the command check.");
            return 2;
        }

        var file = new FileInfo(report);
        if (!new ContentLayer(file.DirectoryName!, "").Contains(file.Name))
        {
            Console.Error.WriteLine($"{report} is a symbolic link that leads out of its folder; remove it.");
            return 2;
        }

        if (!TryRead(report, out var before))
        {
            return 2;
        }

        var visits = await visitor.VisitAllAsync(AddressesOf(content));
        foreach (var visit in visits.Where(visit => !visit.IsAlive || visit.MovedTo is not null))
        {
            Console.WriteLine($"{visit.Address}: {KebabCase.Of(visit.Outcome)}{(visit.Status is { } status ? $" ({status})" : "")}{(visit.MovedTo is { } moved ? $", moved to {moved}" : "")}{(visit.Error is { } error ? $": {error}" : "")}");
        }

        var after = LinkReport.After(before, visits, DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime));
        after.Write(report);
        string[] lost = [.. after.Lost];
        Console.WriteLine($"{visits.Count} addresses visited, {visits.Count(visit => visit.IsAlive)} answered, {lost.Length} no longer. Report: {report}");
        return lost.Length > 0 ? 1 : 0;
    }

    /// <summary>Links, sources with an address of their own, and the authorities' pages.</summary>
    private static IEnumerable<Uri> AddressesOf(SiteContent content) =>
    [
        .. content.Links.Values.Select(link => link.Url),
        .. content.Sources.Values.Select(source => source.Url ?? source.Home).OfType<Uri>(),
        .. content.Authorities.SelectMany(authority => new[] { authority.Home, authority.Complaint }),
    ];

    private static bool TryRead(string file, out LinkReport? report)
    {
        try
        {
            report = LinkReport.Read(file);
            return true;
        }
        catch (Exception exception) when (exception is JsonException or IOException or UnauthorizedAccessException)
        {
            report = null;
            Console.Error.WriteLine($"{file} cannot be read ({exception.Message}); correct it, or remove it to begin anew.");
            return false;
        }
    }
}
