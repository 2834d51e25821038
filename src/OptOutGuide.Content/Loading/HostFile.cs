namespace OptOutGuide.Content.Loading;

/// <summary>What <c>host.yml</c> says about whoever runs the site. The file may be missing.</summary>
/// <param name="SwitchedOff">Ids of pages that this site does not have.</param>
internal sealed record HostFile(IReadOnlySet<string> SwitchedOff)
{
    private const string Name = "host.yml";

    public static HostFile Read(ContentFolder folder, IReadOnlyList<PageFile> pages, ProblemList problems)
    {
        if (!folder.Has(Name) || folder.Map(Name) is not { } map)
        {
            return new(new HashSet<string>());
        }

        var switchedOff = map.OptionalTextsWithLines("switched-off");
        map.RefuseOtherFields();
        foreach (var (id, line) in switchedOff.Where(page => pages.All(other => other.Id != page.Text)))
        {
            problems.Error(map.FileOf("switched-off"), line, $"there is no page \"{id}\" to switch off; correct the id or remove it");
        }

        return new(switchedOff.Select(page => page.Text).ToHashSet(StringComparer.Ordinal));
    }
}
