using Markdig.Syntax.Inlines;

namespace OptOutGuide.Content.Checks;

/// <summary>Reports labels that no text uses, and labels that are written by hand: those would not follow when Meta renames them.</summary>
internal static class LabelChecks
{
    public static void CheckUnused(IReadOnlyList<KeyValuePair<string, LabelSet>> labels, IReadOnlyList<Guide> guides, IReadOnlyList<Article> articles, ProblemList problems)
    {
        var used = guides.SelectMany(guide => guide.Labels, (guide, label) => (Language: guide.WrittenIn, label))
            .Concat(articles.SelectMany(article => article.Labels, (article, label) => (Language: article.WrittenIn, label)))
            .SelectMany(use => new[] { (use.Language, use.label.Id), (use.label.Language, use.label.Id) })
            .ToHashSet();
        foreach (var (language, set) in labels)
        {
            foreach (var (id, place) in set.Lines.Where(entry => !used.Contains((language, entry.Key))))
            {
                problems.Warning(place.File, place.Line, $"the label \"{id}\" is used nowhere; use it or remove it");
            }
        }
    }

    public static void CheckBold(MarkdownFile file, ProblemList problems)
    {
        foreach (var (bold, line) in file.Find<EmphasisInline>().Where(part => part.Part is { DelimiterCount: 2 } and not LabelInline))
        {
            var words = MarkdownParts.PlainText(bold);
            if (file.Labels.Labels.Values.FirstOrDefault(label => label.Wording == words) is { } label)
            {
                problems.Warning(file.File, line, $"\"{words}\" is a label of Meta's; write [](label:{label.Id})");
            }
        }
    }
}
