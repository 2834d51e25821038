using Markdig.Extensions.CustomContainers;
using Markdig.Syntax;

namespace OptOutGuide.Content.Guides;

/// <summary>Builds a guide from its front matter and Markdown, and reports what is missing.</summary>
internal static class GuideBuilder
{
    /// <param name="stepLinks">For the steps' own pages.</param>
    public static Guide Build(MarkdownFile file, GuideFrontMatter frontMatter, LinkResolver links, LinkResolver stepLinks, ProblemList problems)
    {
        var limits = file.Sections.SelectMany(section => section.Blocks).OfType<CustomContainer>().Where(box => box.Info == "limits").ToArray();
        Check(file, limits.Length, problems);
        links.CheckNext(frontMatter.Next);
        var parts = new ContentPartReader(file, links, problems);
        var guide = new Guide
        {
            Language = links.ReaderLanguage,
            WrittenIn = file.Language,
            FrontMatter = frontMatter,
            Forms = [.. frontMatter.Forms.Select(form => FindForm(file, frontMatter, form, links, problems)).OfType<OutsideLink>()],
            // Rendered in reading order: this is what numbers the notes.
            Who = SiteMarkdown.Render(frontMatter.Who, links),
            Needs = [.. frontMatter.Needs.Select(need => SiteMarkdown.Render(need, links))],
            Intro = SiteMarkdown.Render(file.Opening, links, file.BodyLine),
            Steps = [.. file.Sections.Select((section, index) => ReadStep(section, index + 1, parts.Read(section.Blocks.Except(limits))))],
            Limits = SiteMarkdown.Render(limits.SelectMany(box => box), links, file.BodyLine),
            Notes = links.Notes,
            Links = links.UsedLinks,
            Labels = [],
        };
        IEnumerable<MarkdownLine> lines = [frontMatter.Who, .. frontMatter.Needs];
        return guide with { Labels = UsedLabels.In([.. lines.Select(line => line.Content), file.Body], guide.Steps.SelectMany(step => step.Parts)) };

        GuideStep ReadStep(MarkdownSection section, int number, IReadOnlyList<ContentPart> read) =>
            new(section.Anchor ?? "", number, section.Title, read, StepPageReader.Read(section, read, file, stepLinks));
    }

    private static OutsideLink? FindForm(MarkdownFile file, GuideFrontMatter frontMatter, (string Id, int Line) field, LinkResolver links, ProblemList problems)
    {
        var form = links.FindLink(field.Id, field.Line);
        if (form is { IsMetas: false } && !frontMatter.Services.SelectMany(service => service.Domains).Any(domain => OutsideAddress.IsPartOf(form.Url.Host, domain)))
        {
            problems.Error(file.File, field.Line, $"link \"{field.Id}\" leads neither to Meta nor to a site of the guide's services; choose another link, or add its site to \"domains\" in content/services.yml");
        }

        if (form is not null && field == frontMatter.Forms[0] && frontMatter.FormButton is { } words && OutsideLinkRules.ErrorInWords(words, form) is { } error)
        {
            file.Fields.Error("form-button", error);
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

        DataBlockRules.RefuseIn(file, problems);
    }
}
