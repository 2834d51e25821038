namespace OptOutGuide.Content.Guides;

/// <summary>The front matter of a guide.</summary>
public sealed class GuideFrontMatter : PageFrontMatter
{
    internal GuideFrontMatter(MarkdownFile file, ServiceCatalog services, DateOnly today, ProblemList problems)
        : base(file.Fields, today)
    {
        var fields = file.Fields;
        Name = fields.Text("name");
        Services = ReadServices(fields, services, problems);
        Minutes = fields.Number("minutes");
        Who = file.ParseLine(fields.Markdown("who"), fields.LineOf("who"), problems);
        Needs = [.. fields.TextsWithLines("needs").Select(need => file.ParseLine(need.Text, need.Line, problems))];
        FormButton = fields.OptionalText("form-button");
        CardNote = fields.OptionalText("card-note");
        Answer = fields.OptionalText("answer");
        Forms = fields.TextsWithLines("forms");
        OptionalSteps = ReadAnchors(file, "optional-steps");
    }

    /// <summary>Short name: « Facebook ».</summary>
    public string Name { get; }

    /// <summary>The services whose objections this guide is about.</summary>
    public IReadOnlyList<Service> Services { get; }

    public int Minutes { get; }

    internal MarkdownLine Who { get; }

    internal IReadOnlyList<MarkdownLine> Needs { get; }

    /// <summary>What the first form's button opens; null for Meta's objection form.</summary>
    public string? FormButton { get; }

    /// <summary>Shown beside the form's button on the home page and in the plan; null shows whether the form needs a login.</summary>
    public string? CardNote { get; }

    /// <summary>What to expect once the objection is sent; null where nothing is known.</summary>
    public string? Answer { get; }

    /// <summary>Ids of links, each with its line.</summary>
    internal IReadOnlyList<(string Id, int Line)> Forms { get; }

    /// <summary>Anchors of the steps that one may leave undone, or do later, and go on.</summary>
    public IReadOnlyList<string> OptionalSteps { get; }

    private static Service[] ReadServices(YamlReader fields, ServiceCatalog services, ProblemList problems)
    {
        var ids = fields.TextsWithLines("services");
        foreach (var (id, line) in ids.Where(entry => services.Find(entry.Text) is null))
        {
            problems.Error(fields.File, line, $"\"{id}\" is not one of {string.Join(", ", services.All)}; correct it, or add it to content/services.yml");
        }

        return [.. ids.Select(entry => services.Find(entry.Text)).OfType<Service>()];
    }
}
