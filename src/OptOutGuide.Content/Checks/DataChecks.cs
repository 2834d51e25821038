using Markdig.Extensions.CustomContainers;

namespace OptOutGuide.Content.Checks;

/// <summary>Reports services without a guide, sources and links that are unused or due for review, and changes that name unknown pages.</summary>
internal static class DataChecks
{
    public static void Check(IReadOnlyList<PageFile> pages, DataFiles data, MergedFolder folder, HostProfile host, IReadOnlyList<Guide> guides, IReadOnlyList<Article> articles, SiteMap siteMap, DateOnly today, ProblemList problems)
    {
        CheckServices(data, guides, problems);
        CheckSources(data, folder, guides, articles, problems);
        CheckLinks(data, folder, guides, articles, today, problems);
        CheckEmbeds(pages, data, problems);
        foreach (var (id, line) in data.Changes.SelectMany(change => change.Pages).Where(page => !host.SwitchedOff.Contains(page.Id) && data.Texts.All(texts => siteMap.FindNamed(page.Id, texts.Language.Code) is null)))
        {
            problems.Error(line.File, line.Line, $"there is no page \"{id}\"; correct the id");
        }
    }

    private static void CheckServices(DataFiles data, IReadOnlyList<Guide> guides, ProblemList problems)
    {
        if (data.Services.All.Count == 0)
        {
            problems.Error($"{ContentLayers.FirstName}/{ServiceReader.File}", 1, "there is no service, so that nothing could stand in a list; add one");
        }

        foreach (var service in data.Services.All.Where(service => !guides.Any(guide => guide.FrontMatter.Services.Contains(service))))
        {
            var (file, line) = data.ServiceLines[service.Id];
            problems.Warning(file, line, $"no guide is about \"{service.Id}\", so that the list names no way to object; write one with \"services: [{service.Id}]\"");
        }
    }

    /// <summary>A page never mixes languages: it shows the time line or the changes only where its language has their texts.</summary>
    private static void CheckEmbeds(IReadOnlyList<PageFile> pages, DataFiles data, ProblemList problems)
    {
        foreach (var page in pages)
        {
            foreach (var (box, line) in page.Markdown.Find<CustomContainer>().Where(box => box.Part.Info is { } name && DataFiles.OptionalSections.Contains(name) && !data.HasSection(name, page.Language)))
            {
                problems.Error(page.File, line, $"content/{page.Language}/data.yml has no section \"{box.Info}\"; write it, or remove the page, which then falls back to another language");
            }
        }
    }

    private static void CheckSources(DataFiles data, MergedFolder folder, IReadOnlyList<Guide> guides, IReadOnlyList<Article> articles, ProblemList problems)
    {
        var used = guides.SelectMany(guide => guide.Notes).Concat(articles.SelectMany(article => article.Notes)).Select(source => source.Id)
            .Concat(data.Links.Values.SelectMany(link => link.Evidence))
            .Concat(data.Deadlines.SelectMany(deadline => deadline.Sources))
            .Concat(data.Timeline.SelectMany(happened => happened.Sources).Select(source => source.Id))
            .ToHashSet(StringComparer.Ordinal);
        foreach (var (source, place) in data.SourceLines.Where(source => !used.Contains(source.Key) && folder.IsLast(source.Value.File)))
        {
            problems.Warning(place.File, place.Line, $"the source \"{source}\" supports nothing on the site; cite it or remove it");
        }
    }

    private static void CheckLinks(DataFiles data, MergedFolder folder, IReadOnlyList<Guide> guides, IReadOnlyList<Article> articles, DateOnly today, ProblemList problems)
    {
        var used = guides.SelectMany(guide => guide.Links.Concat(guide.Forms)).Concat(articles.SelectMany(article => article.Links)).Select(link => link.Id)
            .Concat(data.Links.Values.SelectMany(link => link.Fallbacks))
            .ToHashSet(StringComparer.Ordinal);
        foreach (var (link, place) in data.LinkLines.Where(link => !used.Contains(link.Key) && folder.IsLast(link.Value.File)))
        {
            problems.Warning(place.File, place.Line, $"the link \"{link}\" is used nowhere; use it or remove it");
        }

        foreach (var link in data.Links.Values)
        {
            var (file, line) = data.LinkLines[link.Id];
            PageChecks.CheckReview(file, line, link.Review, $"the link \"{link.Id}\"", today, problems);
        }
    }
}
