using Markdig.Extensions.CustomContainers;
using Markdig.Syntax;

namespace OptOutGuide.Guides;

/// <summary>Turns the drafts of guides and pages into what the pages show. References must have been checked before.</summary>
internal static class GuideParser
{
    /// <summary>Reports what a guide lacks and the ids of its head that lead nowhere.</summary>
    public static void Check(Draft draft, ProblemList problems, IReadOnlyDictionary<string, OutsideLink> links)
    {
        foreach (var (id, line) in draft.Head.TextsWithLines("forms"))
        {
            if (!links.TryGetValue(id, out var form))
            {
                problems.Error(draft.File, line, $"link \"{id}\" is not in content/links.yml; correct the id or add the link");
            }
            else if (!form.IsMetas)
            {
                problems.Error(draft.File, line, $"link \"{id}\" does not lead to Meta; a form is Meta's own, so choose another link");
            }
        }

        if (draft.Sections.Count == 0)
        {
            problems.Error(draft.File, draft.BodyLine, "the guide has no step; write each as \"## Title {#id}\"");
        }

        if (draft.Opening.FirstOrDefault(Screen.IsScreen) is { } screen)
        {
            problems.Error(draft.File, draft.LineOf(screen), "a screen stands in a step; move it below a \"##\"");
        }

        if (Limits(draft) is not [_])
        {
            problems.Error(draft.File, draft.BodyLine, "the guide needs one box \"::: limits\"; say there what the objection does not do");
        }

        ReadHead(draft.Head);
        draft.Head.RefuseOtherFields();
    }

    public static void CheckPage(Draft draft)
    {
        ReadPageHead(draft.Head);
        ReadNamedSections(draft);
        ReadLaw(draft);
        draft.Head.RefuseOtherFields();
    }

    public static Guide Parse(Draft draft, PageReferences references, IReadOnlyDictionary<string, OutsideLink> links)
    {
        var head = ReadHead(draft.Head);
        var limits = Limits(draft)[0];
        return new Guide
        {
            Id = draft.Id,
            Language = draft.Language,
            Order = head.Page.Order,
            Name = head.Name,
            Title = head.Page.Title,
            Summary = head.Page.Summary,
            Next = head.Page.Next,
            Services = head.Services,
            Minutes = head.Minutes,
            FormButton = head.FormButton,
            Forms = [.. head.Forms.Select(id => links[id])],
            Review = head.Page.Review,
            // Drawn in reading order: this is what numbers the notes.
            Who = ContentMarkdown.RenderLine(head.Who, references),
            Needs = [.. head.Needs.Select(need => ContentMarkdown.RenderLine(need, references))],
            Intro = ContentMarkdown.Render(draft.Opening, references),
            Steps = [.. draft.Sections.Select((section, index) => new GuideStep(
                section.Anchor!,
                index + 1,
                section.Title,
                Parts(draft, section.Blocks.Where(block => block != limits), references)))],
            Limits = ContentMarkdown.Render(limits, references),
            Notes = references.Notes,
            Links = references.UsedLinks,
        };
    }

    public static Article ParsePage(Draft draft, PageReferences references)
    {
        var head = ReadPageHead(draft.Head);
        return new Article
        {
            Kind = draft.Kind,
            Id = draft.Id,
            Language = draft.Language,
            Order = head.Order,
            Title = head.Title,
            Summary = head.Summary,
            Next = head.Next,
            Review = head.Review,
            NamedSections = ReadNamedSections(draft),
            Law = ReadLaw(draft),
            Opening = Parts(draft, draft.Opening, references),
            Sections = [.. draft.Sections.Select(section => new ArticleSection(section.Anchor!, section.Title, Parts(draft, section.Blocks, references), ContentMarkdown.PlainText(section.Blocks)))],
            Notes = references.Notes,
            Links = references.UsedLinks,
        };
    }

    /// <summary>Cuts blocks into runs of text and what stands between them.</summary>
    private static IReadOnlyList<ContentPart> Parts(Draft draft, IEnumerable<Block> blocks, PageReferences references)
    {
        var parts = new List<ContentPart>();
        var run = new List<Block>();
        foreach (var block in blocks)
        {
            if (Between(block) is { } part)
            {
                EndRun();
                parts.Add(part);
            }
            else
            {
                run.Add(block);
            }
        }

        EndRun();
        return parts;

        ContentPart? Between(Block block) => block switch
        {
            CustomContainer box when KebabCase.TryParse<Embed>(box.Info ?? "", out var embed) => new(default, embed),
            FencedCodeBlock screen when Screen.IsScreen(screen) => new(default, Screen: draft.ReadScreen(screen, new ProblemList())),
            _ => null,
        };

        void EndRun()
        {
            if (run.Count > 0)
            {
                parts.Add(new ContentPart(ContentMarkdown.Render(run, references)));
                run.Clear();
            }
        }
    }

    private static GuideHead ReadHead(YamlMap head) => new(
        ReadPageHead(head),
        head.Text("name"),
        head.Choices<Service>("services"),
        head.Markdown("who"),
        head.Number("minutes"),
        head.Texts("needs"),
        head.OptionalText("form-button"),
        head.Texts("forms"));

    private static PageHead ReadPageHead(YamlMap head)
    {
        head.Text("id");
        return new(head.Number("order"), head.Text("title"), head.Text("summary"), head.OptionalText("next"), Review.Read(head, DateOnly.MaxValue));
    }

    private static Dictionary<NamedSection, string> ReadNamedSections(Draft draft)
    {
        var anchors = new Dictionary<NamedSection, string>();
        var names = draft.Head.Has("sections") ? draft.Head.Map("sections") : null;
        foreach (var name in names?.Keys ?? [])
        {
            if (!KebabCase.TryParse<NamedSection>(name, out var section))
            {
                names!.Error(name, $"\"{name}\" is no section that the site leads to; write one of {KebabCase.All<NamedSection>()}");
            }
            else if (!draft.HasAnchor(names!.Text(name)))
            {
                names.Error(name, $"this page has no anchor \"{names.Text(name)}\"; correct it");
            }
            else
            {
                anchors[section] = names.Text(name);
            }
        }

        return anchors;
    }

    private static Law? ReadLaw(Draft draft)
    {
        if (draft.Kind is not PageKind.Text || !draft.Head.Has("law"))
        {
            return null;
        }

        var law = draft.Head.Choice<Law>("law");
        if (law is not Law.Gdpr && !draft.Id.EndsWith($"-{KebabCase.Of(law)}", StringComparison.Ordinal))
        {
            draft.Head.Error("id", $"a text with \"law: {KebabCase.Of(law)}\" has the id of the text under the GDPR and \"-{KebabCase.Of(law)}\" after it; correct it");
        }

        return law;
    }

    private static CustomContainer[] Limits(Draft draft) =>
        [.. draft.Sections.SelectMany(section => section.Blocks).OfType<CustomContainer>().Where(box => box.Info == "limits")];

    private sealed record PageHead(int Order, string Title, string Summary, string? Next, Review Review);

    private sealed record GuideHead(
        PageHead Page,
        string Name,
        IReadOnlyList<Service> Services,
        string Who,
        int Minutes,
        IReadOnlyList<string> Needs,
        string? FormButton,
        IReadOnlyList<string> Forms);
}
