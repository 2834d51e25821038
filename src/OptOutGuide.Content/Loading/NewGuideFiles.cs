using System.Globalization;

namespace OptOutGuide.Content.Loading;

/// <summary>The files of a new guide, with a mark wherever an editor has something to write; <c>check</c> names each.</summary>
public sealed class NewGuideFiles
{
    private readonly ContentLayers _folders;
    private readonly string _id;
    private readonly IReadOnlyList<string> _languages;
    private readonly string _only;

    /// <param name="folders">The content folders; the files are for the last.</param>
    /// <param name="id">Of the guide, and of its service.</param>
    /// <param name="only">The one language that the guide is for; null for every.</param>
    public NewGuideFiles(ContentLayers folders, string id, string? only)
    {
        (_folders, _id, _only) = (folders, id, only is null ? "" : "only: true\n");
        _languages = [.. (ReadMap(LanguageList.File)?.Texts("languages") ?? []).Where(Slug.IsValid).Where(language => only is null || language == only)];
    }

    public static bool IsId(string id) => Slug.IsValid(id);

    /// <summary>Each file's path below the content folder, with its text; none where no language is listed.</summary>
    public IEnumerable<(string Path, string Text)> Files => _languages.SelectMany(language => new[]
    {
        ($"{language}/guides/{_id}.md", Guide(language)),
        ($"{language}/easy/{_id}.md", Easy(language)),
    });

    /// <summary>What to add to <c>services.yml</c>; null where the service is there already.</summary>
    public string? ServiceEntry
    {
        get
        {
            YamlReader[] services = [.. _folders.Read(ServiceReader.File).SelectMany(text => YamlReader.ReadList(text, ServiceReader.File, ProblemList.Unreported()))];
            if (services.Any(service => service.OptionalText("id") == _id))
            {
                return null;
            }

            var used = services.Select(service => service.OptionalText("code")).Concat(ServiceCatalog.ReservedCodes.Select(code => $"{code}")).ToHashSet();
            var code = _id.Concat("abcdefghijklmnopqrstuvwxyz").FirstOrDefault(letter => char.IsAsciiLetterLower(letter) && !used.Contains($"{letter}"), '?');
            return $"""
                - id: {_id}
                  code: {code}
                  kind: request
                  own-objection: true
                  domains: ["{Placeholder.Sign} domain of the form"]
                  icon: {_id}.svg
                """;
        }
    }

    /// <summary>What to add to the section <c>services</c> of each <c>data.yml</c>.</summary>
    public string NameEntry => $"  {_id}: \"{Placeholder.Sign} name\"";

    private YamlReader? ReadMap(string file) => _folders.Read(file).LastOrDefault() is { } text ? YamlReader.ReadMap(text, file, 0, ProblemList.Unreported()) : null;

    private string Order(string language, string kind)
    {
        var others = _folders.All.Select(folder => Path.Combine(folder.Path, language, kind)).Where(Directory.Exists)
            .SelectMany(folder => Directory.EnumerateFiles(folder, "*.md")).DistinctBy(Path.GetFileName).Count();
        return (others + 1).ToString(CultureInfo.InvariantCulture);
    }

    private string Guide(string language) => $"""
        ---
        id: {_id}
        order: {Order(language, "guides")}
        name: "??? short name"
        title: "??? heading of the page"
        summary: "??? one or two sentences, for cards and search engines"
        services: [{_id}]
        who: "??? whom it concerns, with a source note"
        minutes: "??? time needed"
        needs: ["??? what to have at hand"]
        forms: ["??? ids of links.yml"]
        reviewed: "??? day on which you read it against its sources"
        review-every: 90
        {_only}---
        ??? One or two sentences before the first step.

        ## ??? What to open {"{#open}"}

        ??? What to do, with a source note.

        ::: see
        ??? What one sees once the step is done.
        :::

        ::: else
        ??? What to do when one does not see it.
        :::

        ## ??? Have you sent it? {"{#send}"}

        ??? What to do, with a source note.

        ::: limits
        - ??? What the objection does not do.
        :::

        """;

    private string Easy(string language) => $"""
        ---
        id: {_id}
        order: {Order(language, "easy")}
        title: "??? heading of the easy-to-read version"
        summary: "??? one short sentence"
        reviewed: "??? day on which you read it against its sources"
        review-every: 90
        {_only}---
        ??? For whom this page is.

        ## ??? What to open {"{#open}"}

        ??? Short sentences.

        ## ??? What to send {"{#send}"}

        ??? Short sentences.

        """;
}
