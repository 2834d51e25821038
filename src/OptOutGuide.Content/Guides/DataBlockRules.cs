using Markdig.Extensions.CustomContainers;

namespace OptOutGuide.Content.Guides;

internal static class DataBlockRules
{
    /// <summary>Guides and their easy-to-read versions may not show data of the content folder.</summary>
    public static void RefuseIn(MarkdownFile file, ProblemList problems)
    {
        foreach (var (box, line) in file.Find<CustomContainer>().Where(box => DataBlocks.IsKnown(box.Part.Info)))
        {
            problems.Error(file.File, line, $"the box \"::: {box.Info}\" shows data on pages only; link to a page that has it");
        }
    }
}
