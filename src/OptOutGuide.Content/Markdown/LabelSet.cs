namespace OptOutGuide.Content.Markdown;

/// <summary>The labels that a language may use (<c>content/&lt;language&gt;/meta-labels.yml</c>), by their ids.</summary>
/// <param name="Lines">Place of each id.</param>
internal sealed record LabelSet(string File, IReadOnlyDictionary<string, MetaLabel> Labels, IReadOnlyDictionary<string, FileLine> Lines)
{
    public static readonly LabelSet Empty = new("meta-labels.yml", new Dictionary<string, MetaLabel>(), new Dictionary<string, FileLine>());

    private const string Scheme = "label:";

    /// <summary>Whether a link or a word of a screen stands for a label.</summary>
    public static bool IsReference(string? text) => text?.StartsWith(Scheme, StringComparison.Ordinal) is true;

    /// <summary>The label of <c>label:id</c>; null, with a problem, where there is none.</summary>
    public MetaLabel? Find(string reference, string file, int line, ProblemList problems)
    {
        var id = reference[Scheme.Length..];
        if (Labels.GetValueOrDefault(id) is { } label)
        {
            return label;
        }

        problems.Error(file, line, $"label \"{id}\" is not in {File}; correct the id or add the label");
        return null;
    }
}
