using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Microsoft.AspNetCore.Components;

namespace OptOutGuide.Shell;

/// <summary>What a page is, in schema.org's terms, for search engines: a way to somewhere, steps, questions with answers.</summary>
internal static class StructuredData
{
    // Accents stay as they are; what could end the element or start another (<, >, &, quotes) becomes \u003C.
    private static readonly JsonSerializerOptions Options = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    /// <summary>Data and no script: browsers do not run it, so the policy against inline scripts lets it stand.</summary>
    public static MarkupString For(Visit visit)
    {
        object[] graph = [.. new[] { Breadcrumbs(visit), Steps(visit), Questions(visit) }.OfType<object>()];
        return new(graph.Length == 0 ? "" : $"<script type=\"application/ld+json\">{Write(graph)}</script>");
    }

    internal static string Write(object[] graph) =>
        JsonSerializer.Serialize(new Dictionary<string, object> { ["@context"] = "https://schema.org", ["@graph"] = graph }, Options);

    /// <summary>From the home page down to this one, for the pages that a search may show.</summary>
    private static object? Breadcrumbs(Visit visit)
    {
        if (!visit.Page.IsForSearch || visit.Page.Kind is PageKind.Home)
        {
            return null;
        }

        var trail = new List<(string Name, string Path)> { (visit.Words.Site.Title, visit.Path(PageKind.Home, "home")) };
        if (visit.Page.Kind is PageKind.GuideEasy && visit.Content.SiteMap.Find(PageKind.Guide, visit.Page.Id, visit.Language.Code) is { } full)
        {
            trail.Add((visit.Content.Guide(full).Name, full.Path));
        }

        trail.Add((Name(visit), visit.Page.Path));
        return new Dictionary<string, object>
        {
            ["@type"] = "BreadcrumbList",
            ["itemListElement"] = trail.Select((step, index) => new Dictionary<string, object>
            {
                ["@type"] = "ListItem",
                ["position"] = index + 1,
                ["name"] = step.Name,
                ["item"] = visit.Absolute(step.Path),
            }),
        };
    }

    private static object? Steps(Visit visit)
    {
        if (visit.Page.Kind is not PageKind.Guide)
        {
            return null;
        }

        var guide = visit.Content.Guide(visit.Page);
        return new Dictionary<string, object>
        {
            ["@type"] = "HowTo",
            ["name"] = guide.Title,
            ["description"] = guide.Summary,
            ["inLanguage"] = guide.Language,
            ["dateModified"] = guide.Review.On,
            ["totalTime"] = $"PT{guide.Minutes}M",
            ["step"] = guide.Steps.Select(step => new Dictionary<string, object>
            {
                ["@type"] = "HowToStep",
                ["name"] = step.Title,
                ["url"] = visit.Absolute($"{visit.Page.Path}#{step.Id}"),
            }),
        };
    }

    /// <summary>Only for a page that asks in each of its headings and answers below.</summary>
    private static object? Questions(Visit visit)
    {
        if (visit.Page.Kind is not PageKind.Article || visit.Content.Article(visit.Page) is not { Sections.Count: > 1 } article
            || !article.Sections.All(section => section.Title.EndsWith('?')))
        {
            return null;
        }

        return new Dictionary<string, object>
        {
            ["@type"] = "FAQPage",
            ["mainEntity"] = article.Sections.Select(section => new Dictionary<string, object>
            {
                ["@type"] = "Question",
                ["name"] = section.Title,
                ["acceptedAnswer"] = new Dictionary<string, object>
                {
                    ["@type"] = "Answer",
                    ["text"] = section.Text,
                },
            }),
        };
    }

    private static string Name(Visit visit) =>
        visit.Page.Kind is PageKind.Guide ? visit.Content.Guide(visit.Page).Name : visit.Content.TitleOf(visit.Page);
}
