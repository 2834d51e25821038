using Markdig.Extensions.CustomContainers;
using Markdig.Syntax;

namespace OptOutGuide.Content.Guides;

/// <summary>Builds a guide from its front matter and Markdown, and reports what is missing.</summary>
internal static class GuideParser
{
    /// <param name="stepLinks">For the steps' own pages.</param>
    public static Guide Parse(MarkdownFile file, GuideFrontMatter frontMatter, LinkResolver links, LinkResolver stepLinks, ProblemList problems)
    {
        var limits = file.Sections.SelectMany(section => section.Blocks).OfType<CustomContainer>().Where(box => box.Info == "limits").ToArray();
        Check(file, limits.Length, problems);
        links.CheckNext(frontMatter.Next);
        var parts = new ContentPartReader(file, links, problems);
        return new Guide
        {
            Language = file.Language,
            FrontMatter = frontMatter,
            Forms = [.. frontMatter.Forms.Select(form => FindForm(file, form.Id, form.Line, links, problems)).OfType<OutsideLink>()],
            // Rendered in reading order: this is what numbers the notes.
            Who = SiteMarkdown.Render(frontMatter.Who, links),
            Needs = [.. frontMatter.Needs.Select(need => SiteMarkdown.Render(need, links))],
            Intro = SiteMarkdown.Render(file.Opening, links, file.BodyLine),
            Steps = [.. file.Sections.Select((section, index) => new GuideStep(
                section.Anchor ?? "",
                index + 1,
                section.Title,
                parts.Read(section.Blocks.Except(limits)),
                StepPageReader.Read(section, file, stepLinks)))],
            Limits = SiteMarkdown.Render(limits.SelectMany(box => box), links, file.BodyLine),
            Notes = links.Notes,
            Links = links.UsedLinks,
        };
    }

    private static OutsideLink? FindForm(MarkdownFile file, string id, int line, LinkResolver links, ProblemList problems)
    {
        var form = links.FindLink(id, line);
        if (form is { IsMetas: false })
        {
            problems.Error(file.File, line, $"link \"{id}\" does not lead to Meta; a form is Meta's own, so choose another link");
        }

        return form;
    }

    private static void Check(MarkdownFile file, int limits, ProblemList problems)
    {
        if (file.Sections.Count == 0)
        {
            problems.Error(file.File, file.BodyLine, "the guide has no step; write each as \"## Title {#id}\"");
        }

        if (file.Opening.FirstOrDefault(ScreenSketch.IsScreen) is { } screen)
        {
            problems.Error(file.File, file.LineOf(screen), "a screen stands in a step; move it below a \"##\"");
        }

        if (limits != 1)
        {
            problems.Error(file.File, file.BodyLine, "the guide needs one box \"::: limits\"; say there what the objection does not do");
        }

        EmbedRules.RefuseEmbeds(file, problems);
    }
}
