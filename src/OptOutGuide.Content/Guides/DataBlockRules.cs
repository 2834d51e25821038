using Markdig.Extensions.CustomContainers;

namespace OptOutGuide.Content.Guides;

internal static class EmbedRules
{
    /// <summary>Guides and their easy-to-read versions may not embed data of the content folder.</summary>
    public static void RefuseEmbeds(MarkdownFile file, ProblemList problems)
    {
        foreach (var (box, line) in file.Find<CustomContainer>().Where(box => Embeds.IsKnown(box.Part.Info)))
        {
            problems.Error(file.File, line, $"the box \"::: {box.Info}\" shows data on pages only; link to a page that has it");
        }
    }
}
