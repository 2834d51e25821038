using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Microsoft.AspNetCore.Components;

namespace OptOutGuide.Layout;

/// <summary>What a page is, in schema.org's terms, for search engines: breadcrumbs, steps, questions with answers.</summary>
internal static class StructuredData
{
    // Accents stay as they are; what could end the element or start another (<, >, &, quotes) becomes \u003C.
    private static readonly JsonSerializerOptions Options = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    /// <summary>A data block: browsers do not execute it, so the policy against inline scripts does not apply.</summary>
    public static MarkupString For(PageContext context)
    {
        object[] graph = [.. new[] { Publisher(context), Breadcrumbs(context), Steps(context), Questions(context) }.OfType<object>()];
        return new(graph.Length == 0 ? "" : $"<script type=\"application/ld+json\">{Write(graph)}</script>");
    }

    internal static string Write(object[] graph) =>
        JsonSerializer.Serialize(new Dictionary<string, object> { ["@context"] = "https://schema.org", ["@graph"] = graph }, Options);

    private static object? Publisher(PageContext context)
    {
        if (context.Page.Kind is not PageKind.Home || context.Host.Publisher is not { } publisher)
        {
            return null;
        }

        var organization = new Dictionary<string, object> { ["@type"] = "Organization", ["name"] = publisher };
        if (context.Host.Logo is { } logo)
        {
            organization["logo"] = context.Absolute(logo.Asset.Path);
        }

        return new Dictionary<string, object>
        {
            ["@type"] = "WebSite",
            ["name"] = context.Texts<SiteTexts>().Title,
            ["url"] = context.Absolute(context.Page.Path),
            ["inLanguage"] = context.Language.Code,
            ["publisher"] = organization,
        };
    }

    /// <summary>The pages from the home page to this one, where search engines may show it.</summary>
    private static object? Breadcrumbs(PageContext context)
    {
        if (!context.Page.IsForSearch || context.Page.Kind is PageKind.Home)
        {
            return null;
        }

        var trail = new List<(string Name, string Path)> { (context.Texts<SiteTexts>().Title, context.Path(PageKind.Home, "home")) };
        if (context.Page.Kind is PageKind.GuideEasy && context.Content.SiteMap.Find(PageKind.Guide, context.Page.Id, context.Language.Code) is { } full)
        {
            trail.Add((context.Content.Guide(full).Name, full.Path));
        }

        trail.Add((Name(context), context.Page.Path));
        return new Dictionary<string, object>
        {
            ["@type"] = "BreadcrumbList",
            ["itemListElement"] = trail.Select((step, index) => new Dictionary<string, object>
            {
                ["@type"] = "ListItem",
                ["position"] = index + 1,
                ["name"] = step.Name,
                ["item"] = context.Absolute(step.Path),
            }),
        };
    }

    private static object? Steps(PageContext context)
    {
        if (context.Page.Kind is not PageKind.Guide)
        {
            return null;
        }

        var guide = context.Content.Guide(context.Page);
        return new Dictionary<string, object>
        {
            ["@type"] = "HowTo",
            ["name"] = guide.Title,
            ["description"] = guide.FrontMatter.Summary,
            ["inLanguage"] = guide.Language,
            ["dateModified"] = guide.Review.On,
            ["totalTime"] = $"PT{guide.FrontMatter.Minutes}M",
            ["step"] = guide.Steps.Select(step => new Dictionary<string, object>
            {
                ["@type"] = "HowToStep",
                ["name"] = step.Title,
                ["url"] = context.Absolute($"{context.Page.Path}#{step.Id}"),
            }),
        };
    }

    /// <summary>Only for a page that asks in each of its headings and answers below.</summary>
    private static object? Questions(PageContext context)
    {
        if (context.Page.Kind is not PageKind.Article || context.Content.Article(context.Page) is not { Sections.Count: > 1 } article
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

    private static string Name(PageContext context) =>
        context.Page.Kind is PageKind.Guide ? context.Content.Guide(context.Page).Name : context.TitleOf(context.Page);
}
